package org.sala.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A figure that leads to the list behind it: caption, number, and what it counts. */
public final class FigureWay extends WayButton {

  /**
   * @param alarming whether somebody has to see to it; a sign says so beside the colour
   */
  public FigureWay(String caption, long figure, String detail, boolean alarming, Runnable leads) {
    super(
        new VBox(
            2,
            Nodes.label(caption, "caption"),
            number(figure, alarming),
            Nodes.label(detail, "muted", "small")),
        caption + " " + figure + " " + detail,
        leads);
    setMaxHeight(Double.MAX_VALUE);
  }

  private static Label number(long figure, boolean alarming) {
    Label number = Nodes.line((alarming ? "! " : "") + figure, "figure");
    if (alarming) {
      number.getStyleClass().add("danger");
    }
    return number;
  }
}
