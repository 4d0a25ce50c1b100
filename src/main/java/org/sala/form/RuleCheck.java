package org.sala.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a rule file against the form that it lies beside: every rule must be reachable, and every
 * choice of a question that is read must say something, so that nobody's answer is passed over.
 */
final class RuleCheck {
  private final RuleFile rules;
  private final Form form;
  private final List<String> findings = new ArrayList<>();

  private RuleCheck(RuleFile rules, Form form) {
    this.rules = rules;
    this.form = form;
  }

  /**
   * @throws FormFault with everything that does not fit, each with its line
   */
  static void of(RuleFile rules, Form form) {
    RuleCheck check = new RuleCheck(rules, form);
    Map<String, Integer> read = new HashMap<>();
    for (AnswerRule a : rules.answers()) {
      check.answer(a);
      Integer earlier = read.putIfAbsent(a.path() + " " + a.indicator(), a.line());
      if (earlier != null) {
        check.found(a, "never reached: line " + earlier + " reads the same place");
      }
    }
    rules.indicators().values().forEach(check::indicator);
    rules.dimensions().values().forEach(check::dimension);
    if (rules.indicators().isEmpty()) {
      check.findings.add("no indicator");
    }
    if (!check.findings.isEmpty()) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, check.findings);
    }
  }

  private void answer(AnswerRule a) {
    if (!rules.indicators().containsKey(a.indicator())) {
      found(a, "unknown indicator " + a.indicator());
    }
    form.place(a.path())
        .ifPresentOrElse(p -> place(a, p), () -> found(a, "unknown question " + a.path()));
  }

  private void place(AnswerRule a, Places.Place place) {
    if (place.repeated()) {
      found(a, a.path() + " may stand there more than once, and no rule reads that");
    }
    if (form.neverShown(a.path())) {
      found(a, "never reached: the form never shows " + a.path());
    }
    switch (place.takes()) {
      case OTHER -> found(a, a.path() + " takes neither choices nor a number");
      case NUMBER -> numbers(a);
      case MARK -> choices(a, List.of("yes", "no", "unknown", "declined", "later"), false);
      case ONE_CHOICE, CHOICES ->
          place
              .choices()
              .ifPresentOrElse(
                  codes -> choices(a, codes, true), () -> choices(a, List.of(), false));
    }
  }

  /**
   * @param all whether each of the codes must say something; if there are none, any may stand there
   */
  private void choices(AnswerRule a, List<String> codes, boolean all) {
    Set<String> said = new HashSet<>();
    for (AnswerRule.Says s : a.readings()) {
      if (!(s.term() instanceof Term.Choice c)) {
        found(a, "a number where choices are asked for");
      } else if (!codes.isEmpty() && !codes.contains(c.code())) {
        found(a, "never reached: " + a.path() + " does not offer " + c.code());
      } else if (!said.add(c.code())) {
        found(a, "never reached: " + c.code() + " was read before");
      } else if (List.of("unknown", "declined", "later").contains(c.code())
          && s.reading() == Reading.NO) {
        found(a, c.code() + " is never a no");
      }
    }
    if (all) {
      codes.stream()
          .filter(c -> !said.contains(c))
          .forEach(c -> found(a, "says nothing of the choice " + c));
    }
  }

  /** The first that covers a number counts; together they cover all numbers. */
  private void numbers(AnswerRule a) {
    Optional<BigDecimal> from = Optional.empty();
    Optional<BigDecimal> below = Optional.empty();
    for (AnswerRule.Says s : a.readings()) {
      boolean whole = covered(from, below);
      switch (s.term()) {
        case Term.Choice c -> found(a, "a choice where a number is asked for: " + c.code());
        case Term.AtLeast t -> {
          if (whole || from.isPresent() && from.get().compareTo(t.number()) <= 0) {
            found(a, "never reached: >=" + t.number().toPlainString() + " was read before");
          }
          from = from.map(f -> f.min(t.number())).or(() -> Optional.of(t.number()));
        }
        case Term.Below t -> {
          if (whole || below.isPresent() && below.get().compareTo(t.number()) >= 0) {
            found(a, "never reached: <" + t.number().toPlainString() + " was read before");
          }
          below = below.map(b -> b.max(t.number())).or(() -> Optional.of(t.number()));
        }
      }
    }
    if (!covered(from, below)) {
      found(a, "says nothing of some numbers");
    }
  }

  private static boolean covered(Optional<BigDecimal> from, Optional<BigDecimal> below) {
    return from.isPresent() && below.isPresent() && below.get().compareTo(from.get()) >= 0;
  }

  private void indicator(IndicatorRule i) {
    boolean yes =
        rules.of(i.code()).stream()
            .flatMap(a -> a.readings().stream())
            .anyMatch(s -> s.reading() == Reading.YES);
    if (!yes) {
      findings.add("line " + i.line() + ": never reached: no answer says yes to " + i.code());
    }
  }

  private void dimension(Dimension d) {
    if (rules.indicators().values().stream().noneMatch(i -> i.dimension().equals(d.code()))) {
      findings.add("dimension " + d.code() + ": never reached: it has no indicator");
    }
    if (form.place(d.group() + "/" + Section.OPENING).isEmpty()) {
      findings.add("dimension " + d.code() + ": unknown part " + d.group());
    }
  }

  private void found(AnswerRule a, String what) {
    findings.add("line " + a.line() + ": " + what);
  }
}
