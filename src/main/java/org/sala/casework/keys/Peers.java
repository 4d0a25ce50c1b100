package org.sala.casework.keys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Roster;
import org.sala.casework.station.StationState;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.Certificate;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Trust;
import org.sala.domain.Compartment;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * The stations of an agency as headquarters lists them for each other: whom they may seal to, and
 * whose officers speak for which station. The list is signed by headquarters' issuing key, only
 * moves forward, and travels in the notes of every package to a station.
 */
@BehindTheDesk
public final class Peers {
  static final SignedList SIGNED = new SignedList("stationList", "sala station list v1\n");
  private static final String KNOWN = "peers";

  private Peers() {}

  /** Nobody, under no number: until the next list. */
  static Map<String, Value> none() {
    return Map.of(KNOWN, Value.texts(List.of()), SIGNED.numberName(), Value.whole(0));
  }

  /** At headquarters: the list as it is now, under a new number whenever it has changed. */
  static Map<String, String> notes(StationState state, Supplier<SigningKey> issuing) {
    return SIGNED.renewed(
        state, "stations", new Value.Listing(List.copyOf(now(state).values())), issuing);
  }

  /** At headquarters: what the list says of each station now, by its id. */
  static Map<String, Value> now(StationState state) {
    Map<String, Set<String>> officers = officers(new Roster(state));
    Map<String, Value> stations = new LinkedHashMap<>();
    for (String id : state.texts("stations")) {
      Value.Parts kept = state.parts("station." + id).orElseThrow();
      Map<String, Value> one = new LinkedHashMap<>();
      one.put("id", Value.text(id));
      for (String key : List.of("name", "letter", "investigation", "protection")) {
        one.put(key, Value.text(kept.text(key).orElse("")));
      }
      one.put("officers", Value.texts(List.copyOf(officers.getOrDefault(id, Set.of()))));
      stations.put(id, new Value.Parts(one));
    }
    return stations;
  }

  /** Keys that count, in order, by station: gathered once, for each answer carries the list. */
  private static Map<String, Set<String>> officers(Roster roster) {
    Set<String> revoked = Set.copyOf(roster.revoked());
    Map<String, Set<String>> keys = new HashMap<>();
    for (Roster.Issued i : roster.issued()) {
      if (!revoked.contains(i.certificate().serial())) {
        keys.computeIfAbsent(i.station().toString(), any -> new TreeSet<>()).add(i.key().hex());
      }
    }
    return keys;
  }

  /**
   * At a station: takes a list over that is newer and signed by an issuer who is trusted now.
   *
   * @return false where there is one that is not signed as it must be, or does not read
   */
  public static boolean take(
      StationState state, Trust trust, Map<String, String> notes, java.time.Instant now) {
    return SIGNED.take(state, trust, notes, now, list -> state(list, state.station()));
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
    return state;
  }

  /** At a station: the others that it knows of. */
  public static List<Peer> known(StationState state) {
    return state.texts(KNOWN).stream()
        .flatMap(id -> state.parts("station." + id).map(p -> peer(id, p)).stream())
        .toList();
  }

  /**
   * Returns the other stations to whom something may be sealed: not where headquarters has taken
   * everybody back, for a lost laptop keeps its keys.
   */
  public static List<Peer> readers(StationState state) {
    return known(state).stream().filter(p -> !p.officers().isEmpty()).toList();
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
