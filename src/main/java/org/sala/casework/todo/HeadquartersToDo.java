package org.sala.casework.todo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.erasing.Elsewhere;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.packages.receipt.ForStations;
import org.sala.casework.people.People;
import org.sala.casework.station.Station;
import org.sala.domain.RecordId;
import org.sala.store.Records;

/** What has to be done at headquarters alone, about no one person. */
final class HeadquartersToDo {
  private static final int MOST = 100;

  private final Station station;
  private final People people;
  private final Approvals approvals;
  private final Elsewhere erased;
  private final ForStations waiting;

  HeadquartersToDo(
      Station station, People people, Approvals approvals, Elsewhere erased, ForStations waiting) {
    this.station = station;
    this.people = people;
    this.approvals = approvals;
    this.erased = erased;
    this.waiting = waiting;
  }

  List<ToDo> all() {
    List<ToDo> all = new ArrayList<>();
    takenBack(all);
    erasedThere(all);
    differing(all);
    all.addAll(PackagesToDo.held(station));
    all.addAll(PackagesToDo.waiting(waiting.waiting().size(), station.now().instant()));
    all.addAll(PackagesToDo.unheard(station));
    return all;
  }

  /** Taking trust away does not wait; that it was done is looked at by a second. */
  private void takenBack(List<ToDo> all) {
    for (Approvals.Unconfirmed u : approvals.unconfirmed()) {
      all.add(
          new ToDo(
              ToDo.What.UNCONFIRMED,
              Optional.empty(),
              Optional.empty(),
              ToDo.Whose.NOBODY,
              "",
              u.at().map(m -> m.instant().toEpochMilli()).orElse(0L),
              List.of()));
    }
  }

  /** A station has erased it, and whoever decides here may not know of that. */
  private void erasedThere(List<ToDo> all) {
    for (Elsewhere.One e : erased.undecided()) {
      all.add(
          new ToDo(
              ToDo.What.ERASED_THERE,
              e.isPerson() ? people.find(e.about()) : Optional.empty(),
              Optional.empty(),
              ToDo.Whose.NOBODY,
              "",
              e.at().instant().toEpochMilli(),
              List.of(),
              new ToDo.About.ErasedThere(e)));
    }
  }

  /** Cases, statements, exhibits: what differs in them stands in no line of a person. */
  private void differing(List<ToDo> all) {
    Map<RecordId, String> kinds = Disagreements.apartFromPeople(station);
    if (kinds.isEmpty()) {
      return;
    }
    long since =
        kinds.keySet().stream()
            .limit(MOST)
            .flatMap(id -> station.view().records().find(id).stream())
            .mapToLong(Records.Row::changedMillis)
            .min()
            .orElse(0);
    all.add(
        new ToDo(
            ToDo.What.VERSIONS,
            Optional.empty(),
            Optional.empty(),
            ToDo.Whose.NOBODY,
            "",
            since,
            kinds.values().stream().distinct().sorted().toList(),
            new ToDo.About.Several(kinds.size())));
  }
}
