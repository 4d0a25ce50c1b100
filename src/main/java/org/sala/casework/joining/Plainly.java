package org.sala.casework.joining;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.FieldType;
import org.sala.domain.Moment;
import org.sala.domain.PartialDate;
import org.sala.domain.Value;
import org.sala.store.Folding;

/**
 * Judges whether the values of one field differ in nothing that matters, and which of them says
 * most. Only what loses nothing is obvious; in any doubt it is not.
 */
final class Plainly {
  /** Why the answer is obvious. */
  enum Why {
    /** Letters, marks, spaces, capitals or normal form alone differ. */
    WRITTEN,
    /** One holds everything that the others say, and more. */
    MORE_EXACT,
    /** All versions are the same instant, by clocks of two zones. */
    SAME_INSTANT
  }

  /**
   * What would be taken.
   *
   * @param at its place among the values
   */
  record Taken(int at, Why why) {}

  private Plainly() {}

  static Optional<Taken> of(FieldType type, List<Value> values) {
    return switch (type) {
      case TEXT -> texts(values.stream().map(v -> v.asText().orElse("")).toList());
      case NAME, DOCUMENT, CONTACT -> parts(values);
      case DATE -> dates(values);
      case MOMENT -> moments(values);
      default -> Optional.empty();
    };
  }

  private static Optional<Taken> texts(List<String> texts) {
    return sameWritten(texts) ? Optional.of(new Taken(best(texts), Why.WRITTEN)) : Optional.empty();
  }

  private static boolean sameWritten(List<String> texts) {
    return !texts.getFirst().isBlank() && texts.stream().map(Plainly::bare).distinct().count() == 1;
  }

  private static String bare(String text) {
    return Folding.fold(text);
  }

  /** Marks and small letters after a capital say more than none; then what is written cleanly. */
  private static int best(List<String> texts) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      places.add(i);
    }
    return places.stream()
        .min(
            Comparator.comparingLong((Integer i) -> -marks(texts.get(i)))
                .thenComparing(i -> !isMixed(texts.get(i)))
                .thenComparing(i -> !isClean(texts.get(i)))
                .thenComparing(texts::get))
        .orElse(0);
  }

  private static long marks(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) == Character.NON_SPACING_MARK || c == 'đ' || c == 'Đ')
        .count();
  }

  private static boolean isMixed(String text) {
    return text.codePoints().anyMatch(Character::isUpperCase)
        && text.codePoints().anyMatch(Character::isLowerCase);
  }

  private static boolean isClean(String text) {
    return text.equals(Normalizer.normalize(text, Normalizer.Form.NFC))
        && text.equals(text.strip())
        && !text.contains("  ");
  }

  /** A name with its romanisation, a document with its number: what both name is the same. */
  private static Optional<Taken> parts(List<Value> values) {
    List<Map<String, Value>> all = new ArrayList<>();
    for (Value v : values) {
      if (!(v instanceof Value.Parts p) || p.parts().isEmpty()) {
        return texts(values.stream().map(t -> t.asText().orElse("")).toList());
      }
      all.add(p.parts());
    }
    int fullest = 0;
    for (int i = 1; i < all.size(); i++) {
      fullest = all.get(i).size() > all.get(fullest).size() ? i : fullest;
    }
    boolean sameKeys = true;
    for (Map<String, Value> one : all) {
      if (!all.get(fullest).keySet().containsAll(one.keySet()) || !agrees(one, all.get(fullest))) {
        return Optional.empty();
      }
      sameKeys &= one.size() == all.get(fullest).size();
    }
    if (!sameKeys) {
      return Optional.of(new Taken(fullest, Why.MORE_EXACT));
    }
    List<String> written =
        all.stream()
            .map(m -> String.join("\n", m.values().stream().map(Plainly::text).toList()))
            .toList();
    return Optional.of(new Taken(best(written), Why.WRITTEN));
  }

  private static boolean agrees(Map<String, Value> one, Map<String, Value> fullest) {
    return one.entrySet().stream()
        .allMatch(
            e -> {
              Value other = fullest.get(e.getKey());
              return e.getValue().equals(other)
                  || other != null
                      && e.getValue().asText().isPresent()
                      && other.asText().isPresent()
                      && sameWritten(List.of(text(e.getValue()), text(other)));
            });
  }

  private static String text(Value value) {
    return value.asText().orElse("");
  }

  /** A day within the year that another names; never two that merely overlap. */
  private static Optional<Taken> dates(List<Value> values) {
    List<PartialDate> dates = values.stream().map(PartialDate::of).toList();
    if (dates.stream().anyMatch(d -> d.precision() == PartialDate.Precision.UNKNOWN)) {
      return Optional.empty();
    }
    int narrow = 0;
    for (int i = 1; i < dates.size(); i++) {
      narrow = within(dates.get(i), dates.get(narrow)) ? i : narrow;
    }
    PartialDate taken = dates.get(narrow);
    boolean holds = dates.stream().allMatch(d -> within(taken, d));
    boolean same =
        dates.stream()
            .allMatch(
                d -> d.earliest().equals(taken.earliest()) && d.latest().equals(taken.latest()));
    return holds
        ? Optional.of(new Taken(narrow, same ? Why.WRITTEN : Why.MORE_EXACT))
        : Optional.empty();
  }

  private static boolean within(PartialDate inner, PartialDate outer) {
    return !inner.earliest().isBefore(outer.earliest()) && !inner.latest().isAfter(outer.latest());
  }

  private static Optional<Taken> moments(List<Value> values) {
    List<Optional<Moment>> moments = values.stream().map(Moment::of).toList();
    boolean same =
        moments.stream().allMatch(Optional::isPresent)
            && moments.stream().map(m -> m.orElseThrow().instant()).distinct().count() == 1;
    return same ? Optional.of(new Taken(0, Why.SAME_INSTANT)) : Optional.empty();
  }
}
