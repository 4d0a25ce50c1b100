package org.sala.parcel;

import java.util.Locale;
import java.util.Optional;

/** What a package is for. */
public enum Purpose {
  REPORT,
  RECEIPT,
  DECISION,
  BULLETIN,
  CATALOGUE,
  REVOCATION,
  ENROLMENT,
  /** From one station of an agency to another, with no headquarters in between. */
  FIELD,
  /** Somebody is in danger: from one station of an agency to all others, addressed to itself. */
  DANGER,
  /** Between agencies: extracts one way, a receipt the other, and nothing else. */
  PARTNER,
  TRAINING;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Purpose> of(String code) {
    for (Purpose p : values()) {
      if (p.code().equals(code)) {
        return Optional.of(p);
      }
    }
    return Optional.empty();
  }
}
