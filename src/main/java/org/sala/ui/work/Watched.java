package org.sala.ui.work;

import java.util.Optional;
import java.util.function.Consumer;
import org.sala.casework.station.Progress;

/**
 * Long work that somebody watches: how far it is and about how long it will take, told on the FX
 * thread and no more often than eyes can follow; and the wish to stop it.
 */
public final class Watched implements Progress {
  private static final long BETWEEN = 100_000_000L;
  private static final long BEFORE_GUESSING = 1_500_000_000L;

  private final Work work;
  private final Consumer<Far> hears;
  private volatile boolean stopped;
  private long began;
  private long told;

  /**
   * How far work is.
   *
   * @param secondsLeft empty while it is too early to say
   */
  public record Far(long done, long of, Optional<Long> secondsLeft) {
    /** Between 0 and 1. */
    public double part() {
      return of <= 0 ? 0 : Math.min(1, (double) done / of);
    }
  }

  public Watched(Work work, Consumer<Far> hears) {
    this.work = work;
    this.hears = hears;
  }

  @Override
  public synchronized void done(long bytes, long ofBytes) {
    long now = System.nanoTime();
    if (began == 0) {
      began = now;
    }
    if (now - told < BETWEEN && bytes < ofBytes) {
      return;
    }
    told = now;
    long took = now - began;
    Optional<Long> left =
        took < BEFORE_GUESSING || bytes <= 0
            ? Optional.empty()
            : Optional.of((long) ((double) took / bytes * (ofBytes - bytes) / 1e9) + 1);
    Far far = new Far(bytes, ofBytes, left);
    work.tell(() -> hears.accept(far));
  }

  /** Asks the work to stop at its next step. */
  public void stop() {
    stopped = true;
  }

  @Override
  public boolean stopped() {
    return stopped;
  }
}
