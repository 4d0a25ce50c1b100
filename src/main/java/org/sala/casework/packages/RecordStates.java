package org.sala.casework.packages;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
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
    String headquarters = station.state().text("headquarters").orElse("");
    Set<ChangeId> own = new LinkedHashSet<>();
    Set<ChangeId> before = new HashSet<>();
    Set<ChangeId> decided = new HashSet<>();
    Map<Compartment, List<RevisionId>> heads = new EnumMap<>(Compartment.class);
    for (Records.RevisionRow row : station.view().records().revisions(record)) {
      boolean head =
          heads
              .computeIfAbsent(row.compartment(), c -> station.view().records().heads(record, c))
              .contains(row.id());
      if (row.station().equals(station.identity().station())) {
        before.add(row.change());
        if (head) {
          own.add(row.change());
        }
      } else if (row.station().toString().equals(headquarters)) {
        // A receipt speaks of whole records; of some part headquarters has said its word since.
        decided.addAll(before);
      }
    }
    // What another station has is not at headquarters.
    Map<ChangeId, List<String>> states = station.view().sent().states(own, headquarters);
    return own.stream()
        .map(c -> answered(reached(states.getOrDefault(c, List.of())), decided.contains(c)))
        .min(Comparator.naturalOrder())
        .orElse(Reached.RECEIVED);
  }

  private static Reached answered(Reached reached, boolean decided) {
    return reached == Reached.WAITING && decided ? Reached.RECEIVED : reached;
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
