package org.sala.disk;

import java.io.IOException;

/** A disk refused to take more when there was no room left on it. */
public final class NoRoomException extends IOException {
  private static final long serialVersionUID = 1L;

  NoRoomException(IOException cause) {
    super("no room on the disk", cause);
  }
}
