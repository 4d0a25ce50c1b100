package org.sala.casework.packages.seal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.keys.Neighbours;
import org.sala.casework.keys.Peer;
import org.sala.casework.keys.Peers;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.AttachedFile;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.ChangeId;
import org.sala.domain.Kinds;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.store.SentRows;

/**
 * What other stations wrote of people and cases that this one has written of as well. It goes home
 * along with the own work that rests on it, for nobody else may be left to send it: as its authors
 * signed it, so that nothing rests on the word of whoever carries it.
 */
final class PassedOnChanges {
  /** What a person said to being passed on does not wait for anything else to go. */
  private static final Set<String> SAID = Set.of(Kinds.CONSENT.key(), Kinds.FEAR.key());

  private final Station station;
  private final Ledger ledger;
  private final Map<StationId, Set<String>> authors;

  /** Stations for which nobody speaks any more, by headquarters' list. */
  private final Set<StationId> silent;

  private final List<SentRows.Beside> beside;
  private final Map<ChangeId, StationId> from;

  PassedOnChanges(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
    this.authors =
        Neighbours.known(station.state()).stream()
            // A copy of this workspace is met like a neighbour, and what it wrote is this
            // station's.
            .filter(o -> !o.station().equals(station.identity().station()))
            .collect(
                Collectors.groupingBy(
                    Neighbours.Officer::station,
                    Collectors.mapping(o -> o.key().hex(), Collectors.toSet())));
    this.silent =
        Peers.known(station.state()).stream()
            .filter(p -> p.officers().isEmpty())
            .map(Peer::id)
            .collect(Collectors.toSet());
    this.beside =
        authors.isEmpty()
            ? List.of()
            : station.view().sent().beside(authors.keySet(), station.identity().station());
    this.from =
        beside.stream()
            .collect(
                Collectors.toMap(
                    SentRows.Beside::change, SentRows.Beside::station, (one, same) -> one));
  }

  /** Returns those of the changes that no other station wrote. */
  Set<ChangeId> own(Set<ChangeId> changes) {
    Set<ChangeId> own = new HashSet<>(changes);
    own.removeAll(from.keySet());
    return own;
  }

  /**
   * Whether the protected part of a change is left to the station that wrote it, which hears first
   * of a yes that is taken back; another one could go by an older word for days. Once nobody speaks
   * for that station there is no other way.
   */
  boolean leavesProtected(ChangeId change) {
    StationId author = from.get(change);
    return author != null && !silent.contains(author);
  }

  /**
   * Changes that go along, in the order of the journal and with all that is here of them.
   *
   * @param going scopes of the own changes that go
   * @param there changes that headquarters has
   * @param behind those of which some part stayed here and need not any more
   */
  Collection<Change> along(Set<ScopeId> going, Set<ChangeId> there, Set<ChangeId> behind) {
    // Where headquarters has lost something, nobody else may be left who has it.
    boolean all = new HeadquartersRuns(station).isRestored();
    Set<ChangeId> wanted = new HashSet<>();
    for (SentRows.Beside b : beside) {
      boolean goes = all || going.contains(b.scope()) || SAID.contains(b.kind());
      if (behind.contains(b.change()) || goes && !there.contains(b.change())) {
        wanted.add(b.change());
      }
    }
    return wanted.isEmpty() ? List.of() : read(wanted);
  }

  private Collection<Change> read(Set<ChangeId> wanted) {
    return WholeChanges.read(station, ledger, wanted, this::isByAKnown).stream()
        .filter(c -> !leavesFiles(c))
        .toList();
  }

  private boolean isByAKnown(ChangeHeader h) {
    return authors.getOrDefault(h.station(), Set.of()).contains(h.author().hex());
  }

  /**
   * Whoever took files in sends them, with what is written of them: a recording goes twice only
   * where nobody speaks for that station any more.
   */
  private boolean leavesFiles(Change c) {
    return !silent.contains(c.header().station())
        && c.revisions().stream().anyMatch(r -> !AttachedFile.in(r).isEmpty());
  }
}
