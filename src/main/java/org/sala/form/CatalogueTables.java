package org.sala.form;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The tables that a catalogue is written in. A word that they do not define is refused. */
record CatalogueTables(List<Indicator> indicators, List<Section> sections) {

  static CatalogueTables read(byte[] indicators, byte[] sections) {
    List<Indicator> read = new ArrayList<>();
    for (CSVRecord r : rows(indicators)) {
      read.add(indicator(r));
    }
    List<Section> parts = new ArrayList<>();
    for (CSVRecord r : rows(sections)) {
      String key = r.get("dimension");
      parts.add(
          new Section(
              key,
              key.equals("end") ? Optional.empty() : Optional.of(Dimension.of(key)),
              wording(r, "section"),
              wording(r, "opening")));
    }
    return new CatalogueTables(read, parts);
  }

  /** The questions of the triage, in their order. */
  static List<TriageQuestion> questions(byte[] table) {
    List<TriageQuestion> read = new ArrayList<>();
    for (CSVRecord r : rows(table)) {
      read.add(
          new TriageQuestion(
              r.get("code"),
              word(TriageQuestion.Asked.class, r.get("asked")),
              wording(r, "question"),
              wording(r, "how")));
    }
    return List.copyOf(read);
  }

  /** What is told before the first question. */
  static List<OpeningStatement.Row> statement(byte[] table) {
    return rows(table).stream()
        .map(r -> new OpeningStatement.Row(r.get("code"), r.get("country"), wording(r, "text")))
        .toList();
  }

  private static Indicator indicator(CSVRecord r) {
    List<String> defining = words(r.get("defining_for"));
    if (!List.of("means", "purpose").containsAll(defining)) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, "defining_for of " + r.get("code"));
    }
    AskIn askIn = word(AskIn.class, r.get("ask_in"));
    Set<Care> care = EnumSet.noneOf(Care.class);
    words(r.get("care")).forEach(c -> care.add(word(Care.class, c)));
    return new Indicator(
        r.get("code"),
        Dimension.of(r.get("dimension")),
        defining.contains("means"),
        defining.contains("purpose"),
        word(Strength.class, r.get("strength_adult")),
        word(Strength.class, r.get("strength_child")),
        askIn,
        care,
        wording(r, "indicator_own_words"),
        wording(r, "heard_label"),
        askIn == AskIn.FIRST ? wording(r, "ask") : new Wording(Map.of()));
  }

  private static Wording wording(CSVRecord r, String column) {
    return new Wording(Map.of("en", r.get(column), "th", r.get(column + "_th")));
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.split(";")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  private static <E extends Enum<E>> E word(Class<E> type, String word) {
    for (E e : type.getEnumConstants()) {
      if (e.name().toLowerCase(Locale.ROOT).equals(word)) {
        return e;
      }
    }
    throw new FormFault(FormFault.Code.BAD_CATALOGUE, type.getSimpleName() + " " + word);
  }

  private static List<CSVRecord> rows(byte[] csv) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (CSVParser parser =
        CSVParser.parse(new StringReader(new String(csv, StandardCharsets.UTF_8)), format)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
