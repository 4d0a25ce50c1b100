package org.sala.ui.door;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A field for the code of a recovery sheet: forty letters or more are compared with paper, so all
 * of them are seen while they are typed.
 */
final class SheetCode {
  private static final int ROWS = 3;

  private SheetCode() {}

  /**
   * @param go what Enter does
   */
  static TextArea field(Runnable go) {
    TextArea code = new TextArea();
    code.setId("sheet-code");
    code.getStyleClass().add("mono");
    code.setWrapText(true);
    code.setPrefRowCount(ROWS);
    code.addEventFilter(KeyEvent.KEY_PRESSED, e -> leaves(e, code, go));
    return code;
  }

  /** A line or a tab has no meaning in a code. */
  private static void leaves(KeyEvent e, TextArea code, Runnable go) {
    if (e.getCode() == KeyCode.ENTER) {
      go.run();
      e.consume();
    } else if (e.getCode() == KeyCode.TAB) {
      code.requestFocusTraversal(
          e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      e.consume();
    }
  }
}
