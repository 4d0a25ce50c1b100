package org.sala.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/**
 * The columns of a table by keyboard: which are shown, in what order, how wide. The same can be
 * done with the mouse on their heads.
 */
final class ColumnsBar extends FlowPane {
  private static final double STEP = 30;

  private final TableView<?> table;
  private final ColumnWords words;
  private final Runnable changed;

  ColumnsBar(TableView<?> table, ColumnWords words, Runnable changed, Runnable reset) {
    super(10, 6);
    this.table = table;
    this.words = words;
    this.changed = changed;
    setId("columns");
    fill(table.getColumns(), reset);
  }

  private <S> void fill(java.util.List<TableColumn<S, ?>> columns, Runnable reset) {
    getChildren().clear();
    for (TableColumn<S, ?> c : columns) {
      getChildren().add(one(columns, c, reset));
    }
    getChildren().add(Nodes.button(words.reset(), "", reset, "plain"));
  }

  private <S> Node one(
      java.util.List<TableColumn<S, ?>> columns, TableColumn<S, ?> column, Runnable reset) {
    String title = column.getText();
    CheckBox shown = new CheckBox(title);
    shown.setId("column-" + column.getUserData());
    shown.setSelected(column.isVisible());
    shown.setOnAction(
        e -> {
          boolean last = columns.stream().noneMatch(c -> !c.equals(column) && c.isVisible());
          column.setVisible(shown.isSelected() || last);
          shown.setSelected(column.isVisible());
          changed.run();
        });
    Button sort = small("↕", words.sort(title), () -> sort(column));
    sort.setDisable(!column.isSortable());
    HBox chip =
        new HBox(
            2,
            shown,
            sort,
            small("◀", words.earlier(title), () -> move(columns, column, -1, reset)),
            small("▶", words.later(title), () -> move(columns, column, 1, reset)),
            small("−", words.narrower(title), () -> widen(column, -STEP)),
            small("+", words.wider(title), () -> widen(column, STEP)));
    chip.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    chip.getStyleClass().add("column-chip");
    return chip;
  }

  private static Button small(String sign, String says, Runnable act) {
    Button button = Nodes.button(sign, "", act, "sign");
    button.setAccessibleText(says);
    button.setTooltip(new javafx.scene.control.Tooltip(says));
    return button;
  }

  private <S> void move(
      java.util.List<TableColumn<S, ?>> columns, TableColumn<S, ?> column, int by, Runnable reset) {
    int at = columns.indexOf(column);
    int to = at + by;
    if (to < 0 || to >= columns.size()) {
      return;
    }
    java.util.List<TableColumn<S, ?>> order = new java.util.ArrayList<>(columns);
    order.remove(at);
    order.add(to, column);
    // One change, not two: a table that loses a column for a moment forgets its sort.
    set(columns, order);
    fill(columns, reset);
    focus(to, by);
    changed.run();
  }

  private static <S> void set(
      java.util.List<TableColumn<S, ?>> columns, java.util.List<TableColumn<S, ?>> order) {
    ((javafx.collections.ObservableList<TableColumn<S, ?>>) columns).setAll(order);
  }

  /** The keyboard stays on the column that was moved. */
  private void focus(int at, int by) {
    if (getChildren().get(at) instanceof HBox chip) {
      chip.getChildren().get(by < 0 ? 2 : 3).requestFocus();
    }
  }

  /** Sorts by a column, the other way round where it is sorted by it already. */
  private void sort(TableColumn<?, ?> column) {
    sort(table, column);
  }

  private static <S> void sort(TableView<S> table, TableColumn<?, ?> column) {
    for (TableColumn<S, ?> c : table.getColumns()) {
      if (c.equals(column)) {
        boolean turn = table.getSortOrder().contains(c) && ascending(c);
        c.setSortType(turn ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        table.getSortOrder().setAll(java.util.List.of(c));
      }
    }
  }

  private static boolean ascending(TableColumn<?, ?> column) {
    return column.getSortType() == TableColumn.SortType.ASCENDING;
  }

  private void widen(TableColumn<?, ?> column, double by) {
    resize(table, column, by);
    changed.run();
  }

  private static <S> void resize(TableView<S> table, TableColumn<?, ?> column, double by) {
    for (TableColumn<S, ?> c : table.getColumns()) {
      if (c.equals(column)) {
        table.resizeColumn(c, by);
      }
    }
  }
}
