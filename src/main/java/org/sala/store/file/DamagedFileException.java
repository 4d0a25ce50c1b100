package org.sala.store.file;

import java.io.IOException;

/** The view's file is not as it was last written: altered, cut, older or torn. */
final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedFileException(String what) {
    super(what);
  }
}
