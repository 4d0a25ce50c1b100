package org.sala.ui.kit;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A place in a long list: the row that stands there, or none while it is still being read. */
public final class Slot<R> {
  private final int at;
  private final ReadOnlyObjectWrapper<@Nullable R> row = new ReadOnlyObjectWrapper<>();

  Slot(int at) {
    this.at = at;
  }

  int at() {
    return at;
  }

  public Optional<R> row() {
    return Optional.ofNullable(row.get());
  }

  ReadOnlyObjectProperty<@Nullable R> rowProperty() {
    return row.getReadOnlyProperty();
  }

  /** Shows a row; the same row again changes nothing on the screen. */
  void show(@Nullable R now) {
    if (now == null || !now.equals(row.get())) {
      row.set(now);
    }
  }
}
