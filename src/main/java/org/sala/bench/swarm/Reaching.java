package org.sala.bench.swarm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sala.casework.packages.register.RecordStates.Reached;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.journal.Committed;

/**
 * Whether it is true what a laptop shows of how far its records are, once everything has come to
 * rest: by what its own journal and headquarters' hold, and by nothing that it was told.
 */
final class Reaching {
  private final World world;
  private final Laptop at;
  private final Set<ScopeId> erased;
  private final Truth here;
  private final Truth there;
  private final Set<RevisionId> atHeadquarters = new HashSet<>();
  private final Map<RevisionId, ChangeHeader> wrote = new HashMap<>();

  /** Ids of the changes that were ever sealed here. */
  private final Set<String> sealed = new HashSet<>();

  Reaching(World world, Laptop at) {
    this.world = world;
    this.at = at;
    this.erased = world.erased();
    this.here = new Truth(at.journal().revisions());
    List<Revision> held = world.headquarters().journal().revisions();
    this.there = new Truth(held);
    held.forEach(r -> atHeadquarters.add(r.id()));
    for (Committed c : at.journal().committed()) {
      Change change = c.change();
      for (Revision r : change.revisions()) {
        wrote.put(r.id(), change.header());
        Value changes = r.kind().equals("parcel") ? r.fields().get("changes") : null;
        if (changes != null) {
          changes.asText().ifPresent(ids -> sealed.addAll(List.of(ids.split(" ", -1))));
        }
      }
    }
  }

  private boolean isOwn(StationId station) {
    return station.equals(at.station().identity().station());
  }

  private boolean isHeadquarters(StationId station) {
    return station.equals(world.headquarters().station().identity().station());
  }

  boolean isTrue(RecordId record, Reached reached) {
    return switch (reached) {
      case WAITING ->
          together(record).stream().anyMatch(world.headquarters().disagreements().open()::contains);
      case ELSEWHERE -> untold(record, true);
      case RECEIVED -> !untold(record, false) && isThere(record);
      case JOINED ->
          !untold(record, false)
              && isThere(record)
              && (together(record).stream().anyMatch(there::cameTogether) || isErased(record));
      case REFUSED, HERE, SEALED, CARRIED, HELD -> false;
    };
  }

  private boolean isGone(StationId station) {
    return world.gone().knows(at, station, world.headquarters().station().identity().station());
  }

  /** Records that were written in one act with what stands on top: it was answered as one. */
  private Set<RecordId> together(RecordId record) {
    Set<RecordId> together = new HashSet<>();
    for (RevisionId head : heads(record)) {
      Objects.requireNonNull(wrote.get(head))
          .revisions()
          .forEach(
              r -> {
                if (here.has(r)) {
                  together.add(here.revision(r).record());
                }
              });
    }
    return together;
  }

  /** Whether nobody can tell any more how something in the same act stood at headquarters. */
  private boolean isErased(RecordId record) {
    return together(record).stream()
        .flatMap(r -> heads(r).stream())
        .anyMatch(h -> erased.contains(here.revision(h).scope()));
  }

  private Set<RevisionId> heads(RecordId record) {
    Set<RevisionId> heads = new HashSet<>();
    for (Compartment c : Compartment.values()) {
      heads.addAll(here.heads(record, c));
    }
    return heads;
  }

  /**
   * Whether something stands on top that another station wrote and this one has not passed on, or
   * of which it leaves the protected part to that station.
   *
   * @param ofGone whether that of a station counts of which it has heard that it was given up: it
   *     goes by what is known here then, or stays
   */
  private boolean untold(RecordId record, boolean ofGone) {
    return heads(record).stream()
        .anyMatch(
            h -> {
              ChangeHeader by = Objects.requireNonNull(wrote.get(h));
              return !isOwn(by.station())
                  && !isHeadquarters(by.station())
                  && (here.revision(h).compartment() == Compartment.PROTECTION
                          && (ofGone || !isGone(by.station()))
                      || !sealed.contains(by.id().toString()));
            });
  }

  /** Whether headquarters has all that stands on top, but for what may not leave. */
  private boolean isThere(RecordId record) {
    return heads(record).stream()
        .allMatch(
            h ->
                atHeadquarters.contains(h)
                    || erased.contains(here.revision(h).scope())
                    || here.revision(h).compartment() == Compartment.PROTECTION
                        && !at.mayLeave(record));
  }
}
