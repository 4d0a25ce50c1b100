package org.sala.casework.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.journal.Committed;

/**
 * An act, what the audit notes of it, and what is shared of it: one run of the journal, so that all
 * of it counts or nothing, and the disk is waited for once. Put together anew for every try.
 */
@BehindTheDesk
public final class Together {
  private final Act act = new Act();
  private final List<AuditTrail.Noted> notes = new ArrayList<>();
  private Supplier<Map<String, Value>> shared = Map::of;

  /** What is written; parts are added to it. */
  public Act act() {
    return act;
  }

  public Together note(AuditEntry.Act what, RecordId subject) {
    notes.add(new AuditTrail.Noted(what, Optional.of(subject), Optional.empty()));
    return this;
  }

  public Together note(AuditEntry.Act what, String detail) {
    notes.add(new AuditTrail.Noted(what, Optional.empty(), Optional.of(detail)));
    return this;
  }

  /**
   * Shares something where programs share a headquarters; of a workspace of one program nothing is
   * asked.
   *
   * @param how as for {@link Sharing#change}; what it throws keeps all of it out
   */
  public Together share(Supplier<Map<String, Value>> how) {
    shared = how;
    return this;
  }

  public Saved write(Station station, Ledger ledger, AuditTrail audit) {
    return ledger.write(act, run -> written(run, station, audit));
  }

  /** Writes all of it where another run follows at once, see {@link Ledger#writeFirst}. */
  public Saved writeFirst(Station station, Ledger ledger, AuditTrail audit) {
    return ledger.writeFirst(act, run -> written(run, station, audit));
  }

  private List<Committed> written(List<Change> run, Station station, AuditTrail audit) {
    return notes.isEmpty()
        ? appended(station, run, List.of())
        : audit.together(notes, entries -> appended(station, run, entries));
  }

  private List<Committed> appended(Station station, List<Change> run, List<AuditEntry> entries) {
    Optional<Sharing> sharing = station.state().sharing();
    return sharing.isPresent()
        ? sharing.get().append(run, entries, shared)
        : station.journal().append(run, entries);
  }
}
