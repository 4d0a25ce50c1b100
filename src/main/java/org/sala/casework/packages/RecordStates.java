package org.sala.casework.packages;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.store.Records;
import org.sala.store.SentRows;

/** How far changes have come on their way to headquarters. */
public final class RecordStates {
  private RecordStates() {}

  /** From nearest to farthest. */
  public enum Reached {
    REFUSED,
    HERE,
    SEALED,
    CARRIED,
    HELD,
    /** Headquarters has it, and what somebody else wrote differently: people decide there. */
    WAITING,
    RECEIVED
  }

  /**
   * How far a record is: the least advanced of the changes that its heads come from. What waited
   * for a decision waits no more once the decision is here: it stands on top.
   */
  static Reached of(Station station, RecordId record) {
    Set<ChangeId> own = new LinkedHashSet<>();
    Map<Compartment, List<RevisionId>> heads = new EnumMap<>(Compartment.class);
    for (Records.RevisionRow row : station.view().records().revisions(record)) {
      boolean head =
          heads
              .computeIfAbsent(row.compartment(), c -> station.view().records().heads(record, c))
              .contains(row.id());
      if (head && row.station().equals(station.identity().station())) {
        own.add(row.change());
      }
    }
    Map<ChangeId, List<String>> states = station.view().sent().states(own);
    return own.stream()
        .map(c -> reached(states.getOrDefault(c, List.of())))
        .min(Comparator.naturalOrder())
        .orElse(Reached.RECEIVED);
  }

  /** The farthest that a change has come in any of the packages that it left in. */
  static Reached reached(List<String> states) {
    return states.stream()
        .map(RecordStates::reached)
        .max(Comparator.naturalOrder())
        .orElse(Reached.HERE);
  }

  private static Reached reached(String state) {
    if (state.equals(SentRows.WAITING)) {
      return Reached.WAITING;
    }
    return switch (state.isEmpty() ? Packages.State.SEALED : Packages.State.valueOf(state)) {
      case SEALED -> Reached.SEALED;
      case CARRIED -> Reached.CARRIED;
      case RECEIVED -> Reached.RECEIVED;
      case HELD -> Reached.HELD;
      case PARTLY -> Reached.RECEIVED;
      case REFUSED, REJECTED -> Reached.REFUSED;
      case IMPORTED, SET_ASIDE -> Reached.HERE;
    };
  }
}
