package org.sala.ui.joining;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.joining.OpenDisagreement;
import org.sala.domain.ListPage;
import org.sala.domain.ListQuery;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.text.Texts;

/**
 * What waits for a decision, read once and then looked through: what is typed is looked for in all
 * the words of a line, in the language that they are read in.
 */
final class WaitingRows {
  /** How many are listed: what is decided is gone, and the next ones come up. */
  static final int MOST = 500;

  private final Disagreements disagreements;
  private final Texts texts;
  private @Nullable List<OpenDisagreement> read;

  WaitingRows(Disagreements disagreements, Texts texts) {
    this.disagreements = disagreements;
    this.texts = texts;
  }

  /** What was read may be old. */
  synchronized void again() {
    read = null;
  }

  private synchronized List<OpenDisagreement> all() {
    List<OpenDisagreement> all = read;
    if (all == null) {
      all = disagreements.list(MOST);
      read = all;
    }
    return all;
  }

  ListPage<OpenDisagreement> page(ListQuery q) {
    Comparator<OpenDisagreement> order = order(q.sort());
    List<OpenDisagreement> rows =
        all().stream()
            .filter(l -> has(l, q.filter()))
            .sorted(q.descending() ? order.reversed() : order)
            .skip(q.offset())
            .limit(q.limit())
            .toList();
    return new ListPage<>(rows, Optional.empty());
  }

  int count(String filter, int most) {
    return (int) all().stream().filter(l -> has(l, filter)).limit(most).count();
  }

  private Comparator<OpenDisagreement> order(String sort) {
    return switch (sort) {
      case "number" -> Comparator.comparing(OpenDisagreement::number);
      case "what" -> Comparator.comparing(this::what);
      case "from" -> Comparator.comparing(this::from);
      default -> Comparator.comparingLong(OpenDisagreement::sinceMillis);
    };
  }

  private boolean has(OpenDisagreement line, String typed) {
    String words =
        String.join(
                " ",
                line.person().map(p -> NumberWords.named(p, texts)).orElse(line.number()),
                what(line),
                from(line))
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .allMatch(words::contains);
  }

  /** Returns in words which record it is, and which of its fields. */
  String what(OpenDisagreement line) {
    return texts.code("kind", line.kind()) + " · " + fields(line);
  }

  private String fields(OpenDisagreement line) {
    return line.fields().stream()
        .map(f -> texts.code("field", f))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Returns who wrote the versions; where only a protected part differs that stands in it. */
  String from(OpenDisagreement line) {
    return line.stations().isEmpty()
        ? texts.t("none")
        : line.stations().stream()
            .map(s -> s.isEmpty() ? texts.t("deciding.unknown") : s)
            .collect(Collectors.joining(", "));
  }
}
