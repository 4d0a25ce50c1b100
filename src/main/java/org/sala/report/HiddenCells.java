package org.sala.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds the cells of a table of people that are hidden, totals among them: all that count fewer
 * than k and are not zero, and as many more as it takes that none of these can be computed from
 * what is shown.
 *
 * <p>Rows, columns and their totals are the points of a network, and each cell is a way from one of
 * them to another on which as many people go as it counts: what comes to a point leaves it. Two
 * tables that look alike differ by rings of hidden cells on which there is one more with the way
 * and one fewer against it. Noughts are shown, so whoever reads knows that no hidden cell is one: a
 * hidden one cannot become fewer. A hidden cell can be computed exactly when no such ring goes
 * through it. So a ring is closed around each, over the cells that cost least. Besides, what is
 * hidden in a line adds up to at least k: otherwise the line itself would tell of a few.
 */
final class HiddenCells {
  private final int k;
  private final int[][] cells;
  private final boolean[][] hidden;
  private final int rows;
  private final int columns;

  private HiddenCells(int[][] inner, int k) {
    this.k = k;
    this.cells = withTotals(inner);
    this.rows = cells.length;
    this.columns = cells[0].length;
    this.hidden = new boolean[rows][columns];
  }

  /**
   * The table with totals, the last row and the last column, and what of it is hidden.
   *
   * @param cells counts, with totals
   * @param hidden in the same order
   */
  record Table(int[][] cells, boolean[][] hidden) {}

  /**
   * Hides what has to be.
   *
   * @param inner counts without totals; at least one row and one column
   * @param k at least 2
   */
  static Table of(int[][] inner, int k) {
    if (k < 2 || inner.length == 0 || inner[0].length == 0) {
      throw new IllegalArgumentException("a table has cells, and k is more than one");
    }
    HiddenCells work = new HiddenCells(inner, k);
    work.small();
    boolean more = true;
    while (more) {
      boolean rings = work.rings();
      more = work.lines() || rings;
    }
    return new Table(work.cells, work.hidden);
  }

  private static int[][] withTotals(int[][] inner) {
    int[][] all = new int[inner.length + 1][inner[0].length + 1];
    for (int r = 0; r < inner.length; r++) {
      for (int c = 0; c < inner[0].length; c++) {
        int n = inner[r][c];
        all[r][c] = n;
        all[r][inner[0].length] += n;
        all[inner.length][c] += n;
        all[inner.length][inner[0].length] += n;
      }
    }
    return all;
  }

  private void small() {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        hidden[r][c] = cells[r][c] > 0 && cells[r][c] < k;
      }
    }
  }

  /** Closes a ring around each hidden cell; whether anything was hidden for it. */
  private boolean rings() {
    boolean more = false;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        if (hidden[r][c]) {
          more |= ring(r, c);
        }
      }
    }
    return more;
  }

  /**
   * Closes the cheaper of the two rings through a hidden cell: one on which it is one more, or one
   * on which it is one fewer. The first is always there, over the totals.
   */
  private boolean ring(int row, int column) {
    Ring best = around(row, column, true);
    if (cells[row][column] > 1) {
      Ring fewer = around(row, column, false);
      best = fewer.cost() < best.cost() ? fewer : best;
    }
    boolean more = false;
    for (int[] cell : best.over()) {
      more |= !hidden[cell[0]][cell[1]];
      hidden[cell[0]][cell[1]] = true;
    }
    return more;
  }

  /** The other cells of a ring, and what it costs to hide them. */
  private record Ring(long cost, List<int[]> over) {}

  /**
   * The cheapest ring through a cell: what is hidden already costs nothing, a total costs more than
   * any cell.
   *
   * @param more whether the cell is one more on it
   */
  private Ring around(int row, int column, boolean more) {
    boolean fromColumn = isForth(row, column) == more;
    int start = fromColumn ? rows + column : row;
    int goal = fromColumn ? row : rows + column;
    long[] cost = new long[rows + columns];
    int[] from = new int[rows + columns];
    Arrays.fill(cost, Long.MAX_VALUE);
    Arrays.fill(from, -1);
    cost[start] = 0;
    Deque<Integer> next = new ArrayDeque<>();
    next.add(start);
    while (!next.isEmpty()) {
      int at = next.remove();
      for (int to = at < rows ? rows : 0; to < (at < rows ? rows + columns : rows); to++) {
        int r = Math.min(at, to);
        int c = Math.max(at, to) - rows;
        if (!(r == row && c == column) && cells[r][c] >= (isForth(r, c) == at < rows ? 1 : 2)) {
          long sum = cost[at] + cost(r, c);
          if (sum < cost[to]) {
            cost[to] = sum;
            from[to] = at;
            next.add(to);
          }
        }
      }
    }
    List<int[]> over = new ArrayList<>();
    for (int at = goal; from[at] >= 0; at = from[at]) {
      over.add(new int[] {Math.min(at, from[at]), Math.max(at, from[at]) - rows});
    }
    return new Ring(cost[goal], over);
  }

  /**
   * Which way people go through a cell when a table is read as a round: from rows by cells to
   * columns, by their totals to the total of all, and by the totals of rows back to rows.
   */
  private boolean isForth(int r, int c) {
    return (r == rows - 1) == (c == columns - 1);
  }

  private long cost(int r, int c) {
    if (hidden[r][c]) {
      return 0;
    }
    int total = cells[rows - 1][columns - 1];
    boolean isTotal = r == rows - 1 || c == columns - 1;
    return isTotal ? 1_000L * (total + 1L) + cells[r][c] : cells[r][c] + 1L;
  }

  /** Hides more of a line whose hidden cells add up to fewer than k; its total at last. */
  private boolean lines() {
    boolean more = false;
    for (int r = 0; r < rows; r++) {
      more |= line(r, true);
    }
    for (int c = 0; c < columns; c++) {
      more |= line(c, false);
    }
    return more;
  }

  private boolean line(int index, boolean row) {
    int last = (row ? columns : rows) - 1;
    int sum = 0;
    int cheapest = -1;
    boolean any = false;
    for (int i = 0; i < last; i++) {
      int n = row ? cells[index][i] : cells[i][index];
      if (row ? hidden[index][i] : hidden[i][index]) {
        sum += n;
        any = true;
      } else if (n > 0 && (cheapest < 0 || n < at(index, cheapest, row))) {
        cheapest = i;
      }
    }
    boolean totalHidden = row ? hidden[index][last] : hidden[last][index];
    if (!any || totalHidden || sum >= k) {
      return false;
    }
    hide(index, cheapest < 0 ? last : cheapest, row);
    return true;
  }

  private int at(int index, int i, boolean row) {
    return row ? cells[index][i] : cells[i][index];
  }

  private void hide(int index, int i, boolean row) {
    if (row) {
      hidden[index][i] = true;
    } else {
      hidden[i][index] = true;
    }
  }
}
