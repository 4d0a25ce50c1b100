package org.sala.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some rows of a list.
 *
 * @param end where the next page begins; empty when there are no rows
 */
public record ListPage<R>(List<R> rows, Optional<ListQuery.Mark> end) {
  public ListPage {
    rows = List.copyOf(rows);
  }

  /** Returns this page in the words of whoever answers, row by row. */
  public <T> ListPage<T> map(Function<R, T> line) {
    return new ListPage<>(rows.stream().map(line).toList(), end);
  }

  /**
   * Returns this page in other words, where all rows are looked at together: one of them for each,
   * in the same order.
   */
  public <T> ListPage<T> all(Function<List<R>, List<T>> lines) {
    return new ListPage<>(lines.apply(rows), end);
  }

  @Override
  public String toString() {
    return "ListPage[" + rows.size() + "]";
  }
}
