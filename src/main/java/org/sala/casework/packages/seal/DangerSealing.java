package org.sala.casework.packages.seal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.keys.Issuing;
import org.sala.casework.keys.Peers;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.AgeRecipient;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.merge.FieldState;
import org.sala.parcel.Purpose;
import org.sala.store.Records;

/**
 * Seals what was written about alarms: one small package that every station of the list can read,
 * addressed to its own sender, since it is for all. No yes is asked for: it holds a number and the
 * word danger, and goes to colleagues who can run.
 */
@BehindTheDesk
public final class DangerSealing {
  /** How many readers the beginning of a file has room for, where it is seen whose it is. */
  private static final int READERS = 30;

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public DangerSealing(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /**
   * Seals what was not sealed before; nothing where nobody is listed or this officer has no
   * certificate, for then nobody would believe it.
   */
  public List<RecordId> seal(List<ChangeId> written) {
    List<ChangeId> changes = new ArrayList<>(written);
    changes.removeAll(sealedBefore(written));
    changes.removeAll(station.view().changes().unfit());
    boolean enrolled = station.state().text("certificate." + station.me().hex()).isPresent();
    if (changes.isEmpty() || !enrolled || station.practice()) {
      return List.of();
    }
    List<AgeRecipient> readers =
        Peers.readers(station.state()).stream()
            .flatMap(
                p -> new Issuing(station).recipient(p.id(), Compartment.INVESTIGATION).stream())
            .distinct()
            .toList();
    SealPlan plan =
        SealPlan.back(
            changes, protectedParts(changes), List.of(), false, 1 << 12, station.folder().free());
    List<RecordId> sealed = new ArrayList<>();
    for (int from = 0; from < readers.size(); from += READERS) {
      sealed.add(
          new Sealing(station, ledger, audit)
              .seal(
                  Purpose.DANGER,
                  station.identity().station(),
                  readers.subList(from, Math.min(readers.size(), from + READERS)),
                  Compartment.INVESTIGATION,
                  plan,
                  Map.of(),
                  "",
                  Progress.none()));
    }
    return sealed;
  }

  /**
   * Returns those of the changes that a danger package holds already; no other package is looked
   * at.
   */
  private Set<ChangeId> sealedBefore(List<ChangeId> written) {
    Set<ChangeId> before = new HashSet<>();
    List<RecordId> holding = station.view().sent().holding(written);
    for (Map<String, FieldState> f : station.view().records().fields(holding).values()) {
      if (Stored.text(f, "purpose").filter(Purpose.DANGER.code()::equals).isPresent()) {
        before.addAll(Stored.changes(f, "changes"));
      }
    }
    return before;
  }

  private Set<RevisionId> protectedParts(List<ChangeId> changes) {
    Set<RevisionId> parts = new HashSet<>();
    for (ChangeId c : changes) {
      for (Records.RevisionRow r : station.view().records().revisionsOf(c)) {
        if (r.compartment() == Compartment.PROTECTION) {
          parts.add(r.id());
        }
      }
    }
    return parts;
  }
}
