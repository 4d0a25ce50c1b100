package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A disk that has no room left from its n-th act on, or fails once at it. */
final class FullDisk implements Disturbance {
  private final long at;
  private final AtomicLong left;
  private final boolean full;
  private volatile boolean mended;

  /**
   * @param full no room until it is freed; else one act fails
   */
  FullDisk(long at, boolean full) {
    this.at = at;
    this.left = new AtomicLong(at);
    this.full = full;
  }

  /** There is room again. */
  void free() {
    mended = true;
  }

  @Override
  public int before(Act act, Path file, int length) throws IOException {
    long now = left.decrementAndGet();
    if (mended || now > 0) {
      return length;
    }
    if (!full) {
      if (now == 0) {
        throw new IOException("Input/output error");
      }
      return length;
    }
    if (act == Act.WRITE && now == 0 && length > 1) {
      return length / 2;
    }
    if (act == Act.WRITE || act == Act.MAKE || act == Act.MAKE_FOLDER) {
      throw new IOException("No space left on device");
    }
    return length;
  }

  @Override
  public String toString() {
    return (full ? "full" : "failing") + " at act " + at;
  }
}
