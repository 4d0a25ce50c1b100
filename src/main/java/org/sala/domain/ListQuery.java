package org.sala.domain;

import java.util.Optional;

/**
 * What part of a list is asked for, and in which order.
 *
 * @param filter beginnings of words of names, numbers or titles, with spaces between; empty for all
 * @param sort a column's key
 * @param after the place behind which to begin; empty for the start
 * @param offset rows to leave out from there
 * @param limit rows at most
 */
public record ListQuery(
    String filter, String sort, boolean descending, Optional<Mark> after, int offset, int limit) {
  public ListQuery {
    if (offset < 0 || limit < 1 || limit > 10_000) {
      throw new IllegalArgumentException("window of a list");
    }
  }

  /** A window counted from the start. */
  public ListQuery(String filter, String sort, boolean descending, int offset, int limit) {
    this(filter, sort, descending, Optional.empty(), offset, limit);
  }

  /**
   * A row's place in a sorted list. It stays the same place however many rows come before it, so
   * that whoever goes on from here loses none and meets none twice.
   *
   * @param value by which the list is sorted; nothing where the row has none
   */
  public record Mark(Value value, RecordId id) {}

  @Override
  public String toString() {
    return "ListQuery[" + sort + "]";
  }
}
