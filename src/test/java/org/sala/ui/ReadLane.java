package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import javafx.application.Platform;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.store.Questions;

/**
 * Sees to it that nobody waits for the database before a window that stands still: a screen that
 * asks the view on the FX thread is told by its name, and the journey that walked there is red.
 */
public final class ReadLane {
  /** Who still asks there, and why. */
  private static final Map<String, String> KNOWN = Map.of();

  private final Set<String> found = new ConcurrentSkipListSet<>();

  /** Hears of everything that the view of this desk is asked from now on. */
  public void watch(Desk desk) {
    Questions.watch(Desks.station(desk).view(), this::asked);
  }

  private void asked() {
    if (Platform.isFxApplicationThread()) {
      StackWalker.getInstance()
          .walk(
              frames ->
                  frames
                      .filter(f -> f.getClassName().matches("org\\.sala\\.ui\\.[a-z]+\\..*"))
                      .findFirst())
          .map(f -> f.getClassName() + "#" + f.getMethodName())
          .filter(who -> !KNOWN.containsKey(who))
          .ifPresent(found::add);
    }
  }

  /** Nobody has waited since. */
  public void nobodyWaited() {
    assertThat(found).as("who asked the view on the FX thread").isEmpty();
  }
}
