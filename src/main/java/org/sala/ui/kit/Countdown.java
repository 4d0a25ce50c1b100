package org.sala.ui.kit;

import java.util.function.IntConsumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Counts seconds down where the officer sees it. */
public final class Countdown {
  private final Timeline clock = new Timeline();

  /**
   * Begins anew.
   *
   * @param left hears at once and then every second how many are left, at last 0
   */
  public void from(int seconds, IntConsumer left) {
    clock.stop();
    int[] still = {seconds};
    left.accept(still[0]);
    if (still[0] > 0) {
      clock.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), e -> left.accept(--still[0])));
      clock.setCycleCount(seconds);
      clock.playFromStart();
    }
  }

  public void stop() {
    clock.stop();
  }
}
