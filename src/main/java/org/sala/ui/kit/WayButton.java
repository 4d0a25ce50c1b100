package org.sala.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;

/** A button of several lines, as high as its words need at the width that it is given. */
public final class WayButton extends Button {
  private final Region content;

  /**
   * @param words what a screen reader says
   */
  public WayButton(Region content, String words, Runnable leads) {
    this.content = content;
    setGraphic(content);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("figure-way");
    setMaxWidth(Double.MAX_VALUE);
    setMinHeight(USE_PREF_SIZE);
    setAccessibleText(words);
    setOnAction(e -> leads.run());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets around = getInsets();
    double inside = width < 0 ? width : Math.max(0, width - around.getLeft() - around.getRight());
    return around.getTop() + content.prefHeight(inside) + around.getBottom();
  }
}
