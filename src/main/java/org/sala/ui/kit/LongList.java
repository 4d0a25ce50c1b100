package org.sala.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A list that stays fluid however long it is: rows are read as the eye meets them, a click on a
 * head sorts by asking, a field filters from the beginning of words. Columns, widths and order are
 * handed to whoever remembers them.
 */
public final class LongList<R> extends VBox {
  private final Made<R> made;
  private final Words words;
  private final Consumer<ListLook> keep;
  private final ListLook usual;
  private final Rows<R, ?> rows;
  private final TableView<Slot<R>> table = new TableView<>();
  private final TextField filter = new TextField();
  private final Label count = Nodes.changing("muted");
  private final VBox below = new VBox();
  private boolean arranging;
  private List<Double> widths = List.of();
  private Optional<Object> selected = Optional.empty();

  /**
   * What a list is made of.
   *
   * @param id of its table
   * @param sort the key of the column that it is sorted by at first
   * @param identity what stays the same of a row however it changes
   * @param nothing what it says when there is nothing at all, and what to do next
   */
  public record Made<R>(
      String id,
      List<Column<R>> columns,
      String sort,
      boolean descending,
      Function<R, ?> identity,
      Node nothing,
      Consumer<R> opens) {
    public Made {
      columns = List.copyOf(columns);
    }
  }

  /** What it says. */
  public interface Words extends ColumnsBar.Words {
    String filter();

    String columns();

    String reading();

    String count(RowSource.Count count);

    String noMatch(String typed);

    String clear();
  }

  public LongList(
      Made<R> made,
      RowSource<R, ?> source,
      Words words,
      Optional<ListLook> kept,
      Consumer<ListLook> keep) {
    this.made = made;
    this.words = words;
    this.keep = keep;
    this.usual = ListLook.usual(made.columns(), made.sort(), made.descending());
    this.rows = new Rows<>(source);
    getStyleClass().add("card");
    VBox.setVgrow(this, Priority.ALWAYS);
    VBox.setVgrow(table, Priority.ALWAYS);
    dressFilter();
    dressTable();
    arrange(kept.map(k -> k.over(usual)).orElse(usual));
    listen();
    ToggleButton columns = new ToggleButton(words.columns());
    columns.setId("choose-columns");
    columns.setOnAction(e -> showColumns(columns.isSelected()));
    getChildren().setAll(Nodes.row(filter, count, Nodes.spring(), columns), below, table);
    below.managedProperty().bind(Bindings.isNotEmpty(below.getChildren()));
    rows.stateProperty().addListener((o, was, is) -> told());
    told();
    ask();
    takeFocus();
  }

