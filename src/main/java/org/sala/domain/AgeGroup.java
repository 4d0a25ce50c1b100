package org.sala.domain;

/** Whether the rules for children apply; in doubt they do. */
public enum AgeGroup {
  ADULT,
  CHILD,
  UNKNOWN;

  /** The word that stands in records. */
  public String code() {
    return switch (this) {
      case ADULT -> "adult";
      case CHILD -> "child";
      case UNKNOWN -> "unknown";
    };
  }

  public static AgeGroup of(String code) {
    for (AgeGroup g : values()) {
      if (g.code().equals(code)) {
        return g;
      }
    }
    throw new DomainFault(DomainFault.Code.BAD_VALUE, "unknown age group");
  }
}
