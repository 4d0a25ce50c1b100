package org.sala.form;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Runs work on forms one after the other, where nobody waits for ever for one that does not come
 * back: a form from outside that was left behind still has its turn.
 */
final class OneByOne {
  private final ReentrantLock turn = new ReentrantLock();
  private final Duration most;

  OneByOne(Duration most) {
    this.most = most;
  }

  /**
   * @throws FormFault where it was not its turn for too long
   */
  <T> T run(Supplier<T> work) {
    boolean mine = false;
    try {
      mine = turn.tryLock(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!mine) {
      throw new FormFault(FormFault.Code.NOT_SUPPORTED, "another form is still being read");
    }
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }
}
