package org.sala.ui.settings;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Cards in as many columns as there is room for, each as tall as what it says. They are dealt in
 * turn and not to the shorter column, so that none changes its place while another one's words
 * grow.
 */
final class CardColumns extends Pane {
  private static final double GAP = 14;

  /** A card is never narrower than this. */
  private static final double NARROWEST = 390;

  CardColumns(List<? extends Node> cards) {
    getChildren().setAll(cards);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return NARROWEST;
  }

  @Override
  protected double computePrefWidth(double height) {
    return NARROWEST;
  }

  @Override
  protected double computePrefHeight(double width) {
    return deal(width < 0 ? NARROWEST : width, false);
  }

  @Override
  protected void layoutChildren() {
    deal(getWidth(), true);
  }

  /** How far down the longest column reaches; places the cards on the way where it should. */
  private double deal(double width, boolean place) {
    int beside = Math.max(1, (int) ((width + GAP) / (NARROWEST + GAP)));
    double each = Math.floor((width - GAP * (beside - 1)) / beside);
    double[] down = new double[beside];
    double longest = 0;
    int turn = 0;
    for (Node card : getManagedChildren()) {
      int column = turn++ % beside;
      double height = snapSizeY(card.prefHeight(each));
      if (place) {
        card.resizeRelocate(column * (each + GAP), down[column], each, height);
      }
      longest = Math.max(longest, down[column] + height);
      down[column] += height + GAP;
    }
    return longest;
  }
}
