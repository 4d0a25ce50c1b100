package org.sala.casework.packages.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * What a person's yes leaves out of a package.
 *
 * @param number the person's, never the name
 * @param items of {@link org.sala.casework.consent.Consents#ITEMS}, in the order of the alphabet
 */
public record OmittedItems(String number, List<String> items) {
  public OmittedItems {
    items = List.copyOf(items);
  }

  /** Returns what people leave out, by their numbers, in the order of these. */
  public static List<OmittedItems> of(Station station, Map<RecordId, Set<String>> of) {
    List<OmittedItems> all = new ArrayList<>();
    of.forEach(
        (person, items) ->
            all.add(
                new OmittedItems(
                    Stored.number(station, person, "wristband"),
                    List.copyOf(new TreeSet<>(items)))));
    all.sort(Comparator.comparing(OmittedItems::number));
    return all;
  }

  /**
   * Reads what people leave out as a package's record keeps it: a line each, the person, then the
   * items.
   */
  static List<OmittedItems> read(Station station, List<String> lines) {
    List<OmittedItems> all = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      all.add(
          new OmittedItems(
              Value.text(words[0])
                  .asRef()
                  .map(p -> Stored.number(station, p, "wristband"))
                  .orElse("–"),
              List.of(words).subList(1, words.length)));
    }
    all.sort(Comparator.comparing(OmittedItems::number));
    return all;
  }
}
