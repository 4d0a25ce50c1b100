package org.sala.casework.packages.receipt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.packages.register.ChangeOutcomes;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.seal.HeadquartersRuns;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.ChainCheck;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.parcel.ParcelHeader;

/** What a station makes of the receipts that come: the state of each package that they answer. */
@BehindTheDesk
public final class AnsweredPackages {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public AnsweredPackages(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /**
   * Takes in the receipts of another agency: they speak of what was sealed for that agency, and
   * give no orders.
   */
  public void fromPartner(List<Revision> receipts, ParcelHeader by, StationId agency) {
    for (Revision receipt : receipts) {
      for (RecordId parcel : answered(receipt)) {
        Map<String, FieldState> f = station.view().records().fields(parcel);
        if (Stored.text(f, "peer").filter(agency.toString()::equals).isPresent()
            && !overtaken(Stored.text(f, "answered"), by)) {
          state(receipt, parcel, by);
        }
      }
    }
  }

  /** Packages of ours with the digest that a receipt names. */
  private List<RecordId> answered(Revision receipt) {
    String digest = text(receipt, "digest").orElse("");
    return station.view().receipts().withDigest(digest);
  }

  /**
   * At a station: each receipt sets the state of the package that it answers, but for one that a
   * later answer has overtaken on its way.
   *
   * @param by what the package that brought them says of itself
   */
  public void apply(List<Revision> receipts, ParcelHeader by) {
    receipts.forEach(r -> apply(r, by));
  }

  private void apply(Revision receipt, ParcelHeader by) {
    for (RecordId parcel : answered(receipt)) {
      Map<String, FieldState> f = station.view().records().fields(parcel);
      boolean believed = new HeadquartersRuns(station).believes(by.incarnation());
      if (believed && !overtaken(Stored.text(f, "answered"), by)) {
        state(receipt, parcel, by);
      }
      new HeadquartersClock(station)
          .answered(
              Stored.moment(f, "sealed"),
              Optional.ofNullable(receipt.fields().get("at")).flatMap(Moment::of));
      heed(receipt, believed);
    }
  }

  /** Whether an answer that is here already was sealed after this one: packages get re-ordered. */
  private static boolean overtaken(Optional<String> answered, ParcelHeader by) {
    String[] last = answered.orElse("").split(" ", -1);
    return last.length == 2
        && last[0].equals(by.incarnation().toString())
        && last[1].matches("[0-9]{1,18}")
        && Long.parseLong(last[1]) > by.sequence();
  }

  private void state(Revision receipt, RecordId parcel, ParcelHeader by) {
    PackageState state =
        switch (text(receipt, "verdict").orElse(Receipts.Word.IMPORTED.name())) {
          case "HELD" -> PackageState.HELD;
          case "PARTLY" -> PackageState.PARTLY;
          case "REJECTED" -> PackageState.REFUSED;
          default -> PackageState.RECEIVED;
        };
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("state", Value.text(state.name()));
    fields.put("received", station.now().toValue());
    fields.put("answered", Value.text(by.incarnation() + " " + by.sequence()));
    fields.put("doubts", Stored.orNothing(text(receipt, "doubts").orElse("")));
    fields.put("heldChanges", ChangeOutcomes.with(receipt, ChangeOutcomes.HELD));
    fields.put("refusedChanges", ChangeOutcomes.with(receipt, ChangeOutcomes.REFUSED));
    fields.put("waitingChanges", ChangeOutcomes.with(receipt, ChangeOutcomes.WAITING));
    fields.put("joinedChanges", ChangeOutcomes.with(receipt, ChangeOutcomes.JOINED));
    ledger.write(new Act().edit(parcel, Kinds.PARCEL, fields));
  }

  /**
   * Heeds what a receipt says beside: how far the audit was seen, and whether new numbers are to be
   * taken.
   *
   * @param believed whether what it saw is there still
   */
  private void heed(Revision receipt, boolean believed) {
    text(receipt, "auditIncarnation")
        .filter(i -> believed)
        .ifPresent(
            i ->
                audit
                    .starts()
                    .receipted(
                        i,
                        receipt.fields().get("auditNumber") instanceof Value.Whole w
                            ? w.number()
                            : 0,
                        text(receipt, "auditHead").orElse(ChainCheck.FIRST),
                        text(receipt, "auditStart").orElse("")));
    if (text(receipt, "order").filter("newIncarnation"::equals).isPresent()) {
      station.state().set("newIncarnationOrdered", Value.flag(true));
    }
  }

  private static Optional<String> text(Revision r, String key) {
    return Optional.ofNullable(r.fields().get(key)).flatMap(Value::asText);
  }
}
