package org.sala.casework.packages.receipt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.sala.casework.packages.seal.HeadquartersRuns;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeId;
import org.sala.domain.Kinds;
import org.sala.domain.StationId;
import org.sala.store.OwedRows;

/**
 * Changes that stations have to hear and that are on no way to them, asked once for all of them:
 * what a station has lost and a neighbour has passed on, what waits no more, answers that were set
 * aside before they left, decisions between versions, what was said of two records that it wrote
 * both, what it is asked, and what all are told. To one of which everybody was taken back nothing
 * is due.
 */
final class DueChanges {
  private final Station station;
  private final Ledger ledger;
  private final Map<StationId, List<ChangeId>> due;
  private final Set<StationId> restating;

  DueChanges(Station station, Ledger ledger, Collection<StationId> to) {
    this.station = station;
    this.ledger = ledger;
    this.restating = station.view().arrivals().restating();
    Roster roster = new Roster(station.state());
    this.due = Unsettled.of(station, all(to.stream().filter(s -> !roster.isGone(s)).toList()));
  }

  /** What is due to one of the stations. */
  List<ChangeId> to(StationId one) {
    return due.getOrDefault(one, List.of());
  }

  /** How many of its packages a station has to be told of that something waits no more. */
  int settled(StationId one) {
    return restating.contains(one) ? new SettledDisagreements(station, ledger).due(one) : 0;
  }

  private Map<StationId, Set<ChangeId>> all(List<StationId> stations) {
    StationId own = station.identity().station();
    Map<StationId, Set<ChangeId>> all = new LinkedHashMap<>();
    for (StationId to : stations) {
      Set<ChangeId> one = new LinkedHashSet<>(new LostChanges(station).lostBefore(to));
      if (restating.contains(to)) {
        one.addAll(new SettledDisagreements(station, ledger).written(to));
      }
      all.put(to, one);
    }
    OwedRows owed = station.view().owed();
    add(all, owed.answersSetAside());
    Map<String, Supplier<Map<StationId, List<ChangeId>>>> goes = new LinkedHashMap<>();
    goes.put(Kinds.DECISION.key(), owed::decided);
    goes.put(Kinds.SAME_PERSON.key(), () -> owed.linked(own));
    goes.put(Kinds.QUESTION.key(), () -> owed.asked(own));
    List<String> ruled = new ArrayList<>(goes.keySet());
    ruled.add(Kinds.BULLETIN.key());
    if (!new HeadquartersRuns(station).before().isEmpty()) {
      add(all, owed.cameBack(own, ruled));
    }
    // Most headquarters have to ask for none of it.
    Set<String> any = station.view().records().kindsAmong(ruled);
    goes.forEach(
        (kind, which) -> {
          if (any.contains(kind)) {
            add(all, which.get());
          }
        });
    if (any.contains(Kinds.BULLETIN.key())) {
      List<ChangeId> told = owed.toldAll(own);
      all.values().forEach(one -> one.addAll(told));
    }
    all.values().removeIf(Set::isEmpty);
    if (!all.isEmpty()) {
      Set<ChangeId> unfit = station.view().changes().unfit();
      all.values().forEach(one -> one.removeAll(unfit));
    }
    return all;
  }

  private static void add(Map<StationId, Set<ChangeId>> all, Map<StationId, List<ChangeId>> more) {
    more.forEach(
        (to, changes) -> {
          Set<ChangeId> one = all.get(to);
          if (one != null) {
            one.addAll(changes);
          }
        });
  }
}
