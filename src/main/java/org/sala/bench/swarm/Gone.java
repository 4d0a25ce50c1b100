package org.sala.bench.swarm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.ChangeId;
import org.sala.domain.Fingerprint;
import org.sala.domain.StationId;
import org.sala.journal.Committed;

/** Whom headquarters has taken back in a history, and since when. */
final class Gone {
  private final Set<Fingerprint> officers = new HashSet<>();

  /** Stations of which everybody was taken back: what headquarters had written before. */
  private final Map<StationId, Set<ChangeId>> stations = new HashMap<>();

  void officer(Fingerprint key) {
    officers.add(key);
  }

  void everybody(StationId of, Laptop headquarters) {
    StationId own = headquarters.station().identity().station();
    stations.put(
        of,
        headquarters.journal().committed().stream()
            .map(c -> c.change().header())
            .filter(h -> h.station().equals(own))
            .map(ChangeHeader::id)
            .collect(Collectors.toSet()));
  }

  boolean any() {
    return !officers.isEmpty();
  }

  boolean isGone(StationId station) {
    return stations.containsKey(station);
  }

  boolean isGone(Laptop laptop) {
    return isGone(laptop.station().identity().station());
  }

  boolean officerIsGone(Fingerprint key) {
    return officers.contains(key);
  }

  /** Whether a laptop has taken something that headquarters wrote since it gave a station up. */
  boolean knows(Laptop at, StationId gone, StationId headquarters) {
    Set<ChangeId> before = stations.get(gone);
    return before != null
        && at.journal().committed().stream()
            .map(c -> c.change().header())
            .anyMatch(h -> h.station().equals(headquarters) && !before.contains(h.id()));
  }

  /** Acts of those who were taken back that are in a journal. */
  Set<ChangeId> actsIn(MemoryJournal journal) {
    Set<ChangeId> acts = new HashSet<>();
    for (Committed c : journal.committed()) {
      Change change = c.change();
      if (officers.contains(change.header().author())) {
        acts.add(change.id());
      }
    }
    return acts;
  }
}
