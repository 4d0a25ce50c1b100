package org.sala.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A list that stays fluid however long it is: rows are read as the eye meets them, a click on a
 * head sorts by asking, a field filters from the beginning of words. Columns, widths and order are
 * handed to whoever remembers them.
 */
public final class LongList<R> extends VBox {
  private final Made<R> made;
  private final ListWords words;
  private final ListLook usual;
  private final Rows<R, ?> rows;
  private final TableView<Slot<R>> table = new TableView<>();
  private final TextField filter = new TextField();
  private final Label count = Nodes.changing("muted");
  private final StackPane trouble = new StackPane();
  private final Arrangement<Slot<R>> arrangement;
  private Optional<Left> returning = Optional.empty();
  private final Chosen<R> chosen;

  /**
   * What a list is made of.
   *
   * @param id of its table
   * @param sort the key of the column that it is sorted by at first
   * @param identity what stays the same of a row however it changes
   * @param nothing what it says when there is nothing at all, and what to do next
   * @param verbs what can be done with a row, opening it first
   */
  public record Made<R>(
      String id,
      List<Column<R>> columns,
      String sort,
      boolean descending,
      Function<R, ?> identity,
      Node nothing,
      Consumer<R> opens,
      List<Verb<R>> verbs) {
    public Made {
      columns = List.copyOf(columns);
      verbs = List.copyOf(verbs);
    }
  }

  /**
   * What can be done with a row, from the menu of the right button or of the menu key.
   *
   * @param key that does the same, in words; may be empty
   * @param may whether it can be done with this row; what cannot is not shown
   */
  public record Verb<R>(String words, String key, Predicate<R> may, Consumer<R> does) {
    /** What can be done with any row. */
    public Verb(String words, String key, Consumer<R> does) {
      this(words, key, row -> true, does);
    }
  }

  /**
   * How a list was left, so that whoever comes back finds it so.
   *
   * @param filter what was typed
   * @param first the row at its top
   * @param chosen the identity of the row that was chosen
   */
  public record Left(String filter, int first, Optional<Object> chosen) {
    @Override
    public String toString() {
      return "Left[" + first + "]";
    }
  }

  public LongList(
      Made<R> made,
      RowSource<R, ?> source,
      ListWords words,
      Optional<ListLook> kept,
      Consumer<ListLook> keep) {
    this.made = made;
    this.words = words;
    this.usual = ListLook.usual(made.columns(), made.sort(), made.descending());
    this.rows = new Rows<>(source);
    this.chosen = new Chosen<>(table, rows, made.identity());
    this.arrangement = new Arrangement<>(table, usual, keep);
    getStyleClass().add("card");
    setId(made.id() + "-list");
    VBox.setVgrow(this, Priority.ALWAYS);
    VBox.setVgrow(table, Priority.ALWAYS);
    dressFilter();
    dressTable();
    arrangement.put(kept.map(k -> k.over(usual)).orElse(usual));
    arrangement.listen();
    ColumnChoice columns = new ColumnChoice(table, words, arrangement, this::ask);
    count.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .setAll(
            Nodes.row(filter, count, Nodes.spring(), columns.button()),
            columns.bar(),
            trouble,
            table);
    trouble.managedProperty().bind(Bindings.isNotEmpty(trouble.getChildren()));
    trouble.setId("list-trouble");
    rows.stateProperty().addListener((o, was, is) -> told());
    told();
    ask();
    // Arrows and letters work as soon as the list is on the screen.
    Nodes.focusOnceShown(this, table);
  }

  /** The keyboard goes to the rows: arrows and letters work there. */
  @Override
  public void requestFocus() {
    table.requestFocus();
  }

  /**
   * Tells which row is chosen, to whoever shows it at the side: there is one where there are any.
   */
  public LongList<R> choosing(Consumer<Optional<R>> hears) {
    chosen.heardBy(hears);
    return this;
  }

  /** Returns the row that is chosen, as it was read last. */
  public Optional<R> chosen() {
    return chosen.row();
  }

  /** Puts words above it, where it is one of several. */
  public LongList<R> headed(Node heading) {
    getChildren().addFirst(heading);
    return this;
  }

  /** Higher rows while it is narrower than this: words wrap to three lines there. */
  public LongList<R> roomyBelow(double width) {
    Table.roomyBelow(table, width);
    return this;
  }

