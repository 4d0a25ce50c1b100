package org.sala.ui;

import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;

/**
 * Waits as an eye does: until what was done to a window has been laid out and drawn.
 *
 * <p>TestFX sleeps fifty milliseconds after each press, each release and each letter, and hopes
 * that a pulse came meanwhile. This waits for one, which takes less on an idle machine and is sure
 * on a busy one.
 */
final class Pulses {
  /** What a pulse puts off until after it may put something off once more. */
  private static final int AFTER = 3;

  private Pulses() {}

  /** Until the next whole pulse is over. Never on the FX thread. */
  static void settle() {
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    waitFor(
        asyncFx(
            () ->
                new AnimationTimer() {
                  @Override
                  public void handle(long now) {
                    stop();
                    begun.complete(true);
                  }
                }.start()));
    begun.orTimeout(JourneyWindow.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    done();
  }

  /** Until what waits for the FX thread now is done, and what that puts off. */
  static void done() {
    for (int i = 0; i < AFTER; i++) {
      waitFor(asyncFx(() -> {}));
    }
  }
}
