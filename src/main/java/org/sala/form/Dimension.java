package org.sala.form;

import java.util.Locale;

/** The groups of indicators after the ILO/EC operational indicators (2009), and the exit. */
public enum Dimension {
  DECEPTIVE_RECRUITMENT,
  COERCIVE_RECRUITMENT,
  ABUSE_OF_VULNERABILITY,
  EXPLOITATION_FORCED_CRIMINALITY,
  CONTROL_AT_DESTINATION,
  /** How somebody left and was found: a sign to follow up, never counted in a dimension rule. */
  EXIT_AND_PRESENTATION;

  /** The word that stands in catalogues and results. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a positive dimension shows a means. */
  public boolean showsMeans() {
    return switch (this) {
      case DECEPTIVE_RECRUITMENT,
          COERCIVE_RECRUITMENT,
          ABUSE_OF_VULNERABILITY,
          CONTROL_AT_DESTINATION ->
          true;
      case EXPLOITATION_FORCED_CRIMINALITY, EXIT_AND_PRESENTATION -> false;
    };
  }

  /** Whether a positive dimension shows the purpose. */
  public boolean showsPurpose() {
    return this == EXPLOITATION_FORCED_CRIMINALITY;
  }

  /** Whether the dimension rule is applied at all. */
  public boolean counts() {
    return this != EXIT_AND_PRESENTATION;
  }

  static Dimension of(String code) {
    for (Dimension d : values()) {
      if (d.code().equals(code)) {
        return d;
      }
    }
    throw new FormFault(FormFault.Code.BAD_CATALOGUE, "dimension " + code);
  }
}
