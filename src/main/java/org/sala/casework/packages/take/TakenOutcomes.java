package org.sala.casework.packages.take;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.packages.receipt.SettledDisagreements;
import org.sala.casework.packages.register.ChangeOutcomes;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeId;
import org.sala.domain.RecordId;
import org.sala.store.Records;

/**
 * What became of each change of a package that was taken in.
 *
 * @param disputed parts of records that wait for a decision now
 * @param byChange one of {@link ChangeOutcomes} by change id, those that were not taken among them
 */
record TakenOutcomes(List<Records.Belonging> disputed, Map<String, String> byChange) {

  /** Returns what became of what was taken and of what was not. */
  static TakenOutcomes of(Station station, ChangeIntake taken, NotTaken notTaken) {
    List<Records.Belonging> disputed = disputed(station, taken);
    Map<String, String> outcomes = new LinkedHashMap<>();
    Set<ChangeId> waiting =
        disputed.stream().map(Records.Belonging::change).collect(Collectors.toSet());
    Set<RecordId> joined = new HashSet<>();
    for (List<RecordId> some : Lots.of(List.copyOf(taken.allRecords()))) {
      joined.addAll(station.view().records().severalHeads(some));
    }
    taken
        .records()
        .forEach(
            (id, records) ->
                outcomes.put(
                    id.toString(),
                    waiting.contains(id)
                        ? ChangeOutcomes.WAITING
                        : records.stream().anyMatch(joined::contains)
                            ? ChangeOutcomes.JOINED
                            : ChangeOutcomes.ACCEPTED));
    notTaken.held().forEach(c -> outcomes.put(c, ChangeOutcomes.HELD));
    notTaken.refused().forEach(c -> outcomes.put(c, ChangeOutcomes.REFUSED));
    return new TakenOutcomes(disputed, outcomes);
  }

  /**
   * Returns what waits for a decision in what was taken; only changes of records that differ are
   * looked into.
   */
  private static List<Records.Belonging> disputed(Station station, ChangeIntake taken) {
    Set<RecordId> differing = new HashSet<>();
    for (List<RecordId> some : Lots.of(List.copyOf(taken.allRecords()))) {
      station.view().disputes().of(some).forEach(d -> differing.add(d.record()));
    }
    return SettledDisagreements.waiting(
        station,
        taken.records().entrySet().stream()
            .filter(c -> c.getValue().stream().anyMatch(differing::contains))
            .map(Map.Entry::getKey)
            .toList());
  }

  /** Returns how many records wait for a decision. */
  int records() {
    return (int) disputed.stream().map(Records.Belonging::record).distinct().count();
  }

  /** Returns ids of the changes that wait for a decision, in order and between blanks. */
  String waiting() {
    return byChange.entrySet().stream()
        .filter(o -> o.getValue().equals(ChangeOutcomes.WAITING))
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
