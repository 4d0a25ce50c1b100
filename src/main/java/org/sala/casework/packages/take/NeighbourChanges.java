package org.sala.casework.packages.take;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeHeader;
import org.sala.domain.ChangeId;
import org.sala.domain.Fingerprint;
import org.sala.domain.StationId;
import org.sala.store.Changes;

/**
 * At headquarters: what a station brings that another one wrote. Each change stands on its own
 * author's signature; whose station the author is of, headquarters knows by itself.
 */
final class NeighbourChanges {
  private final Roster roster;
  private final EarlierPackages arrivals;
  private final Map<Fingerprint, Set<StationId>> stations = new HashMap<>();
  private final Map<String, Optional<Instant>> givenUp = new HashMap<>();

  NeighbourChanges(Station station) {
    this.roster = new Roster(station.state());
    this.arrivals = new EarlierPackages(station);
  }

  private Set<StationId> stationsOf(ChangeHeader h) {
    return stations.computeIfAbsent(h.author(), a -> roster.stationsOf(a.hex()));
  }

  /** Whether one was signed by an officer of ours for a station that is not the officer's. */
  boolean forged(List<ChangeHeader> passedOn) {
    return passedOn.stream()
        .anyMatch(h -> !stationsOf(h).isEmpty() && !stationsOf(h).contains(h.station()));
  }

  /**
   * The arrival with what is in doubt about such changes; each of them waits by itself, and the
   * work of whoever carries it does not.
   */
  Arrival doubting(Arrival arrival) {
    if (arrival.passedOn().isEmpty()) {
      return arrival;
    }
    Map<ChangeId, ChangeHeader> headers =
        arrival.passedOn().stream()
            .collect(Collectors.toMap(ChangeHeader::id, h -> h, (one, same) -> one));
    Set<Changes.Place> taken =
        arrivals.usedTwice(
            arrival.changes().stream().filter(c -> headers.containsKey(c.id())).toList());
    List<Arrival.Told> told = new ArrayList<>();
    for (Arrival.Told c : arrival.changes()) {
      ChangeHeader h = headers.get(c.id());
      told.add(
          h == null || c.doubt().isPresent()
              ? c
              : against(h, taken.contains(c.place())).map(c::doubted).orElse(c));
    }
    return arrival.telling(told);
  }

  private Optional<Doubt> against(ChangeHeader h, boolean taken) {
    if (stationsOf(h).isEmpty()) {
      return Optional.of(Doubt.CHANGE_AUTHOR_NOT_ENROLLED);
    }
    if (taken) {
      return Optional.of(Doubt.CHANGE_OF_TWO_COPIES);
    }
    return givenUp
            .computeIfAbsent(
                h.station() + " " + h.incarnation(),
                any -> arrivals.givenUp(h.station(), h.incarnation()))
            .filter(since -> since.isBefore(h.time().instant()))
            .isPresent()
        ? Optional.of(Doubt.OLD_INCARNATION)
        : Optional.empty();
  }
}
