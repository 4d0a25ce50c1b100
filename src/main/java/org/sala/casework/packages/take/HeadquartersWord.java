package org.sala.casework.packages.take;

import java.util.List;
import org.sala.casework.keys.AgencySlot;
import org.sala.casework.keys.PartnerList;
import org.sala.casework.keys.Peers;
import org.sala.casework.keys.Renewals;
import org.sala.casework.keys.TrustList;
import org.sala.casework.packages.receipt.AnsweredPackages;
import org.sala.casework.packages.receipt.HeadquartersClock;
import org.sala.casework.packages.receipt.HeadquartersHoldings;
import org.sala.casework.packages.seal.HeadquartersGap;
import org.sala.casework.packages.seal.HeadquartersRuns;
import org.sala.casework.packages.seal.RestoreRequest;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.AuditEntry;
import org.sala.domain.Revision;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.Purpose;

/**
 * What a station heeds of what its headquarters sends beside records: answers, lists of whom to
 * believe, and what was lost. Another station's word on these is not heeded.
 */
final class HeadquartersWord {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  HeadquartersWord(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /** Heeds a package that was taken in, where it is headquarters' own; otherwise does nothing. */
  void heed(ParcelHeader header, List<Revision> receipts) {
    if (isOurHeadquarters(header)) {
      new HeadquartersClock(station).came(header);
      // Who speaks there now is known before anything is believed of it.
      if (new HeadquartersRuns(station).begins(header)) {
        new RestoreRequest(station).askAgain();
        audit.starts().sayAgain();
      }
      new HeadquartersGap(station).heed(header);
      new AnsweredPackages(station, ledger, audit).apply(receipts, header);
      takeTrust(header);
      if (vouches(header)) {
        new RestoreRequest(station).answered(header);
        new RestoreRequest(station).learn(header);
      }
      if (!new HeadquartersRuns(station).gaveUp(header.incarnation())) {
        new HeadquartersHoldings(station, ledger).heed(header);
      }
    }
  }

  /**
   * Whether it tells for sure that what a package brings is at headquarters: it came from there.
   */
  boolean vouches(ParcelHeader header) {
    return isOurHeadquarters(header)
        && new HeadquartersRuns(station).believes(header.incarnation());
  }

  /** Whether answers, orders and lists in it are to be heeded: another station's are not. */
  private boolean isOurHeadquarters(ParcelHeader header) {
    return !station.state().flag("isHeadquarters")
        && header.purpose() != Purpose.FIELD
        && header.purpose() != Purpose.DANGER
        && station
            .state()
            .text("headquarters")
            .filter(header.station().toString()::equals)
            .isPresent();
  }

  /** What headquarters says of whom to believe; only newer lists count, signed as they must be. */
  private void takeTrust(ParcelHeader header) {
    TrustList.Taken taken =
        TrustList.take(station.state(), station.trust(), header.notes(), station.now().instant());
    if (taken == TrustList.Taken.REFUSED) {
      audit.note(AuditEntry.Act.REFUSED, "trust list in " + header.id());
    } else if (taken == TrustList.Taken.SUCCEEDED) {
      audit.note(AuditEntry.Act.ENROLLED, "authority in " + header.id());
    }
    if (taken == TrustList.Taken.NEWER || taken == TrustList.Taken.SUCCEEDED) {
      new AgencySlot(station, audit).keep();
    }
    int renewed =
        Renewals.take(
            station.state(),
            station.trust(),
            header.notes(),
            station.practice(),
            station.now().instant());
    if (renewed > 0) {
      audit.note(AuditEntry.Act.ENROLLED, "renewed " + renewed);
    }
    if (!Peers.take(station.state(), station.trust(), header.notes(), station.now().instant())) {
      audit.note(AuditEntry.Act.REFUSED, "station list in " + header.id());
    }
    if (!PartnerList.take(
        station.state(), station.trust(), header.notes(), station.now().instant())) {
      audit.note(AuditEntry.Act.REFUSED, "list of agencies in " + header.id());
    }
  }
}
