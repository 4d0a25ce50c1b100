package org.sala.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A figure that leads to the list behind it: caption, number, and what it counts. */
public final class FigureWay {
  private FigureWay() {}

  /**
   * Makes one.
   *
   * @param alarming whether somebody has to see to it; a sign says so beside the colour
   */
  public static WayButton of(
      String caption, long figure, String detail, boolean alarming, Runnable leads) {
    Label number = Nodes.line((alarming ? "! " : "") + figure, "figure");
    if (alarming) {
      number.getStyleClass().add("danger");
    }
    VBox words =
        new VBox(2, Nodes.label(caption, "caption"), number, Nodes.label(detail, "muted", "small"));
    WayButton way = new WayButton(words, caption + " " + figure + " " + detail, leads);
    way.setMaxHeight(Double.MAX_VALUE);
    return way;
  }
}
