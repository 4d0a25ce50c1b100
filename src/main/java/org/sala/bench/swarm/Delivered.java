package org.sala.bench.swarm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.headquarters.Bulletin;
import org.sala.casework.keys.Neighbours;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.station.OnePerson;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;

/** Says what should have come to the other end in a world that has been healed, and has not. */
final class Delivered {
  private final World world;
  private final Map<ChangeId, Change> atHeadquarters;
  private final Set<ScopeId> erased;
  private final List<String> wrong = new ArrayList<>();

  Delivered(World world, Map<ChangeId, Change> atHeadquarters) {
    this.world = world;
    this.atHeadquarters = atHeadquarters;
    this.erased = world.erased();
  }

  /** Returns what was wrong with all that were looked at. */
  List<String> wrong() {
    return wrong;
  }

  private void check(boolean right, String what) {
    if (!right) {
      wrong.add(what);
    }
  }

  /** Headquarters has all that a station wrote and that may leave, and the station knows it. */
  void isHeard(Laptop at) {
    StationId own = at.station().identity().station();
    if (world.gone().isGone(at) && (world.wentWithErased(own) || world.setBack())) {
      // Nobody tells whoever was given up that it has to be sent again.
      return;
    }
    for (Change c : Judge.sent(at)) {
      if (!c.header().station().equals(own)) {
        continue;
      }
      Change there = atHeadquarters.get(c.id());
      if (there == null) {
        check(false, at + ": headquarters lacks a change");
        continue;
      }
      for (int i = 0; i < c.pieces().size(); i++) {
        if (c.pieces().get(i) instanceof Piece.Whole whole
            && !Judge.OWN.contains(whole.revision().kind())) {
          boolean came = there.pieces().get(i) instanceof Piece.Whole;
          check(
              came || !mayLeave(at, whole.revision()) || erased.contains(whole.revision().scope()),
              at + ": headquarters lacks a revision that may leave");
          check(
              !came
                  || mayLeave(world.headquarters(), whole.revision())
                  || isTakenBack(whole.revision().record()),
              at + ": headquarters has a revision that may not leave");
        }
      }
    }
    consentsGoOn(at);
    if (world.gone().isGone(at)) {
      // Nobody is there any more whom headquarters tells anything.
      return;
    }
    check(at.packages().plan(Optional.empty()).empty(), at + ": there is still something to send");
    Reaching reaching = new Reaching(world, at);
    for (World.Known k : world.records()) {
      RecordStates.Reached reached = at.packages().reached(k.id());
      check(
          at.station().view().records().find(k.id()).isEmpty() || reaching.isTrue(k.id(), reached),
          at + ": a record is shown as " + reached);
    }
  }

  /** Whether a yes was taken back in one of a person's records: what had left by it has left. */
  private boolean isTakenBack(RecordId person) {
    return new OnePerson(world.headquarters().station())
        .records(person).stream().anyMatch(world.takenBack()::contains);
  }

  /**
   * What a neighbour was told of people whom this one wrote of is at headquarters as well; so is
   * all that it wrote of them, where headquarters went on from a backup.
   */
  private void consentsGoOn(Laptop at) {
    StationId own = at.station().identity().station();
    Set<ScopeId> written = new HashSet<>();
    for (Change c : Judge.sent(at)) {
      if (c.header().station().equals(own)) {
        c.revisions().forEach(r -> written.add(r.scope()));
      }
    }
    // What was said of two records lies in its station's scope, and goes by other rules.
    Set<ScopeId> about =
        at.journal().revisions().stream()
            .filter(r -> r.kind().equals("person") || r.kind().equals("case"))
            .map(Revision::scope)
            .filter(written::contains)
            .collect(Collectors.toSet());
    for (Change c : Judge.sent(at)) {
      boolean met =
          Neighbours.known(at.station().state()).stream()
              .anyMatch(
                  o ->
                      o.station().equals(c.header().station())
                          && o.key().equals(c.header().author()));
      boolean said =
          c.revisions().stream()
              .anyMatch(r -> r.kind().equals("consent") && written.contains(r.scope()));
      // Of a headquarters that has lost something nobody knows who else still has it.
      boolean all =
          world.setBack()
              && !c.header().station().equals(own)
              && c.revisions().stream()
                  .anyMatch(
                      r ->
                          r.compartment() != Compartment.PROTECTION
                              && about.contains(r.scope())
                              && !erased.contains(r.scope()));
      if (met && (said || all)) {
        check(
            atHeadquarters.containsKey(c.id()),
            at + ": headquarters lacks what a neighbour " + (said ? "was told" : "wrote"));
      }
    }
  }

  private static boolean mayLeave(Laptop at, Revision r) {
    return r.compartment() != Compartment.PROTECTION || at.mayLeave(r.record());
  }

  /** What headquarters decided has come back, and what a restored laptop had lost. */
  void hears(Laptop at) {
    if (world.gone().isGone(at)) {
      return;
    }
    StationId own = at.station().identity().station();
    Set<RevisionId> here =
        at.journal().revisions().stream().map(Revision::id).collect(Collectors.toSet());
    Set<String> written = parts(Judge.sent(at), own);
    // Of a protected part that stayed, headquarters does not know that the station wrote it.
    written.retainAll(parts(atHeadquarters.values(), own));
    Set<RecordId> begun = begun(atHeadquarters.values(), own);
    for (Change c : atHeadquarters.values()) {
      boolean decision =
          c.header().station().equals(world.headquarters().station().identity().station());
      boolean lost =
          c.header().station().equals(own)
              && !world.cloned(at)
              // What somebody wrote who was taken back headquarters gives to nobody.
              && !world.gone().officerIsGone(c.header().author());
      for (Revision r : c.revisions()) {
        // What is protected goes to who made the record; to others only where a yes was said there.
        boolean open = r.compartment() != Compartment.PROTECTION || begun.contains(r.record());
        // What was said of two records goes to whoever wrote those.
        boolean concerns =
            decision
                && open
                && !r.kind().equals(Kinds.SAME_PERSON.key())
                && written.contains(r.record() + " " + r.compartment());
        if (!Judge.OWN.contains(r.kind()) && (concerns || lost)) {
          check(
              here.contains(r.id()),
              at + (decision ? ": a decision has not come" : ": what it lost has not come back"));
        }
      }
    }
  }

  /** Whatever headquarters tells all has come to everybody, and is over for whoever heard that. */
  void isTold(Laptop at) {
    if (world.gone().isGone(at)) {
      return;
    }
    Map<RecordId, Boolean> here = new HashMap<>();
    at.bulletins().all().forEach(b -> here.put(b.id(), b.over()));
    for (Bulletin b : world.headquarters().bulletins().all()) {
      Boolean over = here.get(b.id());
      check(
          over != null && (over == b.over() || over && world.setBack()),
          at + ": what all are told has not come");
    }
  }

  /** Returns the records that a station has made. */
  private static Set<RecordId> begun(Collection<Change> among, StationId of) {
    return among.stream()
        .filter(c -> c.header().station().equals(of))
        .flatMap(c -> c.revisions().stream())
        .filter(r -> r.parents().isEmpty())
        .map(Revision::record)
        .collect(Collectors.toSet());
  }

  /** Returns the parts of records that a station has written to. */
  private static Set<String> parts(Collection<Change> among, StationId of) {
    return among.stream()
        .filter(c -> c.header().station().equals(of))
        .flatMap(c -> c.revisions().stream())
        .map(r -> r.record() + " " + r.compartment())
        .collect(Collectors.toSet());
  }
}
