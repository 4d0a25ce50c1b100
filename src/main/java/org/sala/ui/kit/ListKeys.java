package org.sala.ui.kit;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A list by keys alone: arrows lead between its field and its rows, letters filter, Enter opens.
 */
final class ListKeys<R> {
  private final TextField filter;
  private final TableView<Slot<R>> table;
  private final Rows<R, ?> rows;
  private final Consumer<Optional<Slot<R>>> open;

  private ListKeys(
      TextField filter,
      TableView<Slot<R>> table,
      Rows<R, ?> rows,
      Consumer<Optional<Slot<R>>> open) {
    this.filter = filter;
    this.table = table;
    this.rows = rows;
    this.open = open;
  }

  /**
   * Listens to the keys of both.
   *
   * @param open what Enter does with the row that is chosen; empty where none is
   */
  static <R> void on(
      TextField filter,
      TableView<Slot<R>> table,
      Rows<R, ?> rows,
      Consumer<Optional<Slot<R>>> open) {
    ListKeys<R> keys = new ListKeys<>(filter, table, rows, open);
    filter.addEventHandler(KeyEvent.KEY_PRESSED, keys::inFilter);
    table.addEventHandler(KeyEvent.KEY_PRESSED, keys::inTable);
    FirstRow.on(table);
    // Letters typed on the list go where they filter.
    table.addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
  }

  private void inFilter(KeyEvent e) {
    switch (e.getCode()) {
      case DOWN -> enterTable();
      case ENTER -> openOnlyOne();
      case ESCAPE -> filter.clear();
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void inTable(KeyEvent e) {
    if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
      open.accept(Optional.ofNullable(table.getSelectionModel().getSelectedItem()));
      e.consume();
    }
  }

  private void typed(KeyEvent e) {
    String letters = e.getCharacter();
    if (e.isShortcutDown()
        || e.isAltDown()
        || letters.isBlank()
        || Character.isISOControl(letters.charAt(0))) {
      return;
    }
    filter.requestFocus();
    filter.appendText(letters);
    filter.end();
    e.consume();
  }

  private void enterTable() {
    if (!rows.isEmpty()) {
      table.requestFocus();
      table.getSelectionModel().select(Math.max(0, table.getSelectionModel().getSelectedIndex()));
    }
  }

  /** Enter in the field opens the only one that is found; among several it goes to the first. */
  private void openOnlyOne() {
    if (rows.stateProperty().get() == Rows.State.COUNTED && rows.size() == 1) {
      open.accept(Optional.of(rows.get(0)));
    } else {
      enterTable();
    }
  }
}
