package org.sala.casework.packages.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sala.casework.consent.Fears;
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
import org.sala.domain.Value;
import org.sala.store.Records;

/** Counts what goes and decides, person by person, whether the protected part may. */
final class PlanCount {
  private final Station station;
  private final Set<String> official;
  private final Optional<Set<ScopeId>> scopes;
  private final List<ChangeId> changes = new ArrayList<>();
  private final Set<RevisionId> withheld = new HashSet<>();
  private final ConcernedPeople concerned;
  private final Set<ScopeId> protectedGoing = new LinkedHashSet<>();
  private final Set<ScopeId> protectedStaying = new LinkedHashSet<>();
  private final Set<RecordId> cases = new LinkedHashSet<>();
  private final Set<RecordId> about = new LinkedHashSet<>();
  private final Set<RecordId> statements = new LinkedHashSet<>();
  private final Set<RecordId> feared = new LinkedHashSet<>();
  private final ConsentLimits left;
  private final Map<RecordId, Set<String>> items = new LinkedHashMap<>();
  private final Fears.KeptFrom keptFrom;
  private final Map<String, SealPlan.Enclosed> files = new LinkedHashMap<>();
  private final Map<String, Set<RecordId>> leaving = new HashMap<>();
  private final PassedOnChanges passedOn;
  private final PartConsent consent;
  private final Set<ScopeId> going = new HashSet<>();
  private final Set<ChangeId> unfit;
  private int ofOthers;
  private final Set<ChangeId> staying = new HashSet<>();
  private boolean protection;
  private long bytes;

  /**
   * @param official questions whose answers may name officials
   * @param scopes what is asked for; empty for all
   */
  PlanCount(Station station, Ledger ledger, Set<String> official, Optional<Set<ScopeId>> scopes) {
    this.station = station;
    this.official = official;
    this.scopes = scopes;
    this.concerned = new ConcernedPeople(station);
    this.left = new ConsentLimits(station, ledger);
    this.keptFrom = new Fears(station, ledger).keptFromHeadquarters();
    this.passedOn = new PassedOnChanges(station, ledger);
    this.unfit = station.view().changes().unfit();
    if (scopes.isEmpty()) {
      // What was sent long ago is not read again; what never goes is told each time.
      staying.addAll(station.view().changes().unfit(station.identity().station()));
    }
    this.consent = new PartConsent(station, ledger, concerned, passedOn);
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

  /** What other stations wrote of the people and cases in it. */
  PassedOnChanges passedOn() {
    return passedOn;
  }

  /** The scopes of which something goes. */
  Set<ScopeId> going() {
    return going;
  }

  /** Changes that headquarters has, and what stayed here of them and need not any more. */
  Map<ChangeId, Set<RevisionId>> behind() {
    Map<ChangeId, Set<RevisionId>> behind = new LinkedHashMap<>();
    for (Records.Belonging b : new WithheldRevisions(station).at(SealPlanning.AT_HEADQUARTERS)) {
      boolean sent = Kinds.find(b.kind()).map(Kind::sent).orElse(true);
      if (ofAnother(b.scope(), Kinds.find(b.kind()))) {
        continue;
      }
      boolean safe = b.compartment() == Compartment.PROTECTION;
      if (sent
          && keptFrom.who(b.scope(), b.record()).isEmpty()
          && (!safe || consent.mayLeave(b.change(), b.scope()))) {
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

  /** Adds a change of this station, but for what of it may not go. */
  void add(Change change) {
    if (unfit.contains(change.id())) {
      // Whoever gets it refuses the whole package with it.
      staying.add(change.id());
      return;
    }
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
            Optional.ofNullable(r.fields().get("case")).flatMap(Value::asRef).ifPresent(about::add);
        case "statement" -> statements.add(r.record());
        default -> {
          // Counted with their person or case.
        }
      }
      boolean sent = Kinds.find(r.kind()).map(Kind::sent).orElse(true);
      boolean safe = r.compartment() == Compartment.PROTECTION;
      boolean kept = safe && !consent.lets(r.scope());
      going.add(r.scope());
      if (safe && !kept && !consent.mayLeave(change.id(), r.scope())) {
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
    leaving.computeIfAbsent(r.kind(), k -> new HashSet<>()).add(r.record());
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
    Optional<ConsentLimits.Kept> kept = left.of(r);
    kept.ifPresent(k -> items.computeIfAbsent(k.person(), p -> new TreeSet<>()).addAll(k.items()));
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

  private Set<RecordId> owners(Set<ScopeId> scopes) {
    Set<RecordId> all = new LinkedHashSet<>();
    scopes.forEach(s -> concerned.owner(s).ifPresent(all::add));
    return all;
  }

  /**
   * Returns the plan for all that was added.
   *
   * @param asks whether headquarters is asked for what a restored laptop lost
   */
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
        if (consent.mayLeave(station.view().records().find(p).orElseThrow().scope())) {
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
        leaving.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().size())),
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
        asks,
        staying.size());
  }
}
