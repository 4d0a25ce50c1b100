package org.sala.form;

import java.util.Locale;

/** What an answer says of an indicator. Only yes counts; the other four are not a no. */
public enum Reading {
  YES,
  NO,
  UNKNOWN,
  DECLINED,
  NOT_ASKED;

  /** The word that stands in results. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a stored answer; "later" has not been asked.
   *
   * @throws FormFault for any other word
   */
  public static Reading of(String code) {
    return switch (code) {
      case "yes" -> YES;
      case "no" -> NO;
      case "unknown" -> UNKNOWN;
      case "declined" -> DECLINED;
      case "later", "not_asked" -> NOT_ASKED;
      default -> throw new FormFault(FormFault.Code.UNKNOWN_WORD, "answer");
    };
  }
}
