package org.sala.casework;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Cuts every line to a server when whoever locks has waited for it long enough: what hangs on them
 * then ends as if the server had gone, and nothing that comes after it waits. Thread-safe.
 */
final class Leaving {
  /** Long enough for an act that is under way, and for the last word in the audit. */
  private static final long PATIENCE_MILLIS = 1_500;

  private final Runnable cutting;
  private final CountDownLatch left = new CountDownLatch(1);
  private boolean begun;

  /**
   * @param cutting must not wait
   */
  Leaving(Runnable cutting) {
    this.cutting = cutting;
  }

  /**
   * Somebody locks; said more than once, the first time counts.
   *
   * @param away whether the server is known not to answer: then it is not waited for at all
   */
  synchronized void begin(boolean away) {
    if (!begun) {
      begun = true;
      long millis = away ? 0 : PATIENCE_MILLIS;
      Thread.ofPlatform().name("sala-leaving").daemon().start(() -> cutAfter(millis));
    }
  }

  private void cutAfter(long millis) {
    try {
      if (left.await(millis, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      // Nobody does this to a thread of ours; if so, it is cut at once.
      Thread.currentThread().interrupt();
    }
    cutting.run();
  }

  /** All is closed: there is nothing left to cut. */
  void end() {
    left.countDown();
  }
}
