package org.sala.casework.packages.seal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.screening.Catalogues;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.journal.Committed;
import org.sala.store.PersonRows;
import org.sala.store.Records;

/** Works out what may leave, and for whom the protected part may. Nothing is written. */
@BehindTheDesk
public final class SealPlanning {
  /** Headquarters has them, whether it has taken them in or they wait there for a decision. */
  static final Set<String> AT_HEADQUARTERS =
      Set.of(PackageState.RECEIVED.name(), PackageState.HELD.name(), PackageState.PARTLY.name());

  private final Station station;
  private final Ledger ledger;
  private final Set<String> official;

  public SealPlanning(Station station, Ledger ledger, AuditTrail audit) {
    this.official = new Catalogues(station, audit).official();
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * Everything of this station that headquarters has not receipted, or a case's part of it, and
   * what it rests on of others.
   */
  public SealPlan plan(Optional<RecordId> caseId) {
    return plan(caseId, Set.of());
  }

  /**
   * What would leave for headquarters, but for some records.
   *
   * @param without records whose changes stay here for now
   */
  public SealPlan plan(Optional<RecordId> caseId, Set<RecordId> without) {
    Optional<Set<ScopeId>> scopes = caseId.map(this::scopesOf);
    PlanCount count = new PlanCount(station, ledger, official, scopes);
    Map<ChangeId, Set<RevisionId>> behind = count.behind();
    Set<ChangeId> there = station.view().sent().in(AT_HEADQUARTERS);
    Predicate<Change> goes =
        c -> !there.contains(c.id()) || count.goesNow(c, behind.getOrDefault(c.id(), Set.of()));
    Predicate<Change> meant = meant(scopes, without);
    own(count, beforeFirst(count.passedOn().own(behind.keySet())), meant.and(goes));
    count.passedOn().along(count.going(), there, behind.keySet()).stream()
        .filter(meant.and(goes))
        .forEach(count::passOn);
    new HeadquartersGap(station)
        .lost(AT_HEADQUARTERS, behind.keySet(), ledger).stream()
            .filter(meant)
            .filter(
                c ->
                    !behind.containsKey(c.id())
                        || count.goesNow(c, behind.getOrDefault(c.id(), Set.of())))
            .forEach(count::passOn);
    // Whoever asks for one case is not told that there is something to send where there is not.
    boolean asks =
        caseId.isEmpty()
            && (new RestoreRequest(station).asks() || new HeadquartersRuns(station).asks());
    return count.plan(caseId, station.state().text("agency").orElse(""), asks);
  }

  /**
   * Everything of this station for another one, or a case's part of it: nobody receipts it, so all
   * of it goes each time, and does no harm where it is known.
   *
   * @param names what the other stations are called
   */
  public SealPlan forPeers(Optional<RecordId> caseId, Set<RecordId> without, List<String> names) {
    Optional<Set<ScopeId>> scopes = caseId.map(this::scopesOf);
    PlanCount count = new PlanCount(station, ledger, official, scopes);
    own(count, 0, meant(scopes, without));
    return count.plan(caseId, String.join(", ", names), false).times(names.size());
  }

  private void own(PlanCount count, long after, Predicate<Change> goes) {
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
                  .forEach(count::add);
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
        .firstNotIn(AT_HEADQUARTERS, station.identity().station(), RecordStates.STAYING)
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
}
