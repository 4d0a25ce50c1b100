package org.sala.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a long list says where it has no rows to show, each with the way on. */
final class ListSigns {
  private ListSigns() {}

  static Node noMatch(ListWords words, String filter, Runnable clear) {
    VBox box =
        new VBox(
            8,
            Nodes.line(words.noMatch(filter), "strong"),
            Nodes.button(words.clear(), "Esc", clear));
    box.setAlignment(Pos.CENTER);
    return box;
  }

  /**
   * @param in a box upright where it stands in the place of the rows, a row above them
   */
  static Node failed(ListWords words, String why, Runnable retry, Pane in) {
    Label label = Nodes.label(words.failed() + " " + why, "danger");
    HBox.setHgrow(label, Priority.ALWAYS);
    Button again = Nodes.button(words.again(), "", retry);
    again.setId("list-again");
    in.getChildren().setAll(label, again);
    in.getStyleClass().add("list-failed");
    return in;
  }
}
