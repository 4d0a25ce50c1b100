package org.sala.ui.headquarters;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** A QR code: black on white in every dress, with the quiet zone that readers need. */
final class CardSquare extends StackPane {
  /** How many modules stand around the code (ISO/IEC 18004, 5.3.8). */
  private static final int QUIET = 4;

  /**
   * @param modules true where it is dark, row by row
   * @param side as many pixels at most
   */
  CardSquare(boolean[][] modules, int side, String accessible) {
    int across = modules.length + 2 * QUIET;
    int module = Math.max(1, side / across);
    Canvas canvas = new Canvas(across * module, across * module);
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.setFill(Color.WHITE);
    pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    pen.setFill(Color.BLACK);
    for (int row = 0; row < modules.length; row++) {
      for (int column = 0; column < modules[row].length; column++) {
        if (modules[row][column]) {
          pen.fillRect((column + QUIET) * module, (row + QUIET) * module, module, module);
        }
      }
    }
    getChildren().add(canvas);
    setAccessibleText(accessible);
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setId("card-square");
  }
}
