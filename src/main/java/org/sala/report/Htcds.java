package org.sala.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * People in the Human Trafficking Case Data Standard, version 2.0 (IOM and partners): its field
 * names and codes, one row a person, several codes of one field parted by semicolons. The standard
 * has no forced criminality: it is Other with the word in a column of Sala's own, whose name begins
 * with {@code x_sala_}.
 */
public final class Htcds {
  private static final String OWN = "x_sala_";
  private static final List<String> OWN_COLUMNS =
      List.of("x_sala_Number", "x_sala_TypeOfExploitationOther", "x_sala_AgeGroup");
  private static final Set<String> SECTIONS =
      Set.of("Person", "Person - Victim Context", "Consent");

  private static final List<String> COLUMNS = columns();
  private static final Map<String, Set<String>> CODES = codes();

  private Htcds() {}

  /** What an indicator of a catalogue says in the standard's terms. */
  public record Meaning(String catalogue, String indicator, String field, String code) {}

  /** One person: values by the names of columns; what is absent stays empty. */
  public record Row(Map<String, Set<String>> values) {
    public Row {
      values.forEach(
          (column, all) -> {
            if (!COLUMNS.contains(column)) {
              throw new IllegalArgumentException("no column " + column);
            }
            Set<String> codes = CODES.get(column);
            if (codes != null && !codes.containsAll(all)) {
              throw new IllegalArgumentException("no such code in " + column);
            }
          });
      values = Map.copyOf(values);
    }

    @Override
    public String toString() {
      return "Row";
    }
  }

  /** Returns all columns in the standard's order, and Sala's own behind them. */
  public static List<String> names() {
    return COLUMNS;
  }

  /** What indicators say in the standard's terms, by a table that anybody can read. */
  public static List<Meaning> meanings() {
    return table("indicators.csv").stream()
        .map(
            r -> new Meaning(r.get("catalogue"), r.get("indicator"), r.get("field"), r.get("code")))
        .toList();
  }

  public static byte[] csv(List<Row> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(COLUMNS);
    for (Row row : rows) {
      lines.add(
          COLUMNS.stream()
              .map(c -> String.join(";", new TreeSet<>(row.values().getOrDefault(c, Set.of()))))
              .toList());
    }
    return CsvFile.of(lines);
  }

  private static List<String> columns() {
    List<String> all = new ArrayList<>();
    for (CSVRecord r : table("fields.csv")) {
      if (SECTIONS.contains(r.get("section")) && !r.get("status").equals("DEPRECATED")) {
        all.add(r.get("full_name"));
      }
    }
    all.addAll(OWN_COLUMNS);
    return List.copyOf(all);
  }

  private static Map<String, Set<String>> codes() {
    Map<String, Set<String>> all = new HashMap<>();
    for (CSVRecord r : table("codes.csv")) {
      all.computeIfAbsent(r.get("field"), f -> new HashSet<>()).add(r.get("code"));
    }
    all.put(OWN + "TypeOfExploitationOther", Set.of("ForcedCriminality"));
    return all;
  }

  private static List<CSVRecord> table(String file) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (InputStreamReader in =
            new InputStreamReader(
                Objects.requireNonNull(Htcds.class.getResourceAsStream("htcds/" + file)),
                StandardCharsets.UTF_8);
        var parser = format.parse(in)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
