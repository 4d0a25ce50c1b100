package org.sala.casework.packages.seal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.casework.keys.AgencySlot;
import org.sala.casework.keys.Issuing;
import org.sala.casework.keys.ListNumbers;
import org.sala.casework.keys.Peers;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.crypto.AgeRecipient;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.parcel.Purpose;

/**
 * Seals this station's own work: for headquarters, or for another station of the agency. What goes
 * is checked and restated before; that something is left out is written down with the reason.
 */
@BehindTheDesk
public final class ReportSealing {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Sealing sealing;

  public ReportSealing(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.sealing = new Sealing(station, ledger, audit);
  }

  /**
   * Seals a plan for headquarters.
   *
   * @throws CaseworkFault {@code NOTHING_TO_SEND}, {@code NOT_ENROLLED}, and what {@link SealCheck}
   *     finds
   */
  public RecordId toHeadquarters(SealPlan planned, OmittedExhibits left, Progress progress) {
    new SealCheck(station, ledger).stands(planned);
    if (planned.empty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SEND);
    }
    StationId headquarters =
        station
            .state()
            .text("headquarters")
            .map(StationId::of)
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_ENROLLED));
    Compartment compartment =
        planned.protection() ? Compartment.PROTECTION : Compartment.INVESTIGATION;
    AgeRecipient theirs =
        new AgeRecipient(
            station
                .state()
                .text(planned.protection() ? "hqProtection" : "hqInvestigation")
                .orElseThrow());
    Map<String, String> notes = new LinkedHashMap<>(new RestoreRequest(station).asking());
    notes.putAll(TakenNote.of(station));
    // Behind what was taken: what comes in between is held, and not named yet.
    notes.putAll(ListNumbers.note(station.state()));
    notes.putAll(new HeadquartersRuns(station).heardNote());
    notes.putAll(told(left));
    notes.putAll(new AgencySlot(station, audit).note());
    SealPlan plan = new Restatements(station, ledger).into(planned);
    return without(
        left,
        sealing.seal(
            Purpose.REPORT, headquarters, List.of(theirs), compartment, plan, notes, "", progress));
  }

  private static Map<String, String> told(OmittedExhibits left) {
    return left.exhibits().isEmpty() ? Map.of() : Map.of("leftOut", left.numbers());
  }

  /** Writes down what a package goes without, and why. */
  private RecordId without(OmittedExhibits left, RecordId sealed) {
    if (!left.exhibits().isEmpty()) {
      ledger.write(
          new Act()
              .edit(sealed, Kinds.PARCEL, Map.of("leftOut", Value.text(left.numbers())))
              .because(left.reason()));
      audit.note(AuditEntry.Act.OVERRIDDEN, sealed);
    }
    return sealed;
  }

  /**
   * Seals for another station of the agency, by the keys that headquarters' list names for it.
   *
   * @throws CaseworkFault {@code NOT_ENROLLED} where the list does not know it
   */
  public RecordId toPeer(StationId peer, SealPlan plan, OmittedExhibits left, Progress progress) {
    new SealCheck(station, ledger).stands(plan);
    if (plan.empty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SEND);
    }
    Compartment compartment =
        plan.protection() ? Compartment.PROTECTION : Compartment.INVESTIGATION;
    boolean known = Peers.readers(station.state()).stream().anyMatch(p -> p.id().equals(peer));
    AgeRecipient theirs =
        new Issuing(station)
            .recipient(peer, compartment)
            .filter(k -> known && !station.practice())
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_ENROLLED));
    return without(
        left,
        sealing.seal(
            Purpose.FIELD, peer, List.of(theirs), compartment, plan, told(left), "", progress));
  }
}
