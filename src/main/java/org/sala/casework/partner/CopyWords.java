package org.sala.casework.partner;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Words;

/**
 * The copy in words, for whoever opens the package with age and unzip alone: what it is, what it
 * says, and of each kind of record what stays and why, the same whether there is any or not.
 */
final class CopyWords {
  /** Fields that a record is known by. */
  private static final Set<String> NUMBERS = Set.of("wristband", "number");

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
    for (String kind : r.staying().keySet()) {
      stays(all, r, kind);
    }
    line(all, words.t("copy.others"));
    left.forEach((kind, n) -> line(all, "  " + words.code("kind", kind) + ": " + n));
    return all.toString();
  }

  private String heading(Redaction.Item i) {
    String number =
        i.going().stream()
            .filter(l -> NUMBERS.contains(l.field()))
            .map(l -> " " + values.of(l.field(), l.values()))
            .findFirst()
            .orElse("");
    return words.code("kind", i.kind()) + number;
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
              + (said.isEmpty() ? values.of(l.field(), Given.values(l)) : said));
    }
  }

  /** What stays of every record of a kind that is in it, in one line for each reason. */
  private void stays(StringBuilder all, Redaction r, String kind) {
    if (r.items().stream().noneMatch(i -> i.kind().equals(kind) && !i.going().isEmpty())) {
      return;
    }
    Map<Redaction.Why, List<String>> fields = new EnumMap<>(Redaction.Why.class);
    r.staying()
        .getOrDefault(kind, Map.of())
        .forEach(
            (field, why) ->
                fields
                    .computeIfAbsent(why, w -> new ArrayList<>())
                    .add(words.code("field", field)));
    line(all, words.t("copy.stays", words.code("kind", kind)));
    fields.forEach(
        (why, names) ->
            line(all, "  " + words.code("copyWhy", why.name()) + ": " + String.join(", ", names)));
    line(all, "");
  }

  /** What people typed may hold anything; one field stays one paragraph. */
  private static void line(StringBuilder all, String text) {
    all.append(text.replace("\r", "").replace("\n", "\n    ")).append('\n');
  }
}
