package org.sala.casework.keys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Trust;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * The other agencies that headquarters has confirmed, for its stations: signed by the issuing key,
 * only moving forward, in the notes of every package to a station. Whoever was ended is not in it.
 */
@BehindTheDesk
public final class PartnerList {
  private static final String LIST = "partnerList";
  static final SignedList SIGNED = new SignedList(LIST, "sala partner list v1\n");
  private static final String KNOWN = "partners";

  private PartnerList() {}

  /** Nobody, under no number: until the next list. */
  static Map<String, Value> none() {
    return Map.of(LIST, Value.Nothing.HERE, SIGNED.numberName(), Value.whole(0));
  }

  /** At headquarters: the list as it is now, under a new number whenever it has changed. */
  static Map<String, String> notes(Station station, Supplier<SigningKey> issuing) {
    StationState state = station.state();
    List<Value> now = now(station);
    // As long as there never was one, stations are told of none.
    return now.isEmpty() && state.whole(SIGNED.numberName()) == 0
        ? Map.of()
        : SIGNED.renewed(state, KNOWN, new Value.Listing(now), issuing);
  }

  private static List<Value> now(Station station) {
    return new PartnerBook(station)
        .all().stream().filter(p -> p.ended().isEmpty()).map(PartnerList::value).toList();
  }

  /** At headquarters: every agency that was ever in the list, and those that are in it now. */
  static List<Value> ever(Station station) {
    List<Value> ever = new ArrayList<>(now(station));
    new PartnerBook(station).all().forEach(p -> ever.add(Value.text(p.id().toString())));
    return ever;
  }

  /** At headquarters: the agencies that were ended. */
  static List<Value> ended(Station station) {
    return new PartnerBook(station)
        .all().stream()
            .filter(p -> p.ended().isPresent())
            .<Value>map(p -> Value.text(p.id().toString()))
            .toList();
  }

  private static Value value(Partner p) {
    Map<String, Value> one = new LinkedHashMap<>();
    one.put("id", Value.text(p.id().toString()));
    one.put("card", Value.text(p.card().text()));
    one.put("at", Value.text(p.confirmed().toString()));
    return new Value.Parts(one);
  }

  /**
   * At a station: takes a list over that is newer and signed by an issuer who is trusted now.
   *
   * @return false where there is one that is not signed as it must be, or does not read
   */
  public static boolean take(
      StationState state, Trust trust, Map<String, String> notes, Instant now) {
    return SIGNED.take(
        state,
        trust,
        notes,
        now,
        list -> {
          // A card that does not read makes the list one that does not.
          partners(list);
          return Map.of(LIST, list);
        });
  }

  /** At a station: the agencies that headquarters named last. */
  static List<Partner> listed(StationState state) {
    return state.parts(LIST).map(PartnerList::partners).orElseGet(List::of);
  }

  private static List<Partner> partners(Value.Parts list) {
    List<Partner> all = new ArrayList<>();
    if (list.parts().get(KNOWN) instanceof Value.Listing l) {
      for (Value item : l.items()) {
        if (item instanceof Value.Parts p) {
          all.add(
              new Partner(
                  RecordId.of(p.text("id").orElse("")),
                  PartnerCard.read(p.text("card").orElse("")),
                  Moment.of(p.text("at").orElse("")),
                  Optional.empty(),
                  ""));
        }
      }
    }
    return all;
  }
}
