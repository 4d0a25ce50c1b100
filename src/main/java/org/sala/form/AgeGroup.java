package org.sala.form;

import java.util.Locale;

/** How old the person is taken to be. Anything but adult is "under 18 or in doubt". */
public enum AgeGroup {
  ADULT,
  CHILD,
  UNKNOWN;

  /** The word that stands in records and results. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the word of an age group.
   *
   * @throws FormFault for any other word
   */
  public static AgeGroup of(String code) {
    for (AgeGroup g : values()) {
      if (g.code().equals(code)) {
        return g;
      }
    }
    throw new FormFault(FormFault.Code.UNKNOWN_WORD, "age group");
  }
}
