package org.sala.ui.roster;

import java.util.List;

/**
 * The number keys of answers: one answer has one key wherever it is given. What is no answer stands
 * apart from yes and no.
 */
public final class AnswerKeys {
  /** In the order in which they are offered. */
  public static final List<String> CODES = List.of("yes", "no", "unknown", "declined", "later");

  private static final List<Integer> DIGITS = List.of(1, 2, 8, 9, 0);

  private AnswerKeys() {}

  /** Returns the key of one of {@link #CODES}. */
  public static int digit(String code) {
    return DIGITS.get(CODES.indexOf(code));
  }

  /** Returns the answer under a key; empty where there is none. */
  public static String code(int digit) {
    int at = DIGITS.indexOf(digit);
    return at < 0 ? "" : CODES.get(at);
  }
}
