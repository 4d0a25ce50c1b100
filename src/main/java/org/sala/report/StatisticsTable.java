package org.sala.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many people of each kind there are, in two ways at once, with totals; what would tell of
 * fewer than k people is hidden. Rows and columns are codes.
 */
public final class StatisticsTable {
  /** What stands for a number that is hidden. */
  public static final String HIDDEN = "*";

  /** The row of those whose own row would have fewer than k people: not even its name is shown. */
  public static final String OTHERS = "others";

  private final List<String> rows;
  private final List<String> columns;
  private final HiddenCells.Table table;
  private final int k;

  /** Some people, by two codes. */
  public record Counted(String row, String column, int people) {
    /** One person. */
    public Counted(String row, String column) {
      this(row, column, 1);
    }
  }

  /**
   * Counts people.
   *
   * @param k how few are too few to be shown; at least 2
   */
  public StatisticsTable(List<Counted> people, List<String> columns, int k) {
    Map<String, Integer> sums = new TreeMap<>();
    people.forEach(p -> sums.merge(p.row(), p.people(), Integer::sum));
    Set<String> few = new HashSet<>();
    sums.forEach(
        (row, n) -> {
          if (n < k) {
            few.add(row);
          }
        });
    List<String> shown = new ArrayList<>(sums.keySet());
    shown.removeAll(few);
    if (!few.isEmpty()) {
      shown.add(OTHERS);
    }
    this.rows = List.copyOf(shown);
    this.columns = List.copyOf(columns);
    this.k = k;
    int[][] inner = new int[Math.max(1, rows.size())][columns.size()];
    for (Counted p : people) {
      String row = few.contains(p.row()) ? OTHERS : p.row();
      inner[rows.indexOf(row)][this.columns.indexOf(p.column())] += p.people();
    }
    this.table = HiddenCells.of(inner, k);
  }

  /**
   * One line of the table: the cells of a row, its total last.
   *
   * @param row its code; empty for the line of totals, which comes last
   * @param cells numbers, or {@link #HIDDEN}
   */
  public record Row(String row, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** Returns the table as it may be shown. */
  public List<Row> shown() {
    List<Row> lines = new ArrayList<>();
    for (int r = 0; r < table.cells().length; r++) {
      boolean last = r == table.cells().length - 1;
      if (!last && r >= rows.size()) {
        continue;
      }
      List<String> cells = new ArrayList<>();
      for (int c = 0; c <= columns.size(); c++) {
        cells.add(table.hidden()[r][c] ? HIDDEN : String.valueOf(table.cells()[r][c]));
      }
      lines.add(new Row(last ? "" : rows.get(r), cells));
    }
    return lines;
  }

  /**
   * The table as CSV.
   *
   * @param names words of codes; a code without is shown as it is
   * @param below said in a last line, of how few are hidden
   * @param besides said below that, of what was counted otherwise
   */
  public byte[] csv(
      Map<String, String> names, String total, String below, Optional<String> besides) {
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    columns.forEach(c -> head.add(names.getOrDefault(c, c)));
    head.add(total);
    lines.add(head);
    for (Row row : shown()) {
      List<String> line = new ArrayList<>();
      line.add(row.row().isEmpty() ? total : names.getOrDefault(row.row(), row.row()));
      line.addAll(row.cells());
      lines.add(line);
    }
    lines.add(Collections.singletonList(below + " (k = " + k + ")"));
    besides.ifPresent(b -> lines.add(Collections.singletonList(b)));
    return CsvFile.of(lines);
  }
}
