package org.sala.ui.kit;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The first arrow down goes to the first row where none was chosen yet: a table that gets the
 * keyboard has its focus there already, chooses nothing, and would pass it over.
 */
final class FirstRow {
  private FirstRow() {}

  static void on(TableView<?> table) {
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.DOWN
              && !e.isShortcutDown()
              && !e.isAltDown()
              && table.getSelectionModel().isEmpty()
              && !table.getItems().isEmpty()) {
            table.getSelectionModel().clearAndSelect(0);
            table.scrollTo(0);
            e.consume();
          }
        });
  }
}
