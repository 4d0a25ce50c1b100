package org.sala.casework.packages.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.Revision;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/**
 * What a receipt says of each change: a field for each outcome, with the ids of the changes that
 * had it, between blanks. A package can hold as many changes as a station makes in a year, and each
 * of them is named; a value for each would cost more than the import itself.
 */
@BehindTheDesk
public final class ChangeOutcomes {
  public static final String ACCEPTED = "accepted";

  /** The change came together with what others wrote. */
  public static final String JOINED = "joined";

  /** Others wrote something else in the same field, and somebody has to decide. */
  public static final String WAITING = "waiting";

  public static final String HELD = "held";
  public static final String REFUSED = "refused";

  static final List<String> ALL = List.of(ACCEPTED, JOINED, WAITING, HELD, REFUSED);

  private ChangeOutcomes() {}

  /**
   * Returns the outcomes as a receipt has them.
   *
   * @param byChange outcome of each change, by its id
   */
  public static Map<String, Value> fields(Map<String, String> byChange) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    ALL.forEach(o -> ids.put(o, new ArrayList<>()));
    byChange.forEach(
        (id, outcome) -> {
          List<String> same = ids.get(outcome);
          if (same == null) {
            throw new IllegalArgumentException("no outcome: " + outcome);
          }
          same.add(id);
        });
    Map<String, Value> fields = new LinkedHashMap<>();
    ids.forEach(
        (outcome, same) -> {
          if (!same.isEmpty()) {
            fields.put(outcome, Value.text(String.join(" ", same)));
          }
        });
    return fields;
  }

  /** What a receipt says of each change, by its id; nothing where its word holds for all. */
  public static Map<String, String> of(Map<String, FieldState> receipt) {
    Map<String, String> byChange = new LinkedHashMap<>();
    ALL.forEach(o -> Stored.words(receipt, o, " ").forEach(id -> byChange.put(id, o)));
    return byChange;
  }

  /** How many changes had an outcome. */
  static int count(Map<String, FieldState> receipt, String outcome) {
    return Stored.words(receipt, outcome, " ").size();
  }

  /** Whether a receipt names one of these changes. */
  static boolean names(Map<String, FieldState> receipt, Set<String> changes) {
    return ALL.stream()
        .anyMatch(o -> Stored.words(receipt, o, " ").stream().anyMatch(changes::contains));
  }

  /** Ids of the changes with an outcome, in order, as a package keeps them; or nothing. */
  public static Value with(Revision receipt, String outcome) {
    Value ids = receipt.fields().get(outcome);
    return ids == null ? Value.Nothing.HERE : ids;
  }

  /** Returns the receipt for a package, as it was written or came; none where none is here. */
  public static Map<String, FieldState> receipt(Station station, String digest) {
    return station
        .view()
        .records()
        .having(Kinds.RECEIPT.key(), "digest", Value.text(digest))
        .stream()
        .findFirst()
        .map(id -> station.view().records().fields(id))
        .orElse(Map.of());
  }
}
