package org.sala.casework.consent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.RecordId;

/**
 * Somebody of whom something stays for what another record of the same person says.
 *
 * @param number what the one is known by
 * @param other what the other is known by, in which the no or the fear stands
 */
public record SaidElsewhere(String number, String other) {

  /**
   * Finds those among some people, in the order of their numbers.
   *
   * @param consents whose words on the purpose and recipient are asked for
   * @param kept what is kept from the recipient's country
   */
  public static List<SaidElsewhere> among(
      Station station,
      Collection<RecordId> people,
      Consents consents,
      String purpose,
      String recipient,
      Fears.KeptFrom kept) {
    Consents many = consents.ofMany();
    List<SaidElsewhere> all = new ArrayList<>();
    for (RecordId person : people) {
      Optional.ofNullable(kept.elsewhere().get(person))
          .or(() -> many.elsewhere(person, purpose, recipient))
          .ifPresent(other -> all.add(of(station, person, other)));
    }
    all.sort(Comparator.comparing(SaidElsewhere::number));
    return all;
  }

  private static SaidElsewhere of(Station station, RecordId person, RecordId other) {
    return new SaidElsewhere(
        Stored.number(station, person, "wristband"), Stored.number(station, other, "wristband"));
  }
}