  /** What is shown may be old: it is read again where the eye is. */
  public void refresh() {
    int first = 0;
    int last = 0;
    if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null) {
      first = flow.getFirstVisibleCell().getIndex();
      last = flow.getLastVisibleCell().getIndex();
    }
    remember();
    rows.refresh(first, last);
  }

  /** A table that is being sorted must keep its selection until it is; the rows come later. */
  private void remember() {
    selected =
        Optional.ofNullable(table.getSelectionModel().getSelectedItem())
            .flatMap(Slot::row)
            .map(made.identity());
  }

  /** Who was chosen stays chosen, wherever the row stands now; nobody else takes its place. */
  private void selectAgain() {
    if (selected.isPresent()) {
      Object wanted = selected.get();
      OptionalInt at = rows.find(r -> made.identity().apply(r).equals(wanted));
      if (at.isEmpty()) {
        table.getSelectionModel().clearSelection();
      } else if (at.getAsInt() != table.getSelectionModel().getSelectedIndex()) {
        table.getSelectionModel().clearAndSelect(at.getAsInt());
      }
    }
  }

  /** Arrows and letters work as soon as the list is on the screen. */
  private void takeFocus() {
    sceneProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Scene> o, @Nullable Scene was, @Nullable Scene is) {
                if (is != null) {
                  sceneProperty().removeListener(this);
                  table.requestFocus();
                }
              }
            });
  }

  /** Answers on their way are dropped. */
  public void close() {
    rows.close();
  }

  private void dressFilter() {
    filter.setPromptText(words.filter());
    filter.setAccessibleText(words.filter());
    filter.setId("filter");
    filter.setPrefWidth(280);
    filter.setMinWidth(160);
    filter.textProperty().addListener((o, was, is) -> ask());
    filter.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          switch (e.getCode()) {
            case DOWN -> enterTable();
            case ENTER -> openOnlyOne();
            case ESCAPE -> filter.clear();
            default -> {
              return;
            }
          }
          e.consume();
        });
  }

  private void dressTable() {
    table.setId(made.id());
    table.setItems(rows);
    table.setFixedCellSize(Table.ROW);
    table.setMinHeight(0);
    table.setPrefHeight(0);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    for (Column<R> c : made.columns()) {
      table.getColumns().add(column(c));
    }
    table.setRowFactory(
        t -> {
          TableRow<Slot<R>> row = new TableRow<>();
          row.setOnMouseClicked(e -> open(row.getItem()));
          return row;
        });
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            open(table.getSelectionModel().getSelectedItem());
            e.consume();
          }
        });
    // The first row is not passed over where none was chosen yet.
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.DOWN && table.getSelectionModel().isEmpty()) {
            enterTable();
            e.consume();
          }
        });
    // Letters typed on the list go where they filter.
    table.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    table.setSortPolicy(
        t -> {
          if (!arranging) {
            ask();
            changed();
          }
          return true;
        });
  }

  private TableColumn<Slot<R>, R> column(Column<R> c) {
    TableColumn<Slot<R>, R> column = new TableColumn<>(c.title());
    column.setUserData(c.key());
    column.setMinWidth(Math.min(c.width(), 60));
    column.setSortable(c.sort().isPresent());
    column.setCellValueFactory(v -> v.getValue().rowProperty());
    column.setCellFactory(any -> new SlotCell<>(c.shows()));
    return column;
  }

  private void listen() {
    table.getColumns().addListener((ListChangeListener<TableColumn<Slot<R>, ?>>) c -> changed());
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> widths = widths());
    table.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        e -> {
          if (!widths.equals(widths())) {
            changed();
          }
        });
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
      open(rows.get(0));
    } else {
      enterTable();
    }
  }

  private void open(@Nullable Slot<R> slot) {
    if (slot != null) {
      slot.row().ifPresent(made.opens());
    }
  }

  private void ask() {
    RowSource.Order order =
        new RowSource.Order(filter.getText().strip(), sortKey(), look().descending());
    if (rows.stateProperty().get() == Rows.State.BEGINNING || !order.equals(rows.order())) {
      table.scrollTo(0);
      remember();
      rows.show(order);
    }
  }

  private String sortKey() {
    String by = look().sort();
    return made.columns().stream()
        .filter(c -> c.key().equals(by))
        .flatMap(c -> c.sort().stream())
        .findFirst()
        .orElse("");
  }

  /** How it looks now; a head that was clicked out of sorting leaves the usual order. */
  private ListLook look() {
    List<ListLook.Shown> shown = new ArrayList<>();
    for (TableColumn<Slot<R>, ?> c : table.getColumns()) {
      double width = c.getWidth() > 0 && table.getWidth() > 0 ? c.getWidth() : c.getPrefWidth();
      shown.add(new ListLook.Shown(key(c), width, c.isVisible()));
    }
    if (table.getSortOrder().isEmpty()) {
      return new ListLook(shown, made.sort(), made.descending());
    }
    TableColumn<Slot<R>, ?> by = table.getSortOrder().getFirst();
    return new ListLook(shown, key(by), by.getSortType() == TableColumn.SortType.DESCENDING);
  }

  private static String key(TableColumn<?, ?> column) {
    return String.valueOf(column.getUserData());
  }

  private List<Double> widths() {
    return table.getColumns().stream().map(TableColumn::getWidth).toList();
  }

  private void changed() {
    if (!arranging) {
      keep.accept(look());
    }
  }

  private void arrange(ListLook look) {
    arranging = true;
    List<TableColumn<Slot<R>, ?>> order = new ArrayList<>();
    for (ListLook.Shown s : look.columns()) {
      for (TableColumn<Slot<R>, ?> c : table.getColumns()) {
        if (key(c).equals(s.key())) {
          c.setPrefWidth(s.width());
          c.setVisible(s.visible());
          order.add(c);
        }
      }
    }
    table.getColumns().setAll(order);
    for (TableColumn<Slot<R>, ?> c : order) {
      if (key(c).equals(look.sort())) {
        c.setSortType(
            look.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(c));
      }
    }
    arranging = false;
  }

  private void showColumns(boolean shown) {
    if (shown) {
      below
          .getChildren()
          .setAll(
              new ColumnsBar(
                  table,
                  words,
                  this::changed,
                  () -> {
                    arrange(usual);
                    changed();
                    ask();
                    showColumns(true);
                  }));
    } else {
      below.getChildren().clear();
    }
  }

  private void told() {
    Rows.State state = rows.stateProperty().get();
    count.setText(state == Rows.State.COUNTED ? words.count(rows.count()) : "");
    boolean old = state == Rows.State.READING;
    if (state == Rows.State.READ || state == Rows.State.COUNTED) {
      selectAgain();
    }
    if (state == Rows.State.COUNTED) {
      selected = Optional.empty();
    }
    table.setOpacity(old ? 0.6 : 1);
    if (state == Rows.State.BEGINNING) {
      table.setPlaceholder(Nodes.line(words.reading(), "muted"));
    } else if (!old && rows.isEmpty()) {
      table.setPlaceholder(rows.order().filter().isEmpty() ? made.nothing() : noMatch());
    }
  }

  private Node noMatch() {
    VBox box =
        new VBox(
            8,
            Nodes.line(words.noMatch(rows.order().filter()), "strong"),
            Nodes.button(
                words.clear(),
                "Esc",
                () -> {
                  filter.clear();
                  filter.requestFocus();
                }));
    box.setAlignment(Pos.CENTER);
    return box;
  }
}
