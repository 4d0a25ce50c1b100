package org.sala.store;

import java.util.Optional;

/** What may have to be done of a person, the most urgent first: their order is that of the list. */
public enum Need {
  DANGER("danger"),
  STAY("stay"),
  HURT("hurt"),
  SEPARATE("separate"),
  DETAINED(""),
  CHILD("child"),
  INTERPRETER("interpreter"),
  CONFIRM(""),
  /** The person asks that another officer looks at a finding again. */
  SECOND_LOOK(""),
  VERSIONS(""),
  /** Nobody has told the person of the finding. */
  OUTCOME("");

  /** The rank of a person of whom nothing has to be done. */
  static final int NONE = 99;

  private final String code;

  Need(String code) {
    this.code = code;
  }

  /** The code of urgency in a triage; empty for what does not come from one. */
  public String code() {
    return code;
  }

  int rank() {
    return ordinal();
  }

  /** The need that a code of urgency stands for; one of a newer station stands for none. */
  static Optional<Need> urgent(String code) {
    for (Need n : values()) {
      if (!n.code.isEmpty() && n.code.equals(code)) {
        return Optional.of(n);
      }
    }
    return Optional.empty();
  }
}
