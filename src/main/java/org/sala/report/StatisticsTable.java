package org.sala.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How many people of each kind there are, in two ways at once, with totals; what would tell of
 * fewer than k people is hidden. Rows and columns are codes.
 */
public final class StatisticsTable {
  /** What stands for a number that is hidden. */
  public static final String HIDDEN = "*";

  private final List<String> rows;
  private final List<String> columns;
  private final HiddenCells.Table table;
  private final int k;

  /** One person, by two codes. */
  public record Counted(String row, String column) {}

  /**
   * Counts people.
   *
   * @param k how few are too few to be shown; at least 2
   */
  public StatisticsTable(List<Counted> people, List<String> columns, int k) {
    this.rows = List.copyOf(new TreeSet<>(people.stream().map(Counted::row).toList()));
    this.columns = List.copyOf(columns);
    this.k = k;
    int[][] inner = new int[Math.max(1, rows.size())][columns.size()];
    for (Counted p : people) {
      inner[rows.indexOf(p.row())][this.columns.indexOf(p.column())]++;
    }
    this.table = HiddenCells.of(inner, k);
  }

  /**
   * The table as CSV.
   *
   * @param names words of codes; a code without is shown as it is
   * @param below said in a last line, of how few are hidden
   */
  public byte[] csv(Map<String, String> names, String total, String below) {
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    columns.forEach(c -> head.add(names.getOrDefault(c, c)));
    head.add(total);
    lines.add(head);
    for (int r = 0; r < table.cells().length; r++) {
      boolean last = r == table.cells().length - 1;
      if (!last && r >= rows.size()) {
        continue;
      }
      List<String> line = new ArrayList<>();
      line.add(last ? total : names.getOrDefault(rows.get(r), rows.get(r)));
      for (int c = 0; c <= columns.size(); c++) {
        line.add(table.hidden()[r][c] ? HIDDEN : String.valueOf(table.cells()[r][c]));
      }
      lines.add(line);
    }
    lines.add(Collections.singletonList(below + " (k = " + k + ")"));
    return CsvFile.of(lines);
  }
}
