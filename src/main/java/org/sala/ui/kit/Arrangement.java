package org.sala.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

/** The columns of a table as somebody likes them: put so, and told when they are changed. */
final class Arrangement<R> {
  private final TableView<R> table;
  private final ListLook usual;
  private final Consumer<ListLook> keep;
  private Optional<ListLook> told = Optional.empty();
  private SharedWidth shared = new SharedWidth();
  private boolean arranging;
  private List<Double> widths = List.of();

  /**
   * @param usual what it is sorted by where nothing else is chosen
   * @param keep hears of every change
   */
  Arrangement(TableView<R> table, ListLook usual, Consumer<ListLook> keep) {
    this.table = table;
    this.usual = usual;
    this.keep = keep;
  }

  /** Whether the columns are just being put as somebody likes them: that is no wish of its own. */
  boolean arranging() {
    return arranging;
  }

  /** Lets whoever remembers hear of changes from now on. */
  void listen() {
    told = Optional.of(look());
    table.getColumns().addListener((ListChangeListener<TableColumn<R, ?>>) c -> changed());
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> widths = widths());
    table.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        e -> {
          if (!widths.equals(widths())) {
            changed();
          }
        });
  }

  /**
   * Returns how the table looks now; a head that was clicked out of sorting leaves the usual order.
   */
  ListLook look() {
    List<ListLook.Shown> shown = new ArrayList<>();
    for (TableColumn<R, ?> c : table.getColumns()) {
      shown.add(new ListLook.Shown(key(c), shared.share(c), c.isVisible()));
    }
    if (table.getSortOrder().isEmpty()) {
      return new ListLook(shown, usual.sort(), usual.descending());
    }
    TableColumn<R, ?> by = table.getSortOrder().getFirst();
    return new ListLook(shown, key(by), by.getSortType() == TableColumn.SortType.DESCENDING);
  }

  /**
   * Something may have changed. A table sorts by itself as well, when it is made and when it is
   * first shown: only what somebody changed is kept.
   */
  void changed() {
    ListLook now = look();
    if (!arranging && told.isPresent() && !now.equals(told.get())) {
      told = Optional.of(now);
      keep.accept(now);
    }
  }

  /** Puts everything as it was before anybody changed it. */
  void asAtFirst() {
    put(usual);
    changed();
  }

  void put(ListLook look) {
    arranging = true;
    List<TableColumn<R, ?>> order = new ArrayList<>();
    for (ListLook.Shown s : look.columns()) {
      for (TableColumn<R, ?> c : table.getColumns()) {
        if (key(c).equals(s.key())) {
          c.setPrefWidth(s.width());
          c.setVisible(s.visible());
          order.add(c);
        }
      }
    }
    // Widths that were pulled before are not those that are put now.
    shared = new SharedWidth();
    table.setColumnResizePolicy(shared);
    table.getColumns().setAll(order);
    if (look.sort().isEmpty()) {
      table.getSortOrder().clear();
    }
    for (TableColumn<R, ?> c : order) {
      if (key(c).equals(look.sort())) {
        c.setSortType(
            look.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(c));
      }
    }
    arranging = false;
  }

  private static String key(TableColumn<?, ?> column) {
    return String.valueOf(column.getUserData());
  }

  private List<Double> widths() {
    return table.getColumns().stream().map(TableColumn::getWidth).toList();
  }
}
