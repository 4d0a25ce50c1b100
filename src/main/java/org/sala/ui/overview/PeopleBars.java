package org.sala.ui.overview;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sala.casework.paper.Exports;

/**
 * The bars of how many people each station has brought: those that brought most, and one for all
 * the others. Few people of one station could be told who they are, and have no bar of their own.
 */
final class PeopleBars {
  /** More bars could not be told apart. */
  static final int MOST = 12;

  private PeopleBars() {}

  /**
   * @param people by station, in any order
   * @param others what the bar of all the others is called
   */
  static Map<String, Integer> of(Map<String, Integer> people, String others) {
    Map<String, Integer> bars = new LinkedHashMap<>();
    int rest = 0;
    for (Map.Entry<String, Integer> e :
        people.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .toList()) {
      if (e.getValue() >= Exports.FEW && bars.size() < MOST) {
        bars.put(e.getKey(), e.getValue());
      } else {
        rest += e.getValue();
      }
    }
    if (rest >= Exports.FEW) {
      bars.put(others, rest);
    }
    return bars;
  }
}
