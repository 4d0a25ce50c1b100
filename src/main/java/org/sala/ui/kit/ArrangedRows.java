package org.sala.ui.kit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * The rows of a table in the order of its heads, and its columns as somebody likes them. Where
 * nothing is sorted by, the rows stand as they came.
 */
final class ArrangedRows<R> {
  private final TableView<R> table;
  private final Arrangement<R> arrangement;
  private List<R> rows = List.of();

  ArrangedRows(
      TableView<R> table, Columns<R> columns, Optional<ListLook> kept, Consumer<ListLook> keep) {
    this.table = table;
    ListLook usual = ListLook.usual(columns.all(), "", false);
    this.arrangement = new Arrangement<>(table, usual, keep);
    columns.all().forEach(c -> table.getColumns().add(column(c, columns)));
    Heads.speak(table);
    table.setSortPolicy(
        t -> {
          arrange();
          arrangement.changed();
          return true;
        });
    arrangement.put(kept.map(k -> k.over(usual)).orElse(usual));
    arrangement.listen();
  }

  private static <R> TableColumn<R, R> column(Column<R> c, Columns<R> columns) {
    TableColumn<R, R> column = new TableColumn<>(c.title());
    column.setUserData(c.key());
    column.setPrefWidth(c.width());
    column.setMinWidth(Math.min(c.width(), Table.LEAST));
    Optional<Comparator<R>> order =
        c.sort().flatMap(key -> Optional.ofNullable(columns.orders().get(key)));
    column.setSortable(order.isPresent());
    order.ifPresent(column::setComparator);
    column.setCellValueFactory(v -> new ReadOnlyObjectWrapper<>(v.getValue()));
    column.setCellFactory(any -> new SlotCell<R, R>(c.shows()));
    return column;
  }

  ColumnChoice choice(ColumnWords words) {
    return new ColumnChoice(table, words, arrangement, this::arrange);
  }

  void show(List<R> all) {
    rows = List.copyOf(all);
    // Into the list that is there: a table that is given another one forgets what it is sorted by.
    arrange();
  }

  private void arrange() {
    R chosen = table.getSelectionModel().getSelectedItem();
    Comparator<R> order = table.getComparator();
    table.getItems().setAll(order == null ? rows : rows.stream().sorted(order).toList());
    if (chosen != null) {
      table.getSelectionModel().select(chosen);
    }
  }
}
