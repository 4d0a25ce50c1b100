package org.sala.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Where a long list gets its rows, a page at a time. Answers come on the FX thread, in any order
 * and as late as they like.
 *
 * @param <M> how the source marks the place where a page ended; the list only hands it back
 */
public interface RowSource<R, M> {
  /** How many rows make a page. */
  default int together() {
    return Rows.PAGE;
  }

  void page(Wanted<M> wanted, Answer<Page<R, M>> answer);

  void count(Order order, BooleanSupplier awaited, Answer<Count> answer);

  /** Hears what was asked for, or that it could not be read. */
  interface Answer<T> {
    void came(T answer);

    /**
     * Tells that what was asked for could not be read.
     *
     * @param why what happened, in the officer's words
     */
    void failed(String why);
  }

  /**
   * The rows that are wanted, and their order.
   *
   * @param sort a sort key; empty for the usual one
   */
  record Order(String filter, String sort, boolean descending) {
    @Override
    public String toString() {
      return "Order[" + sort + "]";
    }
  }

  /**
   * A page that is wanted.
   *
   * @param after where the page before it ended, if that is known; then {@code offset} is 0
   * @param awaited whether anybody still waits for it: else it need not be read at all
   */
  record Wanted<M>(
      Order order, Optional<M> after, int offset, int limit, BooleanSupplier awaited) {}

  /** Rows, and where they end. */
  record Page<R, M>(List<R> rows, Optional<M> end) {}

  /** How many rows there are; {@code more} says that counting stopped there. */
  record Count(int rows, boolean more) {}
}
