package org.sala.ui.kit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The columns of a table whose rows are all there, and the orders that they can be sorted by.
 *
 * @param orders by the key that a column is sorted by; a column of any other cannot be sorted by
 */
public record Columns<R>(List<Column<R>> all, Map<String, Comparator<R>> orders) {
  public Columns {
    all = List.copyOf(all);
    orders = Map.copyOf(orders);
  }
}
