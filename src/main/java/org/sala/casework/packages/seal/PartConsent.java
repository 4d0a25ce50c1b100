package org.sala.casework.packages.seal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sala.casework.consent.Consents;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeId;
import org.sala.domain.ScopeId;

/**
 * Whether the protected part of what is written of somebody may leave, by that person's last word.
 * Not thread-safe; what was asked once stands for as long as one plan is made.
 */
final class PartConsent {
  private final Consents consents;
  private final ConcernedPeople concerned;
  private final PassedOnChanges passedOn;
  private final Map<ScopeId, Boolean> lets = new LinkedHashMap<>();
  private final Map<ScopeId, Boolean> letsHere = new LinkedHashMap<>();

  PartConsent(Station station, Ledger ledger, ConcernedPeople concerned, PassedOnChanges passedOn) {
    this.consents = new Consents(station, ledger).ofMany();
    this.concerned = concerned;
    this.passedOn = passedOn;
  }

  /** Returns whether the owner of a scope lets it leave, as it was when it was first asked. */
  boolean lets(ScopeId scope) {
    return lets.computeIfAbsent(scope, this::mayLeave);
  }

  /** A protected part of a change: by what stands here, and of others' by what was said here. */
  boolean mayLeave(ChangeId change, ScopeId scope) {
    return lets(scope)
        && (!passedOn.leavesProtected(change)
            || letsHere.computeIfAbsent(scope, this::wasToldHere));
  }

  private boolean wasToldHere(ScopeId scope) {
    return concerned
        .owner(scope)
        .filter(
            p -> consents.lettingHere(p, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS))
        .isPresent();
  }

  boolean mayLeave(ScopeId scope) {
    return concerned
        .owner(scope)
        .flatMap(p -> consents.lastWord(p, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS))
        .map(Consents.LastWord::lets)
        .orElse(false);
  }
}
