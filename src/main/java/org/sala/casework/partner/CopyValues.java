package org.sala.casework.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.domain.AttachedFile;
import org.sala.domain.Moment;
import org.sala.domain.PartialDate;
import org.sala.domain.Value;
import org.sala.domain.Words;

/** What a copied field says, in words: the same on the screen and in the package. */
public final class CopyValues {
  /** Fields whose codes have words under their own name. */
  private static final Set<String> CODES =
      Set.of(
          "caseKind",
          "status",
          "sensitivity",
          "sex",
          "role",
          "forced",
          "defrauded",
          "finding",
          "signature",
          "source",
          "reliability",
          "credibility");

  /** How a name or a fact came, which is kept as a code beside it. */
  private static final Set<String> SAID =
      Set.of("scheme", "grade", "source", "reliability", "credibility");

  private static final Set<String> LANGUAGES = Set.of("language", "readBackIn");

  private final Words words;

  public CopyValues(Words words) {
    this.words = words;
  }

  /**
   * Returns all elements of a field in one line.
   *
   * @param values by the keys under which the record has them
   */
  public String of(String field, Map<String, Value> values) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> one(field, e.getKey(), e.getValue()))
        .filter(t -> !t.isBlank())
        .collect(Collectors.joining("; "));
  }

  private String one(String field, String key, Value value) {
    return switch (value) {
      case Value.Nothing n -> "";
      case Value.Flag f -> flag(field, key, f.yes());
      case Value.Whole w -> Long.toString(w.number());
      case Value.Decimal d -> d.number().toPlainString();
      case Value.Text t -> text(field, t);
      case Value.Listing l ->
          l.items().stream().map(i -> one(field, key, i)).collect(Collectors.joining(", "));
      case Value.Parts p -> parts(field, p);
    };
  }

  /** A language that somebody speaks is an element of its own. */
  private String flag(String field, String key, boolean yes) {
    int slash = key.indexOf('/');
    return slash >= 0
        ? words.code(LANGUAGES.contains(field) ? "lang" : field, key.substring(slash + 1))
        : words.t(yes ? "yes" : "no");
  }

  private String text(String field, Value.Text t) {
    Optional<Moment> moment = Moment.of(t);
    if (moment.isPresent()) {
      return words.date(moment.get());
    }
    if (LANGUAGES.contains(field)) {
      return words.code("lang", t.text());
    }
    if (field.equals("service")) {
      return words.code("service", t.text());
    }
    return CODES.contains(field) ? words.code(field, t.text()) : t.text();
  }

  private String parts(String field, Value.Parts p) {
    if (field.equals("birth") || field.equals("began") || field.equals("ended")) {
      return p.text("typed").orElseGet(() -> words.day(PartialDate.of(p)));
    }
    Optional<AttachedFile> file = AttachedFile.of(p);
    if (file.isPresent()) {
      return file.get().name() + " (SHA-256 " + file.get().digest() + ")";
    }
    List<String> all = new ArrayList<>();
    p.parts()
        .forEach(
            (key, v) ->
                v.asText().ifPresent(t -> all.add(SAID.contains(key) ? words.code(key, t) : t)));
    return String.join(" · ", all);
  }
}
