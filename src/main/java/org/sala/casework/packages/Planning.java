package org.sala.casework.packages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.screening.Catalogues;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.AttachedFile;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.ScopeType;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.journal.Committed;
import org.sala.store.PersonRows;
import org.sala.store.Records;

/** Works out what may leave, and for whom the protected part may. Nothing is written. */
final class Planning {
  /** Headquarters has them, whether it has taken them in or they wait there for a decision. */
  private static final Set<String> AT_HEADQUARTERS =
      Set.of(
          Packages.State.RECEIVED.name(), Packages.State.HELD.name(), Packages.State.PARTLY.name());

  /** Kinds of records that never leave. */
  static final Set<String> STAYING =
      Kinds.all().stream().filter(k -> !k.sent()).map(Kind::key).collect(Collectors.toSet());

  private final Station station;
  private final Ledger ledger;
  private final Set<String> official;

  Planning(Station station, Ledger ledger, AuditTrail audit) {
    this.official = new Catalogues(station, audit).official();
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * Everything of this station that headquarters has not receipted, or a case's part of it, and
   * what it rests on of others.
   */
  SealPlan plan(Optional<RecordId> caseId) {
    return plan(caseId, Set.of());
  }

  /**
   * @param without records whose changes stay here for now
   */
  SealPlan plan(Optional<RecordId> caseId, Set<RecordId> without) {
    Optional<Set<ScopeId>> scopes = caseId.map(this::scopesOf);
    Counting planning = new Counting(scopes);
    Map<ChangeId, Set<RevisionId>> behind = planning.behind();
    Set<ChangeId> there = station.view().sent().in(AT_HEADQUARTERS);
    Predicate<Change> goes =
        c -> !there.contains(c.id()) || planning.goesNow(c, behind.getOrDefault(c.id(), Set.of()));
    Predicate<Change> meant = meant(scopes, without);
    own(planning, beforeFirst(planning.passedOn.own(behind.keySet())), meant.and(goes));
    planning.passedOn.along(planning.going, there, behind.keySet()).stream()
        .filter(meant.and(goes))
        .forEach(planning::passOn);
    // Whoever asks for one case is not told that there is something to send where there is not.
    boolean asks = caseId.isEmpty() && new GivingBack(station).asks();
    return planning.plan(caseId, station.state().text("agency").orElse(""), asks);
  }

  /**
   * Everything of this station for another one, or a case's part of it: nobody receipts it, so all
   * of it goes each time, and does no harm where it is known.
   *
   * @param names what the other stations are called
   */
  SealPlan forPeers(Optional<RecordId> caseId, Set<RecordId> without, List<String> names) {
    Optional<Set<ScopeId>> scopes = caseId.map(this::scopesOf);
    Counting planning = new Counting(scopes);
    own(planning, 0, meant(scopes, without));
    return planning.plan(caseId, String.join(", ", names), false).times(names.size());
  }

  private void own(Counting planning, long after, Predicate<Change> goes) {
    StationId own = station.identity().station();
    station
        .journal()
        .replay(
            after,
            run -> {
              ledger.goOn();
              run.stream()
                  .map(Committed::change)
                  .filter(c -> c.header().station().equals(own))
                  .filter(goes)
                  .forEach(planning::add);
            });
  }

  /**
   * Returns what picks the changes that are about what is asked for, and nothing that stays here
   * for now.
   */
  private static Predicate<Change> meant(Optional<Set<ScopeId>> scopes, Set<RecordId> without) {
    return c -> Ledger.records(c).stream().noneMatch(without::contains) && wanted(c, scopes);
  }

  /**
   * What headquarters has need not be read again: only the changes behind it are.
   *
   * @param again changes that it has and of which more goes now
   */
  private long beforeFirst(Set<ChangeId> again) {
    long applied = station.view().applied();
    if (!again.isEmpty()) {
      applied = Math.min(applied, station.view().changes().earliest(again) - 1);
    }
    return beforeFirst(applied);
  }

  private long beforeFirst(long applied) {
    return station
        .view()
        .sent()
        .firstNotIn(AT_HEADQUARTERS, station.identity().station(), STAYING)
        .stream()
        .map(first -> Math.min(first - 1, applied))
        .findFirst()
        .orElse(applied);
  }

  /**
   * A case's own scope, those of its people and of whom they left inside; the station's officers
   * always go along.
   */
  private Set<ScopeId> scopesOf(RecordId caseId) {
    Records records = station.view().records();
    Set<ScopeId> scopes = new LinkedHashSet<>();
    records.find(caseId).ifPresent(r -> scopes.add(r.scope()));
    for (PersonRows.Row p : station.view().people().inCase(caseId)) {
      records.find(p.id()).ifPresent(r -> scopes.add(r.scope()));
      records.pointingTo(p.id(), "saidBy").forEach(r -> scopes.add(r.scope()));
    }
    scopes.add(station.scope());
    return scopes;
  }

  private static boolean wanted(Change change, Optional<Set<ScopeId>> scopes) {
    List<Revision> revisions = change.revisions();
    boolean leaves =
        revisions.stream().anyMatch(r -> Kinds.find(r.kind()).map(Kind::sent).orElse(true));
    return leaves
        && (scopes.isEmpty() || revisions.stream().anyMatch(r -> scopes.get().contains(r.scope())));
  }

  /** Counts what goes and decides, person by person, whether the protected part may. */
  private final class Counting {
    private final Optional<Set<ScopeId>> scopes;
    private final List<ChangeId> changes = new ArrayList<>();
    private final Set<RevisionId> withheld = new HashSet<>();
    private final Concerned concerned = new Concerned(station);
    private final Set<ScopeId> protectedGoing = new LinkedHashSet<>();
    private final Set<ScopeId> protectedStaying = new LinkedHashSet<>();
    private final Set<RecordId> cases = new LinkedHashSet<>();
    private final Set<RecordId> about = new LinkedHashSet<>();
    private final Set<RecordId> statements = new LinkedHashSet<>();
    private final Set<RecordId> feared = new LinkedHashSet<>();
    private final LeftOfPeople left = new LeftOfPeople(station, ledger);
    private final Map<RecordId, Set<String>> items = new LinkedHashMap<>();
    private final Fears.KeptFrom keptFrom = new Fears(station, ledger).keptFromHeadquarters();
    private final Map<ScopeId, Boolean> lets = new LinkedHashMap<>();
    private final Map<ScopeId, Boolean> letsHere = new LinkedHashMap<>();
    private final Map<String, SealPlan.Enclosed> files = new LinkedHashMap<>();
    private final PassedOn passedOn = new PassedOn(station, ledger);
    private final Set<ScopeId> going = new HashSet<>();
    private int ofOthers;
    private boolean protection;
    private long bytes;

    Counting(Optional<Set<ScopeId>> scopes) {
      this.scopes = scopes;
    }

    /**
     * Returns whether a record is of another case, or of somebody who is not in this one: a night's
     * arrivals are one act, and nobody travels because of a neighbour in a grid. It goes when it is
     * asked for.
     */
    private boolean ofAnother(ScopeId scope, Optional<Kind> kind) {
      return scopes.isPresent()
          && !scopes.get().contains(scope)
          && (kind.map(Kind::scope).filter(ScopeType.CASE::equals).isPresent()
              || concerned.owner(scope).isPresent());
    }

    /** Changes that headquarters has, and what stayed here of them and need not any more. */
    Map<ChangeId, Set<RevisionId>> behind() {
      Map<ChangeId, Set<RevisionId>> behind = new LinkedHashMap<>();
      for (Records.Belonging b : new StayedBehind(station).at(AT_HEADQUARTERS)) {
        boolean sent = Kinds.find(b.kind()).map(Kind::sent).orElse(true);
        if (ofAnother(b.scope(), Kinds.find(b.kind()))) {
          continue;
        }
        boolean safe = b.compartment() == Compartment.PROTECTION;
        if (sent
            && keptFrom.who(b.scope(), b.record()).isEmpty()
            && (!safe || mayLeave(b.change(), b.scope()))) {
          behind.computeIfAbsent(b.change(), c -> new HashSet<>()).add(b.revision());
        }
      }
      return behind;
    }

    /** Whether one of these parts of a change may leave, by what it says as well. */
    boolean goesNow(Change change, Set<RevisionId> more) {
      return change.revisions().stream()
          .anyMatch(r -> more.contains(r.id()) && !staysHere(r) && !leftOut(r));
    }

    /**
     * Adds a change that another station wrote; it leaves by the same rules, by all that is known
     * here.
     */
    void passOn(Change change) {
      int before = changes.size();
      add(change);
      ofOthers += changes.size() - before;
      // What was kept from this station goes on when it comes.
      change.pieces().stream()
          .filter(p -> p instanceof Piece.Withheld)
          .forEach(p -> withheld.add(p.id()));
    }

    void add(Change change) {
      if (onlyAboutFearing(change)) {
        // Nothing of it may go: it stays whole, and goes later if the fear is over.
        return;
      }
      changes.add(change.id());
      bytes += change.header().bytes().length * 2L;
      for (Piece piece : change.pieces()) {
        if (!(piece instanceof Piece.Whole whole)) {
          // Not for this officer to read: it stays, and goes when one seals who may.
          withheld.add(piece.id());
          continue;
        }
        Revision r = whole.revision();
        if (ofAnother(r.scope(), Kinds.find(r.kind()))) {
          withheld.add(r.id());
          continue;
        }
        if (keptFrom.who(r.scope(), r.record()).isPresent()) {
          withheld.add(r.id());
          keptFrom.who(r.scope(), r.record()).ifPresent(feared::add);
          continue;
        }
        bytes += r.bytes().length * 2L;
        switch (r.kind()) {
          case "case" -> cases.add(r.record());
          case "involvement" ->
              Optional.ofNullable(r.fields().get("case"))
                  .flatMap(Value::asRef)
                  .ifPresent(about::add);
          case "statement" -> statements.add(r.record());
          default -> {
            // Counted with their person or case.
          }
        }
        boolean sent = Kinds.find(r.kind()).map(Kind::sent).orElse(true);
        boolean safe = r.compartment() == Compartment.PROTECTION;
        boolean kept = safe && !lets.computeIfAbsent(r.scope(), this::mayLeave);
        going.add(r.scope());
        if (safe && !kept && !mayLeave(change.id(), r.scope())) {
          // Its author's station sends it, and knows better whether it may.
          withheld.add(r.id());
          continue;
        }
        if (leftOut(r) || kept || !sent || staysHere(r)) {
          withheld.add(r.id());
          if (kept && sent) {
            protectedStaying.add(r.scope());
          }
        } else {
          goes(r, safe);
        }
      }
    }

    private void goes(Revision r, boolean safe) {
      concerned.tells(r);
      if (safe) {
        protection = true;
        protectedGoing.add(r.scope());
      }
      for (AttachedFile f : AttachedFile.in(r)) {
        files.putIfAbsent(
            f.digest(), new SealPlan.Enclosed(r.scope(), r.compartment(), f, r.record()));
      }
    }

    /** What the person's yes leaves out; that it would have gone is remembered. */
    private boolean leftOut(Revision r) {
      Optional<LeftOfPeople.Kept> kept = left.of(r);
      kept.ifPresent(
          k -> items.computeIfAbsent(k.person(), p -> new TreeSet<>()).addAll(k.items()));
      return kept.isPresent();
    }

    /** Answers that may name officials go to no package: no integrity recipient is named. */
    private boolean staysHere(Revision r) {
      return r.kind().equals("screening")
          && r.fields().keySet().stream().anyMatch(this::mayNameOfficials);
    }

    private boolean mayNameOfficials(String key) {
      return official.contains(key.substring(key.lastIndexOf('/') + 1));
    }

    private boolean onlyAboutFearing(Change change) {
      if (keptFrom.isEmpty()) {
        return false;
      }
      for (Revision r : change.revisions()) {
        if (!ofAnother(r.scope(), Kinds.find(r.kind()))
            && keptFrom.who(r.scope(), r.record()).isEmpty()) {
          return false;
        }
      }
      change.revisions().stream()
          .filter(r -> !ofAnother(r.scope(), Kinds.find(r.kind())))
          .forEach(r -> keptFrom.who(r.scope(), r.record()).ifPresent(feared::add));
      return true;
    }

    /** A protected part of a change: by what stands here, and of others' by what was said here. */
    private boolean mayLeave(ChangeId change, ScopeId scope) {
      return lets.computeIfAbsent(scope, this::mayLeave)
          && (!passedOn.leavesProtected(change)
              || letsHere.computeIfAbsent(scope, this::wasToldHere));
    }

    private boolean wasToldHere(ScopeId scope) {
      return concerned
          .owner(scope)
          .filter(
              p ->
                  new Consents(station, ledger)
                      .lettingHere(p, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS))
          .isPresent();
    }

    private boolean mayLeave(ScopeId scope) {
      return concerned
          .owner(scope)
          .flatMap(
              p ->
                  new Consents(station, ledger)
                      .lastWord(p, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS))
          .map(Consents.LastWord::lets)
          .orElse(false);
    }

    private Set<RecordId> owners(Set<ScopeId> scopes) {
      Set<RecordId> all = new LinkedHashSet<>();
      scopes.forEach(s -> concerned.owner(s).ifPresent(all::add));
      return all;
    }

    SealPlan plan(Optional<RecordId> caseId, String recipient, boolean asks) {
      about.addAll(cases);
      caseId.ifPresent(about::add);
      Set<RecordId> yes = owners(protectedGoing);
      Set<RecordId> kept = owners(protectedStaying);
      List<RecordId> without = new ArrayList<>();
      // What is left out of the one thing that is told of somebody is said again without it.
      Set<RecordId> people = new LinkedHashSet<>(concerned.people());
      people.addAll(items.keySet());
      for (RecordId p : people) {
        if (!yes.contains(p) && !kept.contains(p)) {
          if (mayLeave(station.view().records().find(p).orElseThrow().scope())) {
            yes.add(p);
          } else {
            without.add(p);
          }
        }
      }
      return new SealPlan(
          changes,
          withheld,
          people.size(),
          cases.size(),
          statements.size(),
          List.copyOf(yes),
          without,
          List.copyOf(kept),
          List.copyOf(feared),
          false,
          List.copyOf(about),
          List.copyOf(files.values()),
          protection,
          recipient,
          bytes
              + files.values().stream()
                  .mapToLong(f -> f.file().size() + (f.file().size() >> 10))
                  .sum()
              + (1 << 20),
          station.folder().free(),
          Sealing.INVESTIGATION_PURPOSE,
          items,
          ofOthers,
          asks);
    }
  }
}
