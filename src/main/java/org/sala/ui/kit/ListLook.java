package org.sala.ui.kit;

import java.util.ArrayList;
import java.util.List;

/**
 * How somebody likes a long list: its columns in their order, and what it is sorted by.
 *
 * @param sort a column's key; empty for the usual order
 */
public record ListLook(List<Shown> columns, String sort, boolean descending) {
  /** A column as it is liked. */
  public record Shown(String key, double width, boolean visible) {
    public Shown {
      width = Math.clamp(width, 40, 2_000);
    }
  }

  public ListLook {
    columns = List.copyOf(columns);
  }

  /** Returns the look that a list has at first. */
  public static ListLook usual(List<? extends Column<?>> columns, String sort, boolean descending) {
    return new ListLook(
        columns.stream().map(c -> new Shown(c.key(), c.width(), true)).toList(), sort, descending);
  }

  /**
   * What of this still fits: columns that there are, once each, new ones behind the old; and never
   * none at all.
   */
  public ListLook over(ListLook usual) {
    List<Shown> kept = new ArrayList<>();
    for (Shown s : columns) {
      if (usual.has(s.key()) && kept.stream().noneMatch(k -> k.key().equals(s.key()))) {
        kept.add(s);
      }
    }
    usual.columns.stream()
        .filter(u -> kept.stream().noneMatch(k -> k.key().equals(u.key())))
        .forEach(kept::add);
    boolean sorted = usual.has(sort);
    return kept.stream().noneMatch(Shown::visible)
        ? usual
        : new ListLook(kept, sorted ? sort : usual.sort, sorted ? descending : usual.descending);
  }

  private boolean has(String key) {
    return columns.stream().anyMatch(c -> c.key().equals(key));
  }
}
