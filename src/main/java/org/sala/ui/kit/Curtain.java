package org.sala.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Hides a screen at once, because somebody has come into the room; one button leads back. */
public final class Curtain extends VBox {

  public Curtain(String title, String below, String verb, String key, Runnable open) {
    super(14);
    Label head = Nodes.line(title, "title");
    Label words = Nodes.line(below, "muted");
    getChildren().addAll(head, words, Nodes.button(verb, key, open, "primary"));
    setAlignment(Pos.CENTER);
    getStyleClass().add("cover");
    setFocusTraversable(true);
    setAccessibleText(title);
  }
}
