package org.sala.casework.keys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Roster;
import org.sala.casework.station.StationState;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.Certificate;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Trust;
import org.sala.domain.Compartment;
import org.sala.domain.DomainFault;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * The stations of an agency as headquarters lists them for each other: whom they may seal to, and
 * whose officers speak for which station. The list is signed by headquarters' issuing key, only
 * moves forward, and travels in the notes of every package to a station.
 */
@BehindTheDesk
public final class Peers {
  /** Signed in front of the list, so that no other signature of this key can be taken for it. */
  private static final String PURPOSE = "sala station list v1\n";

  private static final String LIST = "stationList";
  private static final String SIGNATURE = "stationListSignature";
  private static final String NUMBER = "stationListNumber";
  private static final String KNOWN = "peers";

  private Peers() {}

  /** At headquarters: the list as it is now, under a new number whenever it has changed. */
  static Map<String, String> notes(StationState state, SigningKey issuing) {
    Roster roster = new Roster(state);
    List<Value> stations = new ArrayList<>();
    for (String id : state.texts("stations")) {
      Value.Parts kept = state.parts("station." + id).orElseThrow();
      Map<String, Value> one = new LinkedHashMap<>();
      one.put("id", Value.text(id));
      for (String key : List.of("name", "letter", "investigation", "protection")) {
        one.put(key, Value.text(kept.text(key).orElse("")));
      }
      one.put(
          "officers",
          Value.texts(
              roster.issued().stream()
                  .filter(i -> i.station().toString().equals(id))
                  .filter(i -> !roster.revoked().contains(i.certificate().serial()))
                  .map(i -> i.key().hex())
                  .distinct()
                  .sorted()
                  .toList()));
      stations.add(new Value.Parts(one));
    }
    Value listing = new Value.Listing(stations);
    Map<String, Value> now = new LinkedHashMap<>();
    boolean same =
        state.parts(LIST).filter(p -> listing.equals(p.parts().get("stations"))).isPresent();
    if (!same) {
      now.put(NUMBER, Value.whole(state.whole(NUMBER) + 1));
      now.put(LIST, new Value.Parts(Map.of("stations", listing)));
      state.set(now);
    }
    Map<String, Value> list = new LinkedHashMap<>();
    list.put("format", Value.whole(1));
    list.put("number", Value.whole(state.whole(NUMBER)));
    list.put("stations", listing);
    byte[] bytes = Json.write(new Value.Parts(list));
    return Map.of(
        LIST, Base64.getEncoder().encodeToString(bytes),
        SIGNATURE, Base64.getEncoder().encodeToString(issuing.sign(signed(bytes))));
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
      StationState state, Trust trust, Map<String, String> notes, java.time.Instant now) {
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
        state.set(state(list, state.station()));
      }
      return true;
    } catch (DomainFault | CryptoFault | IllegalArgumentException e) {
      return false;
    }
  }

  private static Map<String, Value> state(Value.Parts list, StationId own) {
    Map<String, Value> state = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>();
    if (list.parts().get("stations") instanceof Value.Listing l) {
      for (Value item : l.items()) {
        if (item instanceof Value.Parts p) {
          StationId id = StationId.of(p.text("id").orElse(""));
          for (Compartment c : Compartment.values()) {
            // A key that does not read makes the list one that does not.
            new AgeRecipient(p.text(c.code()).orElse(""));
          }
          if (!id.equals(own)) {
            ids.add(id.toString());
            state.put("station." + id, p);
          }
        }
      }
    }
    state.put(KNOWN, Value.texts(ids));
    state.put(NUMBER, Value.whole(list.whole("number").orElse(0L)));
    return state;
  }

  /** At a station: the others that it knows of. */
  public static List<Peer> known(StationState state) {
    return state.texts(KNOWN).stream()
        .flatMap(id -> state.parts("station." + id).map(p -> peer(id, p)).stream())
        .toList();
  }

  private static Peer peer(String id, Value.Parts p) {
    Set<String> officers = new java.util.LinkedHashSet<>();
    if (p.parts().get("officers") instanceof Value.Listing l) {
      l.items().forEach(i -> i.asText().ifPresent(officers::add));
    }
    return new Peer(
        StationId.of(id), p.text("name").orElse(""), p.text("letter").orElse(""), officers);
  }

  /** The station that an officer's certificate speaks for; empty where the list does not say so. */
  public static Optional<Peer> speaking(StationState state, StationId station, Certificate signer) {
    return known(state).stream()
        .filter(p -> p.id().equals(station))
        .filter(p -> p.officers().contains(signer.key().fingerprint()))
        .findFirst();
  }
}
