package org.sala.casework.keys;

import java.util.Optional;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;

/** The card by which other agencies know this one. */
@BehindTheDesk
public final class OwnCard {
  private OwnCard() {}

  /** At headquarters: name and country as they were founded, its receiving keys, its authority. */
  public static PartnerCard of(Station station) {
    return PartnerCard.write(
        station.identity().station(),
        station.state().text("agency").orElse(""),
        station.state().text("hqCountry").orElse(""),
        station.receiving(Compartment.INVESTIGATION).recipient(),
        Optional.of(station.receiving(Compartment.PROTECTION).recipient()),
        Optional.of(new Issuing(station).authority()));
  }
}
