package org.sala.casework.partner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Words;

/**
 * The copy in words, for whoever opens the package with age and unzip alone: what it is, what it
 * says, and of each record what was removed and why.
 */
final class CopyWords {
  private final Words words;
  private final String agency;
  private final Moment at;
  private final CopyValues values;

  CopyWords(Words words, String agency, Moment at) {
    this.words = words;
    this.agency = agency;
    this.at = at;
    this.values = new CopyValues(words);
  }

  String of(Redaction r) {
    StringBuilder all = new StringBuilder();
    line(all, words.t("copy.head", r.partner().name()));
    line(all, words.t("copy.from", agency, words.date(at)));
    line(all, words.t("copy.about", r.about()));
    line(all, words.t("copy.for", words.code("consentFor", r.rests().purpose())));
    line(all, "");
    line(all, words.t("copy.what"));
    Map<RecordId, String> names = new LinkedHashMap<>();
    r.items().forEach(i -> names.put(i.record(), heading(i)));
    for (Redaction.Item i : r.items()) {
      if (!i.going().isEmpty()) {
        item(all, i, names);
      }
    }
    Map<String, Long> left = CopyWriting.told(r);
    line(all, "");
    line(all, words.t("copy.others"));
    left.forEach((kind, n) -> line(all, "  " + words.code("kind", kind) + ": " + n));
    return all.toString();
  }

  private String heading(Redaction.Item i) {
    return words.code("kind", i.kind()) + (i.number().equals("–") ? "" : " " + i.number());
  }

  private void item(StringBuilder all, Redaction.Item i, Map<RecordId, String> names) {
    line(all, "");
    line(all, "== " + heading(i));
    for (Redaction.Line l : i.going()) {
      String said =
          l.values().values().stream()
              .flatMap(v -> v.asRef().stream())
              .map(ref -> names.getOrDefault(ref, ""))
              .filter(n -> !n.isEmpty())
              .collect(Collectors.joining(", "));
      line(
          all,
          "  "
              + words.code("field", l.field())
              + ": "
              + (said.isEmpty() ? values.of(l.field(), l.values()) : said));
    }
    for (Redaction.Line l : i.lines()) {
      l.why()
          .ifPresent(
              why ->
                  line(
                      all,
                      "  ["
                          + words.t(
                              "copy.removed",
                              words.code("field", l.field()),
                              words.code("copyWhy", why.name()))
                          + "]"));
    }
  }

  /** What people typed may hold anything; one field stays one paragraph. */
  private static void line(StringBuilder all, String text) {
    all.append(text.replace("\r", "").replace("\n", "\n    ")).append('\n');
  }
}
