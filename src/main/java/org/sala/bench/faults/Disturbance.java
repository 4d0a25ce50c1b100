package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What happens to a disk: asked before each act that changes it and each reading, told after. */
interface Disturbance {

  /** Every way to change a disk, and waiting for it. */
  enum Act {
    /** A file is made, or emptied when it is opened. */
    MAKE,
    WRITE,
    TRUNCATE,
    /** Waits until the disk has a file's bytes, or a folder's names. */
    FORCE,
    MOVE,
    DELETE,
    MAKE_FOLDER
  }

  /**
   * Asked before.
   *
   * @param length bytes to be written, 0 for all other acts
   * @return how many of them are; an act that throws did nothing beyond what this let through
   *     before
   */
  default int before(Act act, Path file, int length) throws IOException {
    return length;
  }

  /** Asked before something is read; what it throws is what the reader gets. */
  default void reading(Path file, long at) throws IOException {}

  /**
   * Told after.
   *
   * @param at where it was written or cut
   * @param bytes what was written
   * @param to where it was moved to
   */
  default void after(Act act, Path file, long at, byte[] bytes, @Nullable Path to) {}

  /** A disk that does what it should. */
  static Disturbance none() {
    return new Disturbance() {};
  }
}
