package org.sala.ui.kit;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Which row of a long list is chosen: it stays chosen wherever it stands now, and nobody else takes
 * its place unawares. FX thread only.
 */
final class Chosen<R> {
  private final TableView<Slot<R>> table;
  private final Rows<R, ?> rows;
  private final Function<R, ?> identity;
  private Optional<Object> wanted = Optional.empty();
  private @Nullable Consumer<Optional<R>> hears;

  /**
   * @param identity what stays the same of a row however it changes
   */
  Chosen(TableView<Slot<R>> table, Rows<R, ?> rows, Function<R, ?> identity) {
    this.table = table;
    this.rows = rows;
    this.identity = identity;
  }

  /** Tells of each choice, and again where the row may have changed; one is always chosen. */
  void heardBy(Consumer<Optional<R>> who) {
    hears = who;
    table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> tell());
  }

  Optional<R> row() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).flatMap(Slot::row);
  }

  /** The identity of the row that was remembered. */
  Optional<Object> wanted() {
    return wanted;
  }

  void want(Optional<Object> row) {
    wanted = row;
  }

  /** A table that is being sorted must keep its selection until it is; the rows come later. */
  void remember() {
    wanted = row().map(identity);
  }

  /** Chooses again what was remembered, where it is read; what is not is not chosen. */
  void again() {
    if (wanted.isEmpty()) {
      return;
    }
    Object row = wanted.get();
    OptionalInt at = rows.find(r -> identity.apply(r).equals(row));
    if (at.isEmpty()) {
      table.getSelectionModel().clearSelection();
    } else if (at.getAsInt() != table.getSelectionModel().getSelectedIndex()) {
      table.getSelectionModel().clearAndSelect(at.getAsInt());
    }
  }

  /** All rows have their place: where somebody hears of the choice, the first is one. */
  void settled() {
    if (hears == null) {
      return;
    }
    if (table.getSelectionModel().isEmpty() && !rows.isEmpty()) {
      table.getSelectionModel().clearAndSelect(0);
    } else {
      tell();
    }
  }

  /** A row that is still being read is no reason to say that none is chosen. */
  private void tell() {
    Optional<R> now = row();
    if (hears != null && (now.isPresent() || rows.isEmpty())) {
      hears.accept(now);
    }
  }
}
