package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.Path;

/** From one act on nothing reaches the disk any more, as when the power went. */
final class Gone implements Disturbance {
  private long left;
  private long acts;

  Gone() {
    this(Long.MAX_VALUE);
  }

  /**
   * @param left so many acts still reach it
   */
  Gone(long left) {
    this.left = left;
  }

  @Override
  public synchronized int before(Act act, Path file, int length) throws IOException {
    acts++;
    if (left == 0) {
      throw new IOException("Input/output error");
    }
    left--;
    return length;
  }

  /** It goes after so many acts from now. */
  synchronized void after(long more) {
    left = more;
  }

  synchronized boolean met() {
    return left == 0;
  }

  /** How often something wanted to reach it. */
  synchronized long acts() {
    return acts;
  }
}
