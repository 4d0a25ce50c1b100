package org.sala.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A figure that leads to the list behind it: caption, number, and what it counts. */
public final class FigureWay extends Button {

  /**
   * @param alarming whether somebody has to see to it; a sign says so beside the colour
   */
  public FigureWay(String caption, long figure, String detail, boolean alarming, Runnable leads) {
    Label number = Nodes.line((alarming ? "! " : "") + figure, "figure");
    if (alarming) {
      number.getStyleClass().add("danger");
    }
    Label words = Nodes.label(detail, "muted", "small");
    VBox box = new VBox(2, Nodes.label(caption, "caption"), number, words);
    setGraphic(box);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("figure-way");
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    setMinHeight(USE_PREF_SIZE);
    setAccessibleText(caption + " " + figure + " " + detail);
    setOnAction(e -> leads.run());
  }
}
