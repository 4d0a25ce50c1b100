package org.sala.form;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person hears before the first question: what the answers are for, who may read them, the
 * limits of confidentiality, that everything may be refused, and the rights that the country's law
 * names. For Thailand these are the Anti-Human Trafficking Act B.E. 2551, sections 33 to 37 and 41.
 */
public final class OpeningStatement {
  private static final List<Row> ROWS =
      CatalogueTables.statement(CatalogueFiles.resource("opening/statement.csv").orElseThrow());

  private OpeningStatement() {}

  /**
   * One line of the table.
   *
   * @param country ISO 3166-1 code; empty for what holds anywhere
   */
  record Row(String code, String country, Wording text) {}

  /** One point of the statement. */
  public record Point(String code, Wording text) {}

  /** One of the silent questions, which are pointed at and never said aloud. */
  public static Wording silent(String about) {
    return ROWS.stream()
        .filter(r -> r.code().equals("silent-" + about))
        .map(Row::text)
        .findFirst()
        .orElseThrow(() -> new FormFault(FormFault.Code.BAD_CATALOGUE, "silent " + about));
  }

  /** The points in their order, with a country's own words where it has some. */
  public static List<Point> of(String country) {
    List<Point> points = new ArrayList<>();
    for (Row row : ROWS) {
      if (row.code().startsWith("silent-")) {
        continue;
      }
      boolean own = row.country().equals(country) && !country.isEmpty();
      boolean better =
          ROWS.stream()
              .anyMatch(
                  r ->
                      r.code().equals(row.code())
                          && !country.isEmpty()
                          && r.country().equals(country));
      if (own || row.country().isEmpty() && !better) {
        points.add(new Point(row.code(), row.text()));
      }
    }
    return List.copyOf(points);
  }
}