  /** What is shown may be old: it is read again where the eye is. */
  public void refresh() {
    chosen.remember();
    rows.refresh(
        flow().map(f -> f.getFirstVisibleCell().getIndex()).orElse(0),
        flow().map(f -> f.getLastVisibleCell().getIndex()).orElse(0));
  }

  private Optional<VirtualFlow<?>> flow() {
    return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
            && flow.getFirstVisibleCell() != null
        ? Optional.of(flow)
        : Optional.empty();
  }

  /** Returns how the list stands now, to be put back later. */
  public Left left() {
    chosen.remember();
    return new Left(
        filter.getText(),
        flow().map(f -> f.getFirstVisibleCell().getIndex()).orElse(0),
        chosen.wanted());
  }

  /** Puts it back as it was left; what was chosen and is gone meanwhile is not chosen again. */
  public void comeBack(Left left) {
    returning = Optional.of(left);
    if (left.filter().equals(filter.getText())) {
      told();
    } else {
      filter.setText(left.filter());
    }
  }

  /** Closes the list; answers on their way are dropped. */
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
  }

  private void dressTable() {
    table.setId(made.id());
    table.setItems(rows);
    table.setContextMenu(RowMenu.of(made.verbs(), chosen::row));
    table.setFixedCellSize(Table.ROW);
    table.setMinHeight(0);
    table.setPrefHeight(0);
    for (Column<R> c : made.columns()) {
      table.getColumns().add(column(c));
    }
    Heads.speak(table);
    table.setRowFactory(
        t -> {
          TableRow<Slot<R>> row = new TableRow<>();
          row.setOnMouseClicked(
              e -> {
                if (e.getButton() == MouseButton.PRIMARY) {
                  open(Optional.ofNullable(row.getItem()));
                }
              });
          return row;
        });
    ListKeys.on(filter, table, rows, this::open);
    table.setSortPolicy(
        t -> {
          if (!arrangement.arranging()) {
            ask();
            arrangement.changed();
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

  private void open(Optional<Slot<R>> slot) {
    slot.flatMap(Slot::row).ifPresent(made.opens());
  }

  private void ask() {
    RowSource.Order order =
        new RowSource.Order(filter.getText().strip(), sortKey(), arrangement.look().descending());
    if (rows.stateProperty().get() == Rows.State.BEGINNING || !order.equals(rows.order())) {
      table.scrollTo(0);
      chosen.remember();
      rows.show(order);
    }
  }

  private String sortKey() {
    String by = arrangement.look().sort();
    return made.columns().stream()
        .filter(c -> c.key().equals(by))
        .flatMap(c -> c.sort().stream())
        .findFirst()
        .orElse("");
  }

  private void told() {
    Rows.State state = rows.stateProperty().get();
    count.setText(state == Rows.State.COUNTED ? words.count(rows.count()) : "");
    if (state == Rows.State.READ || state == Rows.State.COUNTED) {
      chosen.again();
    }
    if (state == Rows.State.COUNTED) {
      counted();
    }
    boolean old = state == Rows.State.READING;
    table.setOpacity(old ? 0.6 : 1);
    trouble.getChildren().clear();
    switch (state) {
      case BEGINNING -> table.setPlaceholder(Nodes.line(words.reading(), "muted"));
      case FAILED -> failed();
      case READING, READ, COUNTED -> {
        if (!old && rows.isEmpty()) {
          table.setPlaceholder(
              rows.order().filter().isEmpty()
                  ? made.nothing()
                  : ListSigns.noMatch(words, rows.order().filter(), this::clearFilter));
        }
      }
    }
  }

  /** All rows have their place now: whoever comes back goes where they were. */
  private void counted() {
    chosen.want(returning.flatMap(Left::chosen));
    returning.map(Left::first).filter(at -> at < rows.size()).ifPresent(table::scrollTo);
    returning = Optional.empty();
    chosen.again();
    chosen.settled();
  }

  /** Rows that are there stay; where there are none it stands in their place. */
  private void failed() {
    if (rows.isEmpty()) {
      table.setPlaceholder(ListSigns.failed(words, rows.trouble(), rows::retry, new VBox(8)));
    } else {
      trouble
          .getChildren()
          .setAll(ListSigns.failed(words, rows.trouble(), rows::retry, new HBox(8)));
    }
  }

  private void clearFilter() {
    filter.clear();
    filter.requestFocus();
  }
}
