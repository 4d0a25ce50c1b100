package org.sala.casework.keys;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.crypto.Sha256;
import org.sala.domain.ChangeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * At headquarters: what its signed lists say to a station, under one id. Whatever is taken back,
 * renewed, enrolled or ended makes it another; signing the same anew does not. Under a second id
 * stands what of it nobody may be left not knowing: whom to believe no more. Both go out in the
 * notes of the package that carries the lists, and stand among what that package brought, so that
 * who has heard of them is known as it is of a change.
 */
@BehindTheDesk
public final class ListsSaid {
  /** The note, and the field of the package's record. */
  public static final String NAME = "lists";

  /** The field of the package's record that says that the station has refused what it carried. */
  public static final String REFUSED = "listsRefused";

  /** The note of whom to believe no more. */
  static final String TAKEN_BACK = "listsTakenBack";

  private static final String ANSWERED = "answeredLists.";

  private final StationState state;
  private final byte[] toAll;
  private final Map<String, Value> stations;
  private final List<Value> partners;
  private final ChangeId takenBack;

  public ListsSaid(Station station) {
    this.state = station.state();
    Map<String, Value> all = new LinkedHashMap<>();
    // Of the lists that are signed: what they do not say yet nobody is told.
    Set<String> revoked = new TreeSet<>();
    station.trust().revoked().forEach(l -> revoked.addAll(l.serials()));
    all.put("revoked", Value.texts(List.copyOf(revoked)));
    for (String key : List.of("issuers", "successions")) {
      all.put(key, Value.texts(state.texts(key)));
    }
    all.put("authorityListNumber", Value.whole(state.whole("authorityListNumber")));
    for (String key : List.of("hqInvestigation", "hqProtection", "ownRecovery")) {
      all.put(key, Value.text(state.text(key).orElse("")));
    }
    this.toAll = Json.write(new Value.Parts(all));
    this.stations = Peers.now(state);
    // Without the ended ones, who was never told of one would count as told of its end.
    this.partners = PartnerList.ever(station);
    this.takenBack = id(toAll, PartnerList.ended(station));
  }

  /**
   * Returns what the lists say to every station of whom to believe no more, and of the keys of
   * headquarters, as they are now: whoever has not heard of it seals to a thief.
   */
  public ChangeId takenBack() {
    return takenBack;
  }

  /**
   * Returns what a package brought by its notes, as it stands in its record: the ids, and behind
   * them the numbers of its lists. May be empty.
   */
  public static String broughtBy(Map<String, String> notes) {
    String ids =
        Stream.of(NAME, TAKEN_BACK)
            .flatMap(n -> Optional.ofNullable(notes.get(n)).stream())
            .collect(Collectors.joining(" "));
    return ids.isEmpty() ? "" : ids + " " + ListNumbers.carried(notes).text();
  }

  /** Returns the numbers of the lists that a package brought, by its record. */
  static Optional<ListNumbers> numbers(String brought) {
    String[] words = brought.split(" ", 3);
    return words.length < 3 ? Optional.empty() : ListNumbers.read(words[2]);
  }

  /** Returns what the lists say to a station as they are now. */
  public ChangeId to(StationId id) {
    Map<String, Value> others = new LinkedHashMap<>(stations);
    others.remove(id.toString());
    return to(id, List.copyOf(others.values()), partners);
  }

  private ChangeId to(StationId id, List<Value> others, List<Value> agencies) {
    List<Value> its = new ArrayList<>();
    its.add(new Value.Listing(others));
    its.add(new Value.Listing(agencies));
    Renewals.notes(state, id).values().forEach(v -> its.add(Value.text(v)));
    return id(toAll, its);
  }

  private static ChangeId id(byte[] toAll, List<Value> more) {
    ByteBuffer digest =
        ByteBuffer.wrap(
            Sha256.of(toAll, Json.write(new Value.Parts(Map.of(NAME, new Value.Listing(more))))));
    // A UUID of one's own making (RFC 9562, version 8), which is no change's.
    long high = digest.getLong() & ~0xf000L | 0x8000L;
    long low = digest.getLong() & ~(3L << 62) | 1L << 63;
    return new ChangeId(new UUID(high, low));
  }

  /**
   * Remembers that a station has just been answered: that says who is believed, and of no other
   * station or agency.
   */
  public void answered(StationId id) {
    state.set(ANSWERED + id, Value.text(to(id, List.of(), List.of()) + " " + takenBack));
  }

  /** Whether a station needs no package, because what it was answered says all. */
  public boolean isAnswered(StationId id) {
    return answers(id, to(id));
  }

  /** Whether what a station was answered says whom to believe no more. */
  public boolean isAnsweredTakenBack(StationId id) {
    return answers(id, takenBack);
  }

  private boolean answers(StationId id, ChangeId what) {
    return state
        .text(ANSWERED + id)
        .filter(told -> List.of(told.split(" ", -1)).contains(what.toString()))
        .isPresent();
  }
}
