package org.sala.ui.kit;

import javafx.scene.control.TableCell;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Makes words smaller that take a third line in their column: a row is as high as two. */
final class Snug {
  private static final String FULL = "full";

  /** Fewer letters than these never take three lines. */
  private static final int SHORT = 20;

  /** What the padding of a cell takes, and how much of two lines words fill where they wrap. */
  private static final double PADDING = 16;

  private static final double FILLED = 0.92;

  private static final Font USUAL = Font.font("Noto Sans", 14);

  private Snug() {}

  static <C extends TableCell<?, ?>> C on(C cell) {
    cell.textProperty().addListener((o, was, is) -> fit(cell));
    cell.widthProperty().addListener((o, was, is) -> fit(cell));
    return cell;
  }

  private static void fit(TableCell<?, ?> cell) {
    boolean full = isFull(cell.getText(), cell.getWidth() - PADDING);
    if (full != cell.getStyleClass().contains(FULL)) {
      if (full) {
        cell.getStyleClass().add(FULL);
      } else {
        cell.getStyleClass().remove(FULL);
      }
    }
  }

  private static boolean isFull(String words, double width) {
    if (words == null || words.length() < SHORT || width <= 0) {
      return false;
    }
    Text text = new Text(words);
    text.setFont(USUAL);
    return text.getLayoutBounds().getWidth() > 2 * FILLED * width;
  }
}
