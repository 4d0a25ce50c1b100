package org.sala.form;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The tables that the triage is written in. A word they do not define is refused. */
final class CatalogueTables {
  private CatalogueTables() {}

  /** The questions of the triage, in their order. */
  static List<TriageQuestion> questions(byte[] table) {
    List<TriageQuestion> read = new ArrayList<>();
    for (CSVRecord r : rows(table)) {
      read.add(
          new TriageQuestion(
              r.get("code"), asked(r.get("asked")), wording(r, "question"), wording(r, "how")));
    }
    return List.copyOf(read);
  }

  /** Wordings that nobody has reviewed, by question and language. */
  static Map<String, Map<String, String>> unreviewed(byte[] table) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (CSVRecord r : rows(table)) {
      Map<String, String> words = new LinkedHashMap<>(r.toMap());
      words.remove("code");
      all.put(r.get("code"), Map.copyOf(words));
    }
    return Map.copyOf(all);
  }

  private static Wording wording(CSVRecord r, String column) {
    return new Wording(Map.of("en", r.get(column), "th", r.get(column + "_th")));
  }

  private static TriageQuestion.Asked asked(String word) {
    for (TriageQuestion.Asked a : TriageQuestion.Asked.values()) {
      if (a.name().toLowerCase(Locale.ROOT).equals(word)) {
        return a;
      }
    }
    throw new FormFault(FormFault.Code.BAD_CATALOGUE, "way of asking " + word);
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
