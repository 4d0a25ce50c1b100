package org.sala.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Opens the real files below the sealed ones. Tests hand in a disk that is full or fails. */
public interface Underneath {

  /**
   * Opens one.
   *
   * @param mode {@code r} or {@code rw}; the latter makes the file if need be
   */
  FileChannel open(Path file, String mode) throws IOException;

  /** The real disk, through files that an interrupted thread does not close. */
  static Underneath disk() {
    return SteadyFiles::open;
  }
}
