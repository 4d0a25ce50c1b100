package org.sala.form;

import java.util.Locale;

/** What a screening shows. None of them says that somebody is not a victim. */
public enum Result {
  PRESUMED_VICTIM_REFER,
  EXPLOITATION_WITHOUT_ESTABLISHED_MEANS,
  MEANS_WITHOUT_ESTABLISHED_EXPLOITATION,
  SOME_INDICATIONS_FOLLOW_UP,
  NO_FINDING_IN_THIS_SCREENING;

  /** The word that stands in records and results. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the second list is shown: other crime, fear of return, asylum, labour complaint. */
  public boolean offersOtherWays() {
    return this == NO_FINDING_IN_THIS_SCREENING || this == EXPLOITATION_WITHOUT_ESTABLISHED_MEANS;
  }
}
