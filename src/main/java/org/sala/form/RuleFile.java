package org.sala.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules beside a form, as they are written; format in {@code docs/formats/rules.md}.
 *
 * @param dimensions by code, in the order of the file
 * @param indicators by code, in the order of the file
 * @param answers in the order of the file
 */
record RuleFile(
    Map<String, Dimension> dimensions,
    Map<String, IndicatorRule> indicators,
    List<AnswerRule> answers) {
  /** The rules of a form that nothing is concluded from. */
  static final RuleFile NONE = new RuleFile(Map.of(), Map.of(), List.of());

  RuleFile {
    dimensions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
    indicators = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(indicators));
    answers = List.copyOf(answers);
  }

  /**
   * Reads a rule file.
   *
   * @throws FormFault with everything that is wrong with it, each with its line
   */
  static RuleFile read(byte[] bytes) {
    return new RuleReader(bytes).read();
  }

  /** The rules that speak of an indicator. */
  List<AnswerRule> of(String indicator) {
    return answers.stream().filter(a -> a.indicator().equals(indicator)).toList();
  }
}
