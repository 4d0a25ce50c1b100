package org.sala.casework;

import java.util.HashMap;
import java.util.Map;

/** How far each change has come on its way to headquarters. */
public final class RecordStates {
  private final Map<String, Reached> byChange = new HashMap<>();

  /** From nearest to farthest. */
  public enum Reached {
    REFUSED,
    HERE,
    SEALED,
    CARRIED,
    HELD,
    RECEIVED
  }

  void put(String change, Packages.State state) {
    Reached reached =
        switch (state) {
          case SEALED -> Reached.SEALED;
          case CARRIED -> Reached.CARRIED;
          case RECEIVED -> Reached.RECEIVED;
          case HELD -> Reached.HELD;
          case PARTLY -> Reached.RECEIVED;
          case REFUSED, REJECTED -> Reached.REFUSED;
          case IMPORTED, SET_ASIDE -> Reached.HERE;
        };
    byChange.merge(change, reached, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  Reached of(String change) {
    return byChange.getOrDefault(change, Reached.HERE);
  }
}
