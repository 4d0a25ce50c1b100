package org.sala.ui.door;

import java.util.function.IntConsumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/**
 * Makes guessing slow: from the third wrong passphrase on, each makes the next wait twice as long,
 * up to a minute. It slows a person at this window; what protects the file is its key derivation.
 */
final class Patience {
  private static final int FREE = 2;
  private static final int LONGEST = 60;

  private int wrong;
  private final Timeline clock = new Timeline();

  /** Seconds to wait after so many wrong passphrases. */
  static int seconds(int wrong) {
    return wrong <= FREE ? 0 : (int) Math.min(LONGEST, 1L << Math.min(wrong - FREE, 30));
  }

  /**
   * Counts a wrong passphrase.
   *
   * @param left hears every second how many are left, at last 0; not at all where none are waited
   */
  void wrong(IntConsumer left) {
    wrong++;
    int[] seconds = {seconds(wrong)};
    if (seconds[0] == 0) {
      return;
    }
    left.accept(seconds[0]);
    clock.stop();
    clock.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), e -> left.accept(--seconds[0])));
    clock.setCycleCount(seconds[0]);
    clock.playFromStart();
  }

  void right() {
    wrong = 0;
    clock.stop();
  }
}
