package org.sala.casework.keys;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Trust;
import org.sala.domain.DomainFault;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * The other agencies that headquarters has confirmed, for its stations: signed by the issuing key,
 * only moving forward, in the notes of every package to a station. Whoever was ended is not in it.
 */
@BehindTheDesk
public final class PartnerList {
  /** Signed in front of the list, so that no other signature of this key can be taken for it. */
  private static final String PURPOSE = "sala partner list v1\n";

  private static final String LIST = "partnerList";
  private static final String SIGNATURE = "partnerListSignature";
  private static final String NUMBER = "partnerListNumber";
  private static final String KNOWN = "partners";

  private PartnerList() {}

  /** At headquarters: the list as it is now, under a new number whenever it has changed. */
  static Map<String, String> notes(Station station, SigningKey issuing) {
    StationState state = station.state();
    List<Value> now =
        new PartnerBook(station)
            .all().stream().filter(p -> p.ended().isEmpty()).map(PartnerList::value).toList();
    Value listing = new Value.Listing(now);
    boolean same =
        state.parts(LIST).filter(p -> listing.equals(p.parts().get(KNOWN))).isPresent()
            || now.isEmpty() && state.whole(NUMBER) == 0;
    if (!same) {
      Map<String, Value> changed = new LinkedHashMap<>();
      changed.put(NUMBER, Value.whole(state.whole(NUMBER) + 1));
      changed.put(LIST, new Value.Parts(Map.of(KNOWN, listing)));
      state.set(changed);
    }
    if (state.whole(NUMBER) == 0) {
      return Map.of();
    }
    Map<String, Value> list = new LinkedHashMap<>();
    list.put("format", Value.whole(1));
    list.put("number", Value.whole(state.whole(NUMBER)));
    list.put(KNOWN, listing);
    byte[] bytes = Json.write(new Value.Parts(list));
    return Map.of(
        LIST, Base64.getEncoder().encodeToString(bytes),
        SIGNATURE, Base64.getEncoder().encodeToString(issuing.sign(signed(bytes))));
  }

  private static Value value(Partner p) {
    Map<String, Value> one = new LinkedHashMap<>();
    one.put("id", Value.text(p.id().toString()));
    one.put("card", Value.text(p.card().text()));
    one.put("at", Value.text(p.confirmed().toString()));
    return new Value.Parts(one);
  }

  private static byte[] signed(byte[] bytes) {
    byte[] purpose = PURPOSE.getBytes(StandardCharsets.US_ASCII);
    byte[] all = java.util.Arrays.copyOf(purpose, purpose.length + bytes.length);
    System.arraycopy(bytes, 0, all, purpose.length, bytes.length);
    return all;
  }

  /**
   * At a station: takes a list over that is newer and signed by an issuer who is trusted now.
   *
   * @return false where there is one that is not signed as it must be, or does not read
   */
  public static boolean take(
      StationState state, Trust trust, Map<String, String> notes, Instant now) {
    if (!notes.containsKey(LIST)) {
      return true;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(notes.get(LIST));
      byte[] signature = Base64.getDecoder().decode(notes.getOrDefault(SIGNATURE, ""));
      boolean ours =
          trust.issuers().stream()
              .filter(c -> trust.standing(c, List.of(), now) instanceof Trust.Standing.Trusted)
              .anyMatch(c -> c.issues() && c.key().verify(signed(bytes), signature));
      Value.Parts list = ours ? Json.readParts(bytes) : new Value.Parts(Map.of());
      if (!ours || list.whole("format").orElse(0L) != 1) {
        return false;
      }
      if (list.whole("number").orElse(0L) > state.whole(NUMBER)) {
        // A card that does not read makes the list one that does not.
        partners(list);
        Map<String, Value> kept = new LinkedHashMap<>();
        kept.put(NUMBER, Value.whole(list.whole("number").orElse(0L)));
        kept.put(LIST, list);
        state.set(kept);
      }
      return true;
    } catch (DomainFault | CryptoFault | CaseworkFault | IllegalArgumentException e) {
      return false;
    }
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
