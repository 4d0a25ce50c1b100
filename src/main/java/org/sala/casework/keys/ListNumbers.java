package org.sala.casework.keys;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sala.casework.station.StationState;
import org.sala.domain.DomainFault;
import org.sala.domain.wire.Json;

/**
 * The numbers of headquarters' three signed lists: those that a package carries, or those that a
 * station holds and names in its reports. A list that only moves forward is not held where its
 * number is lower than what came.
 *
 * @param trust of the list of whom to believe; zero where there is none
 * @param stations of the list of stations
 * @param agencies of the list of other agencies
 */
public record ListNumbers(long trust, long stations, long agencies) {
  /** The note in a report: the three numbers, with a space between. */
  static final String HELD = "listsHeld";

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15}) (\\d{1,15}) (\\d{1,15})");

  /** Returns at a station the note that says which lists it holds. */
  public static Map<String, String> note(StationState state) {
    return Map.of(
        HELD,
        new ListNumbers(
                state.whole(TrustList.NUMBER),
                state.whole(Peers.SIGNED.numberName()),
                state.whole(PartnerList.SIGNED.numberName()))
            .text());
  }

  /** Returns at headquarters what a report says; empty where an older Sala wrote it. */
  static Optional<ListNumbers> held(Map<String, String> notes) {
    return read(notes.getOrDefault(HELD, ""));
  }

  /** Returns at headquarters what its lists are now. */
  static ListNumbers signed(StationState state) {
    return new ListNumbers(
        state.whole("listNumber"),
        state.whole(Peers.SIGNED.numberName()),
        state.whole(PartnerList.SIGNED.numberName()));
  }

  /** Returns what the lists in a package's notes are. */
  static ListNumbers carried(Map<String, String> notes) {
    return new ListNumbers(
        number(TrustList.SIGNED, notes),
        number(Peers.SIGNED, notes),
        number(PartnerList.SIGNED, notes));
  }

  private static long number(SignedList list, Map<String, String> notes) {
    try {
      return list.isIn(notes) ? Json.readParts(list.bytes(notes)).whole("number").orElse(0L) : 0;
    } catch (DomainFault | IllegalArgumentException e) {
      return 0;
    }
  }

  /** Reads what {@link #text} wrote; empty where it is something else. */
  static Optional<ListNumbers> read(String text) {
    Matcher m = WRITTEN.matcher(text);
    return m.matches()
        ? Optional.of(
            new ListNumbers(
                Long.parseLong(m.group(1)), Long.parseLong(m.group(2)), Long.parseLong(m.group(3))))
        : Optional.empty();
  }

  /** The three numbers, with a space between. */
  String text() {
    return trust + " " + stations + " " + agencies;
  }

  /** Whether whoever holds these has not got one of the others. */
  boolean lack(ListNumbers carried) {
    return trust < carried.trust || stations < carried.stations || agencies < carried.agencies;
  }
}
