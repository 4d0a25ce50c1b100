package org.sala.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/**
 * Notices that the machine was asleep. What counts idle minutes stands still with it: a laptop that
 * is closed at night and opened by somebody else in the morning would show what it showed. The
 * clock on the wall goes on; one that was set forward looks the same, and costs a passphrase.
 */
final class Slept {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final javafx.util.Duration EVERY = javafx.util.Duration.seconds(2);

  private final Clock clock;
  private final Runnable woken;
  private final Timeline looking = new Timeline(new KeyFrame(EVERY, e -> look()));
  private Instant last;

  /**
   * @param woken told once after each sleep, on the FX thread
   */
  Slept(Clock clock, Runnable woken) {
    this.clock = clock;
    this.woken = woken;
    this.last = clock.instant();
    looking.setCycleCount(Animation.INDEFINITE);
  }

  void begin() {
    last = clock.instant();
    looking.play();
  }

  void end() {
    looking.stop();
  }

  /** Returns whether the machine has slept since this was asked last. */
  boolean look() {
    Instant now = clock.instant();
    boolean slept = Duration.between(last, now).compareTo(LONGEST) > 0;
    last = now;
    if (slept) {
      woken.run();
    }
    return slept;
  }
}
