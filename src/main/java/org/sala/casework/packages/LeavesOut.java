package org.sala.casework.packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Value;

/**
 * What a person's yes leaves out of a package.
 *
 * @param number the person's, never the name
 * @param items of {@link org.sala.casework.consent.Consents#ITEMS}, in the order of the alphabet
 */
public record LeavesOut(String number, List<String> items) {
  public LeavesOut {
    items = List.copyOf(items);
  }

  static List<LeavesOut> of(Station station, SealPlan plan) {
    List<LeavesOut> all = new ArrayList<>();
    plan.items()
        .forEach(
            (person, items) ->
                all.add(
                    new LeavesOut(
                        Stored.number(station, person, "wristband"),
                        List.copyOf(new TreeSet<>(items)))));
    all.sort(Comparator.comparing(LeavesOut::number));
    return all;
  }

  /**
   * Reads what people leave out as a package's record keeps it: a line each, the person, then the
   * items.
   */
  static List<LeavesOut> read(Station station, List<String> lines) {
    List<LeavesOut> all = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      all.add(
          new LeavesOut(
              Value.text(words[0])
                  .asRef()
                  .map(p -> Stored.number(station, p, "wristband"))
                  .orElse("–"),
              List.of(words).subList(1, words.length)));
    }
    all.sort(Comparator.comparing(LeavesOut::number));
    return all;
  }
}
