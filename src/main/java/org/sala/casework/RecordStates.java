package org.sala.casework;

import java.util.Comparator;
import java.util.List;

/** How far changes have come on their way to headquarters. */
public final class RecordStates {
  private RecordStates() {}

  /** From nearest to farthest. */
  public enum Reached {
    REFUSED,
    HERE,
    SEALED,
    CARRIED,
    HELD,
    RECEIVED
  }

  /** The farthest that a change has come in any of the packages that it left in. */
  static Reached reached(List<String> states) {
    return states.stream()
        .map(s -> reached(s.isEmpty() ? Packages.State.SEALED : Packages.State.valueOf(s)))
        .max(Comparator.naturalOrder())
        .orElse(Reached.HERE);
  }

  private static Reached reached(Packages.State state) {
    return switch (state) {
      case SEALED -> Reached.SEALED;
      case CARRIED -> Reached.CARRIED;
      case RECEIVED -> Reached.RECEIVED;
      case HELD -> Reached.HELD;
      case PARTLY -> Reached.RECEIVED;
      case REFUSED, REJECTED -> Reached.REFUSED;
      case IMPORTED, SET_ASIDE -> Reached.HERE;
    };
  }
}
