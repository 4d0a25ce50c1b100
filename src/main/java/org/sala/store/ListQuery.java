package org.sala.store;

/**
 * What a list asks for.
 *
 * @param filter words from the beginning of names, numbers or titles; empty for all
 * @param sort a column's key
 * @param offset rows to leave out
 * @param limit rows at most
 */
public record ListQuery(String filter, String sort, boolean descending, int offset, int limit) {
  public ListQuery {
    if (offset < 0 || limit < 1 || limit > 10_000) {
      throw new IllegalArgumentException("window of a list");
    }
  }
}
