package org.sala.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Around everything that is for practice, dialogs and covers too: a broad frame and a line of
 * words, so that nobody takes invented people for real ones, with or without colours.
 */
public final class PracticeFrame {
  private PracticeFrame() {}

  /**
   * Puts a frame around all that a window shows.
   *
   * @param words what stands above it
   */
  public static StackPane around(Node all, String words) {
    var band = Nodes.line(words, "practice-words");
    band.setId("practice-band");
    band.setMaxWidth(Double.MAX_VALUE);
    BorderPane framed = new BorderPane(all);
    framed.setTop(new VBox(band));
    framed.getStyleClass().add("practice-frame");
    return new StackPane(framed);
  }
}
