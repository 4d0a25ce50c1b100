package org.sala.casework.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.SigningKey;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Hlc;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.wire.ChangeWire;
import org.sala.parcel.Purpose;

/** Changes that a station's officer signs with another program than ours. */
public final class Signed {
  private Signed() {}

  /** The change of a desk's journal in which a record begins. */
  static Change making(Desk at, RecordId record) {
    return AnyOrder.changes(at).stream()
        .filter(
            c ->
                c.revisions().stream()
                    .anyMatch(
                        r ->
                            r.record().equals(record)
                                && r.parents().isEmpty()
                                && r.compartment() == Compartment.INVESTIGATION))
        .findFirst()
        .orElseThrow();
  }

  /** Any revisions, under an id of the station's own. */
  static Change by(Desk desk, List<Revision> revisions) {
    return under(desk, Desks.station(desk).ids().change(), revisions);
  }

  /** Any revisions, signed at that station with another key. */
  static Change by(Desk desk, SigningKey key, List<Revision> revisions) {
    return under(desk, Desks.station(desk).ids().change(), key, revisions);
  }

  /** Any revisions, under any number. */
  static Change numbered(Desk desk, long number, List<Revision> revisions) {
    Station s = Desks.station(desk);
    return headed(desk, s.ids().change(), s.officer().signing(), number, revisions);
  }

  /** Any revisions, under any id. */
  public static Change under(Desk desk, ChangeId id, List<Revision> revisions) {
    return under(desk, id, Desks.station(desk).officer().signing(), revisions);
  }

  private static Change under(Desk desk, ChangeId id, SigningKey key, List<Revision> revisions) {
    Station s = Desks.station(desk);
    long number =
        s.view().changes().highestNumber(s.identity().station(), s.identity().incarnation()) + 1;
    return headed(desk, id, key, number, revisions);
  }

  private static Change headed(
      Desk desk, ChangeId id, SigningKey key, long number, List<Revision> revisions) {
    Station s = Desks.station(desk);
    ChangeHeader header =
        ChangeWire.writeHeader(
            id,
            new Fingerprint(key.verifying().fingerprint()),
            s.identity().station(),
            s.identity().incarnation(),
            number,
            s.now(),
            new Hlc(s.now().instant().toEpochMilli(), 0),
            revisions.stream().map(Revision::id).toList());
    return new Change(
        header,
        key.sign(header.bytes()),
        revisions.stream().map(r -> (Piece) new Piece.Whole(r)).toList());
  }

  /** All of a laptop's own changes, sealed for headquarters by a program that leaves none out. */
  static Path report(Hall hall, Desk from) {
    Station s = Desks.station(from);
    Ledger ledger = new Ledger(s);
    List<ChangeId> changes =
        AnyOrder.changes(from).stream()
            .filter(c -> c.header().station().equals(s.identity().station()))
            .filter(c -> c.revisions().stream().allMatch(r -> r.kind().equals("case")))
            .map(Change::id)
            .toList();
    RecordId sealed =
        new Sealing(s, ledger, new AuditTrail(s))
            .seal(
                Purpose.REPORT,
                Desks.station(hall.hq).identity().station(),
                List.of(new AgeRecipient(s.state().text("hqInvestigation").orElseThrow())),
                Compartment.INVESTIGATION,
                SealPlan.back(changes, Set.of(), List.of(), false, 0, Long.MAX_VALUE),
                Map.of(),
                "",
                Progress.none());
    return from.packages().carry(sealed, hall.usb);
  }
}
