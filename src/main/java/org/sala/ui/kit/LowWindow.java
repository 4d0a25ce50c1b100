package org.sala.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Says to the look of what stands in a window that the window is low: pages then keep less room.
 */
public final class LowWindow {
  /** Below this height there is less room around pages, and more for what they show. */
  private static final double LOW = 660;

  private static final String LOOK = "low-window";

  private LowWindow() {}

  /** Makes the look follow the height from now on. */
  public static void follow(Region window, Node content) {
    window
        .heightProperty()
        .addListener(
            (o, was, is) -> {
              content.getStyleClass().remove(LOOK);
              if (is.doubleValue() < LOW) {
                content.getStyleClass().add(LOOK);
              }
            });
  }
}
