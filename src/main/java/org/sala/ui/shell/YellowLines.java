package org.sala.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * What is still to do, each with what helps against it alone: side by side where both are short
 * enough, because every line above a page takes a row of what the page shows.
 */
final class YellowLines extends Pane {
  YellowLines() {
    getStyleClass().add("yellow-lines");
  }

  void add(Node line) {
    getChildren().add(line);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return rows(width < 0 ? Double.MAX_VALUE : width, false);
  }

  @Override
  protected void layoutChildren() {
    rows(getWidth(), true);
  }

  /** Goes from row to row, and returns where the last one ends; all of a row are as high. */
  private double rows(double room, boolean place) {
    double y = snappedTopInset();
    List<Node> row = new ArrayList<>();
    double taken = 0;
    for (Node line : getManagedChildren()) {
      double wide = wide(line, room);
      if (!row.isEmpty() && taken + wide > room) {
        y += row(row, room, y, place);
        row.clear();
        taken = 0;
      }
      row.add(line);
      taken += wide;
    }
    return y + row(row, room, y, place) + snappedBottomInset();
  }

  private double row(List<Node> row, double room, double y, boolean place) {
    double high = 0;
    for (Node line : row) {
      high = Math.max(high, snapSizeY(line.prefHeight(wide(line, room))));
    }
    double x = 0;
    for (Node line : row) {
      if (place) {
        line.resizeRelocate(x, y, wide(line, room), high);
      }
      x += wide(line, room);
    }
    return high;
  }

  private double wide(Node line, double room) {
    return Math.min(room, snapSizeX(line.prefWidth(-1)));
  }
}
