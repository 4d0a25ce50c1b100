package org.sala.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The two tables that the scam-compound screening is written in. */
record ScreeningTables(List<Row> rows, List<Part> parts) {
  /** One indicator, as its row says it. */
  record Row(CSVRecord csv) {
    String code() {
      return csv.get("code");
    }

    String node() {
      return code().replace('.', '_');
    }

    String dimension() {
      return csv.get("dimension");
    }

    boolean asked() {
      return csv.get("ask_in").equals("first");
    }

    /** The text of a column in a language; English has the column's own name. */
    String in(String column, String language) {
      return csv.get(language.equals("en") ? column : column + "_" + language);
    }

    List<String> words(String column) {
      return Arrays.stream(csv.get(column).split(";"))
          .map(String::strip)
          .filter(w -> !w.isEmpty())
          .toList();
    }
  }

  /** One part of the interview. */
  record Part(CSVRecord csv) {
    String dimension() {
      return csv.get("dimension");
    }

    boolean closing() {
      return dimension().equals("end");
    }

    String node() {
      return csv.get("section").toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    String in(String column, String language) {
      return csv.get(language.equals("en") ? column : column + "_" + language);
    }
  }

  static ScreeningTables read() {
    return new ScreeningTables(
        table("indicators.csv").stream().map(Row::new).toList(),
        table("sections.csv").stream().map(Part::new).toList());
  }

  List<Row> of(Part part) {
    return rows.stream().filter(r -> r.dimension().equals(part.dimension())).toList();
  }

  Part partOf(Row row) {
    return parts.stream()
        .filter(p -> p.dimension().equals(row.dimension()))
        .findFirst()
        .orElseThrow();
  }

  private static List<CSVRecord> table(String name) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (InputStream in = ScreeningTables.class.getResourceAsStream("scam-compound/" + name);
        CSVParser parser =
            CSVParser.parse(
                new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)), format)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
