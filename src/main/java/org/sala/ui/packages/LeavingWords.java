package org.sala.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.ui.route.Here;

/** What a package would take along, kind by kind: whoever seals it answers for all of it. */
final class LeavingWords {
  /** Kinds that are read first, in this order, each in a sentence of its own. */
  private static final Map<String, String> FIRST_WORDS =
      Map.of(
          "case", "contents.cases",
          "statement", "contents.statements",
          "screening", "contents.screenings",
          "filled", "contents.forms",
          "exhibit", "contents.exhibits");

  private static final List<String> FIRST =
      List.of("case", "screening", "statement", "filled", "exhibit");

  private LeavingWords() {}

  /** Returns who and what leaves in words; empty where it is neither. */
  static String first(SealPlan plan, Here here) {
    List<String> parts = new ArrayList<>();
    if (plan.people() > 0) {
      parts.add(here.t("contents.people", plan.people()));
    }
    for (String kind : FIRST) {
      Integer many = plan.records().get(kind);
      String words = FIRST_WORDS.get(kind);
      if (many != null && words != null) {
        parts.add(here.t(words, many));
      }
    }
    if (!plan.files().isEmpty()) {
      parts.add(here.t("contents.files", plan.files().size()));
    }
    return String.join(", ", parts);
  }

  /** Returns all other kinds of records that leave, with how many; empty where there is none. */
  static String others(SealPlan plan, Here here) {
    Map<String, Integer> others = new TreeMap<>();
    plan.records()
        .forEach(
            (kind, n) -> {
              // People are counted above, also those of whom only something else leaves.
              if (!FIRST.contains(kind) && !kind.equals("person")) {
                others.put(here.texts().code("kind", kind), n);
              }
            });
    return others.isEmpty()
        ? ""
        : here.t(
            "seal.also",
            String.join(
                ", ",
                others.entrySet().stream()
                    .map(e -> here.t("seal.also.one", e.getKey(), e.getValue()))
                    .toList()));
  }
}
