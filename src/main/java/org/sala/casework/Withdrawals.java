package org.sala.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/**
 * A yes that was taken back after a package was sealed and before it left. Sealing has asked once;
 * this asks again at the door.
 */
final class Withdrawals {
  private final Station station;
  private final Ledger ledger;

  Withdrawals(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /** Numbers of those whose protected part is in it and whose last word lets it leave no more. */
  List<String> since(RecordId parcel) {
    Map<String, FieldState> f = station.view().records().fields(parcel);
    Consents consents = new Consents(station, ledger);
    List<String> numbers = new ArrayList<>();
    for (RecordId person : PackageDetails.records(f, "withConsent")) {
      boolean lets =
          consents
              .lastWord(person, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS)
              .map(Consents.LastWord::lets)
              .orElse(false);
      if (!lets) {
        numbers.add(PackageDetails.number(station, person, "wristband"));
      }
    }
    return numbers;
  }

  /** Only what still lies here can be set aside; what has left, has left. */
  void setAside(RecordId parcel, String reason) {
    Map<String, FieldState> f = station.view().records().fields(parcel);
    boolean here =
        Officers.text(f, "state").filter(Packages.State.SEALED.name()::equals).isPresent()
            && Officers.text(f, "direction").filter("out"::equals).isPresent();
    if (!here) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    ledger.write(
        new Act()
            .edit(
                parcel,
                Kinds.PARCEL,
                Map.of(
                    "state", Value.text(Packages.State.SET_ASIDE.name()),
                    "setAside", Value.text(reason.strip())))
            .because(reason));
  }
}
