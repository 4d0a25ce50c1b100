package org.sala.casework.sync;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.sala.casework.station.Progress;

/** Hears how far a round is, and how fast it goes. */
final class Watch implements Progress {
  /** No eye follows more. */
  private static final long BETWEEN = 200_000_000L;

  private static final long BEFORE_GUESSING = 1_000_000_000L;

  private final BooleanSupplier stopped;
  private final Consumer<Far> hears;
  private volatile Far far = new Far(Standing.Phase.LOOKING, 0, 0, 0);
  private volatile long began = System.nanoTime();
  private volatile long beganAt;
  private volatile boolean there;
  private volatile long told;

  /** How far a round is. */
  record Far(Standing.Phase phase, long done, long of, long bytesPerSecond) {}

  Watch(BooleanSupplier stopped, Consumer<Far> hears) {
    this.stopped = stopped;
    this.hears = hears;
  }

  /** The carrier has answered. */
  void found(int files) {
    there = files >= 0;
    tell(new Far(Standing.Phase.LOOKING, 0, 0, 0));
  }

  boolean isThere() {
    return there;
  }

  /** What the next bytes are; nothing is told before there are some. */
  void begin(Standing.Phase phase, long of) {
    began = System.nanoTime();
    beganAt = -1;
    told = 0;
    far = new Far(phase, 0, of, 0);
  }

  @Override
  public void done(long bytes, long ofBytes) {
    if (beganAt < 0) {
      // What lay there from an earlier time did not go this fast.
      beganAt = bytes;
    }
    long took = System.nanoTime() - began;
    long rate = took < BEFORE_GUESSING ? 0 : (long) ((bytes - beganAt) / (took / 1e9));
    Far now = far;
    tell(new Far(now.phase(), Math.min(bytes, ofBytes), ofBytes, Math.max(0, rate)));
  }

  private void tell(Far now) {
    Far was = far;
    far = now;
    long time = System.nanoTime();
    if (told != 0 && was.phase() == now.phase() && now.done() < now.of() && time - told < BETWEEN) {
      return;
    }
    told = time;
    hears.accept(now);
  }

  @Override
  public boolean stopped() {
    return stopped.getAsBoolean();
  }
}
