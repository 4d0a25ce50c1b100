package org.sala.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A virtual table: Enter or a click on a selected row opens; no double click is needed. */
public final class Table<R> extends TableView<R> {

  static final double ROW = 58;
  static final double LEAST = 92;
  private static final double LOW_ROW = 38;
  private static final double ROOMY = 70;

  private @Nullable ArrangedRows<R> arranged;
  private @Nullable Region head;
  private double room;

  public Table(Node placeholder) {
    setPlaceholder(placeholder);
    // One height for all rows: the table stays fluid however many there are.
    setFixedCellSize(ROW);
    setMinHeight(0);
    setPrefHeight(0);
    setColumnResizePolicy(new SharedWidth());
    FirstRow.on(this);
  }

  @Override
  public void resize(double width, double height) {
    room = height;
    super.resize(width, whole());
  }

  /** Higher rows, or the first of them: how many are seen whole is known only now. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (Math.abs(whole() - getHeight()) > 0.5) {
      super.resize(getWidth(), whole());
      super.layoutChildren();
    }
  }

  /** The height at which no row in sight is cut; a frame of its own is as high as its room. */
  private double whole() {
    if (head == null && lookup(".column-header-background") instanceof Region found) {
      head = found;
    }
    if (head == null || getStyleClass().contains("framed")) {
      return room;
    }
    double around = head.getHeight() + snappedTopInset() + snappedBottomInset();
    double cell = getFixedCellSize();
    double rows = Math.floor((room - around) / cell);
    return rows < 1 || rows >= getItems().size() ? room : around + rows * cell;
  }

  /** Columns that a long list has as well. */
  public Table<R> columns(List<Column<R>> columns) {
    for (Column<R> c : columns) {
      switch (c.shows()) {
        case Column.Shows.Words<R> w ->
            column(c.title(), c.width(), w.words(), w.classes().toArray(String[]::new));
        case Column.Shows.Nodes<R> n -> nodes(c.title(), c.width(), n.node());
      }
    }
    return this;
  }

  /**
   * Columns that somebody may arrange, as they were left the last time.
   *
   * @param keep hears of every change
   */
  public Table<R> arranged(Columns<R> columns, Optional<ListLook> kept, Consumer<ListLook> keep) {
    arranged = new ArrangedRows<>(this, columns, kept, keep);
    return this;
  }

  /** Returns the choice of columns that somebody may arrange. */
  public ColumnChoice choice(ColumnWords words) {
    if (arranged == null) {
      throw new IllegalStateException("nobody arranges these columns");
    }
    return arranged.choice(words);
  }

  /** Shows these rows, in the order that somebody has chosen. */
  public Table<R> shows(List<R> rows) {
    if (arranged == null) {
      setItems(FXCollections.observableArrayList(rows));
    } else {
      arranged.show(rows);
    }
    return this;
  }

  /**
   * Shows these rows in place of others: the one that is chosen stays so, and the list stands where
   * it was read.
   *
   * @param key by which a row is known again
   */
  public void again(List<R> rows, Function<R, String> key) {
    Optional<String> chosen = Optional.ofNullable(getSelectionModel().getSelectedItem()).map(key);
    getItems().setAll(rows);
    if (!getSortOrder().isEmpty()) {
      sort();
    }
    rows.stream()
        .filter(r -> chosen.filter(key.apply(r)::equals).isPresent())
        .findFirst()
        .ifPresent(getSelectionModel()::select);
  }

  /** A column of words. */
  public Table<R> column(String title, double width, Function<R, String> words, String... classes) {
    TableColumn<R, String> column = new TableColumn<>(title);
    column.setCellValueFactory(v -> new ReadOnlyObjectWrapper<>(words.apply(v.getValue())));
    column.setCellFactory(
        c -> {
          TableCell<R, String> cell =
              new TableCell<>() {
                @Override
                protected void updateItem(String item, boolean empty) {
                  super.updateItem(item, empty);
                  setText(empty ? "" : item);
                }
              };
          cell.setWrapText(true);
          Whole.on(cell);
          Snug.on(cell);
          cell.getStyleClass().addAll(classes);
          return cell;
        });
    return with(column, width);
  }

  /** A column of nodes; they are made only for the rows in sight. */
  public Table<R> nodes(String title, double width, Function<R, Node> node) {
    TableColumn<R, R> column = new TableColumn<>(title);
    column.setCellValueFactory(v -> new ReadOnlyObjectWrapper<>(v.getValue()));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(R item, boolean empty) {
                super.updateItem(item, empty);
                Node made = empty || item == null ? null : node.apply(item);
                setGraphic(made);
                setAccessibleText(made == null ? null : Heard.in(made));
              }
            });
    column.setSortable(false);
    return with(column, width);
  }

  private Table<R> with(TableColumn<R, ?> column, double width) {
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, LEAST));
    getColumns().add(column);
    Heads.speak(this);
    return this;
  }

  /** Gives the table a border of its own, where no card is around it. */
  public Table<R> framed() {
    getStyleClass().add("framed");
    return this;
  }

  /**
   * Higher rows while it is narrower than this: words wrap to three lines there and would touch.
   */
  public Table<R> roomyBelow(double width) {
    roomyBelow(this, width);
    return this;
  }

  static void roomyBelow(TableView<?> table, double width) {
    table
        .widthProperty()
        .addListener(
            (o, was, is) -> table.setFixedCellSize(is.doubleValue() < width ? ROOMY : ROW));
  }

  /** Rows of one line. */
  public Table<R> low() {
    setFixedCellSize(LOW_ROW);
    return this;
  }

  /** What Enter on a row does, where a click already has its button. */
  public Table<R> enters(Consumer<R> open) {
    setOnKeyPressed(
        e -> {
          R row = getSelectionModel().getSelectedItem();
          if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown() && row != null) {
            open.accept(row);
            e.consume();
          }
        });
    return this;
  }

  /** What opening a row does. */
  public Table<R> opens(Consumer<R> open) {
    enters(open);
    setRowFactory(
        t -> {
          TableRow<R> row = new TableRow<>();
          row.setOnMouseClicked(
              e -> {
                if (!row.isEmpty() && e.getButton() == MouseButton.PRIMARY) {
                  open.accept(row.getItem());
                }
              });
          return row;
        });
    return this;
  }
}
