package org.sala.bench.swarm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.station.Stored;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.StationId;
import org.sala.journal.Committed;

/** Whom headquarters has taken back in a history, and since when. */
final class Gone {
  private final Set<Fingerprint> officers = new HashSet<>();

  /** Stations of which everybody was taken back: what headquarters had sealed before. */
  private final Map<StationId, Set<String>> stations = new HashMap<>();

  void officer(Fingerprint key) {
    officers.add(key);
  }

  void everybody(StationId of, Laptop headquarters) {
    stations.put(of, packages(headquarters, "out"));
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

  /**
   * Whether a laptop has taken something that headquarters sealed since it gave a station up: every
   * package says whom to believe, also one that has nothing else to say.
   */
  boolean knows(Laptop at, StationId gone, StationId headquarters) {
    Set<String> before = stations.get(gone);
    return before != null && !before.containsAll(packages(at, "in " + headquarters));
  }

  /**
   * The digests of packages.
   *
   * @param way {@code out}, or {@code in} and whose
   */
  private static Set<String> packages(Laptop at, String way) {
    return at
        .station()
        .view()
        .records()
        .fieldsOfKind(Kinds.PARCEL.key(), Set.of("direction", "peer", "digest"))
        .values()
        .stream()
        .filter(
            f ->
                (Stored.text(f, "direction").orElse("") + " " + Stored.text(f, "peer").orElse(""))
                    .startsWith(way))
        .flatMap(f -> Stored.text(f, "digest").stream())
        .collect(Collectors.toSet());
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
