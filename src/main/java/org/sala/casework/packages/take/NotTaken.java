package org.sala.casework.packages.take;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeId;
import org.sala.store.Changes;

/**
 * Changes of a package that are not taken, and why.
 *
 * @param held ids of those that wait for people, as texts
 * @param refused ids of those that people have refused before, as texts
 * @param doubts what is in doubt about them
 */
record NotTaken(Set<String> held, Set<String> refused, Set<Doubt> doubts) {

  /** Returns that all is taken. */
  static NotTaken nothing() {
    return new NotTaken(Set.of(), Set.of(), Set.of());
  }

  /**
   * Returns what of a package is not taken now.
   *
   * @param here what the journal has of its changes
   * @param admitted changes that people have let in
   */
  static NotTaken of(
      Station station, Arrival arrival, Map<ChangeId, Changes.Here> here, Set<ChangeId> admitted) {
    NotTaken out = new NotTaken(new TreeSet<>(), new TreeSet<>(), new LinkedHashSet<>());
    for (ChangeId id : arrival.twice(here)) {
      out.refused().add(id.toString());
      out.doubts().add(Doubt.CHANGE_ID_TWICE);
    }
    List<Arrival.Told> doubted =
        arrival.doubted().stream().filter(c -> !out.contains(c.id())).toList();
    if (doubted.isEmpty()) {
      return out;
    }
    Set<String> refusedBefore = new EarlierPackages(station).refused();
    for (Arrival.Told c : doubted) {
      if (!admitted.contains(c.id()) && !here.containsKey(c.id()) && !c.adopted()) {
        String id = c.id().toString();
        (refusedBefore.contains(id) ? out.refused() : out.held()).add(id);
        out.doubts().add(c.doubt().orElseThrow());
      }
    }
    return out;
  }

  boolean isEmpty() {
    return held.isEmpty() && refused.isEmpty();
  }

  boolean contains(ChangeId id) {
    return held.contains(id.toString()) || refused.contains(id.toString());
  }
}
