package org.sala.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The tables that a screening is written in.
 *
 * @param words what is said to the person, by language and then by code of the indicator, dimension
 *     or answer
 * @param childWords the same, said to a child; empty where there is no form for children
 */
record ScreeningTables(
    List<Row> rows,
    List<Part> parts,
    Map<String, Map<String, String>> words,
    Map<String, Map<String, String>> childWords) {
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

  /**
   * Reads those of a catalogue.
   *
   * @param more the languages beside English and Thai, each in a table of its own, with the words
   *     for a child beside those for an adult
   */
  static ScreeningTables read(String catalogue, List<String> more) {
    List<Row> rows = table(catalogue, "indicators.csv").stream().map(Row::new).toList();
    List<Part> parts = table(catalogue, "sections.csv").stream().map(Part::new).toList();
    Map<String, Map<String, String>> words = new LinkedHashMap<>();
    for (String language : List.of("en", "th")) {
      Map<String, String> said = new LinkedHashMap<>(words(catalogue, "answers.csv", language));
      parts.forEach(p -> said.put(p.dimension(), p.in("opening", language)));
      said.putAll(titles(parts, language));
      rows.stream().filter(Row::asked).forEach(r -> said.put(r.code(), r.in("ask", language)));
      words.put(language, said);
    }
    more.forEach(l -> words.put(l, words(catalogue, l + ".csv", "en")));
    Map<String, Map<String, String>> child = new LinkedHashMap<>();
    if (there(catalogue, "child.csv")) {
      for (String language : List.of("en", "th")) {
        Map<String, String> said = new LinkedHashMap<>(words(catalogue, "child.csv", language));
        said.putAll(titles(parts, language));
        child.put(language, said);
      }
      more.forEach(l -> child.put(l, words(catalogue, l + ".csv", "child")));
    }
    return new ScreeningTables(rows, parts, words, child);
  }

  /** What stands over the parts, and over the last words. */
  private static Map<String, String> titles(List<Part> parts, String language) {
    Map<String, String> titles = new LinkedHashMap<>();
    parts.forEach(p -> titles.put("title " + p.dimension(), p.in("section", language)));
    titles.put(
        "title words", language.equals("en") ? "In the person's words" : "ตามคำพูดของผู้ให้ข้อมูล");
    return titles;
  }

  private static Map<String, String> words(String catalogue, String name, String language) {
    Map<String, String> said = new LinkedHashMap<>();
    String column = language.equals("en") ? "text" : "text_" + language;
    table(catalogue, name).forEach(r -> said.put(r.get("key"), r.get(column)));
    return said;
  }

  private static boolean there(String catalogue, String name) {
    return ScreeningTables.class.getResource(catalogue + "/" + name) != null;
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

  static List<CSVRecord> table(String catalogue, String name) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (InputStream in = ScreeningTables.class.getResourceAsStream(catalogue + "/" + name);
        CSVParser parser =
            CSVParser.parse(
                new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)), format)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
