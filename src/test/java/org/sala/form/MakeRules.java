package org.sala.form;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Makes the rule file of a screening from its tables. */
final class MakeRules {
  /** What the indicators of a dimension are good for: the combination is Sala's own. */
  private static final Map<String, String> ROLES =
      Map.of(
          "deceptive_recruitment", "means act",
          "coercive_recruitment", "means act",
          "abuse_of_vulnerability", "means",
          "exploitation_forced_criminality", "purpose site",
          "control_at_destination", "means site held",
          "exit_and_presentation", "follow_up",
          "recruitment_by_abuse_of_vulnerability", "means act",
          "exploitation", "purpose site",
          "coercion_at_destination", "means site held",
          "abuse_of_vulnerability_at_destination", "means site");

  /** Outside recruitment and journey: they show a stay at the site. */
  private static final List<String> STAY =
      List.of("S4.06", "S4.08", "S5.01", "S5.05", "D4.04", "D5.03");

  private static final String UNDER_EIGHTEEN = "S3.05";

  private final StringBuilder out = new StringBuilder();

  private MakeRules() {}

  static byte[] of(ScreeningTables tables) {
    MakeRules make = new MakeRules();
    make.line("sala-rules 1");
    make.line("# Made from the tables of this screening; see docs/formats/rules.md.");
    for (ScreeningTables.Part p : tables.parts()) {
      if (!p.closing()) {
        make.line("");
        make.line(
            "dimension " + p.dimension() + " at " + group(p) + ": " + ROLES.get(p.dimension()));
        tables.of(p).forEach(make::indicator);
        tables.of(p).forEach(r -> make.answer(p, r));
      }
    }
    return make.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String group(ScreeningTables.Part p) {
    return "/screening/" + p.node();
  }

  private void indicator(ScreeningTables.Row r) {
    StringBuilder says = new StringBuilder();
    says.append("indicator ").append(r.code()).append(" in ").append(r.dimension());
    says.append(": adult ").append(r.csv().get("strength_adult"));
    says.append(", child ").append(r.csv().get("strength_child"));
    if (!r.words("defining_for").isEmpty()) {
      says.append(", defines ").append(String.join(" ", r.words("defining_for")));
    }
    if (STAY.contains(r.code())) {
      says.append(", shows act");
    }
    if (r.code().equals(UNDER_EIGHTEEN)) {
      says.append(", shows under_18");
    }
    says.append(", ask ").append(r.csv().get("ask_in"));
    if (!r.words("care").isEmpty()) {
      says.append(", care ").append(String.join(" ", r.words("care")));
    }
    line(says.toString());
  }

  private void answer(ScreeningTables.Part p, ScreeningTables.Row r) {
    line(
        "answer "
            + group(p)
            + "/"
            + r.node()
            + " for "
            + r.code()
            + ": yes = yes, no = no, unknown = unknown, declined = declined, later = later");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
