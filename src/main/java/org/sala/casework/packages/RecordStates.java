package org.sala.casework.packages;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.store.PersonRows;
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
    /** Another station wrote it; whether headquarters has it, nobody here was told. */
    ELSEWHERE,
    /** Headquarters has taken it in. */
    RECEIVED,
    /** Headquarters has taken it in and put it together with what somebody else wrote. */
    JOINED
  }

  /**
   * How far a page is: its record, and the least advanced thing that stands on it.
   *
   * @param least no farther than the record
   */
  public record Way(Reached record, Reached least) {}

  /**
   * How far a record is: the least advanced of the changes that its heads come from. What waited
   * for a decision waits no more once the decision is here: it stands on top.
   */
  static Reached of(Station station, RecordId record) {
    if (station.state().flag("isHeadquarters")) {
      return Reached.RECEIVED;
    }
    String headquarters = station.state().text("headquarters").orElse("");
    Set<ChangeId> own = new LinkedHashSet<>();
    Set<ChangeId> before = new HashSet<>();
    Set<ChangeId> decided = new HashSet<>();
    boolean others = false;
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
      } else {
        others |= head;
      }
    }
    // What another station has is not at headquarters.
    Map<ChangeId, List<String>> states = station.view().sent().states(own, headquarters);
    Optional<Reached> least =
        own.stream()
            .map(c -> answered(reached(states.getOrDefault(c, List.of())), decided.contains(c)))
            .min(Comparator.naturalOrder());
    return others
        ? least.filter(r -> r.compareTo(Reached.ELSEWHERE) < 0).orElse(Reached.ELSEWHERE)
        : least.orElse(Reached.RECEIVED);
  }

  /** The same with everything that belongs to it: a case's people, a person's needs. */
  static Way way(Station station, RecordId record) {
    Reached own = of(station, record);
    if (station.state().flag("isHeadquarters")) {
      return new Way(own, own);
    }
    String headquarters = station.state().text("headquarters").orElse("");
    List<ChangeId> behind =
        station
            .view()
            .sent()
            .behind(
                scopes(station, record),
                station.identity().station(),
                headquarters,
                Planning.STAYING);
    Map<ChangeId, List<String>> states = station.view().sent().states(behind, headquarters);
    Reached least =
        behind.stream()
            .map(c -> reached(states.getOrDefault(c, List.of())))
            .min(Comparator.naturalOrder())
            .orElse(Reached.RECEIVED);
    return new Way(own, least.compareTo(own) < 0 ? least : own);
  }

  private static Set<ScopeId> scopes(Station station, RecordId record) {
    Set<ScopeId> scopes = new LinkedHashSet<>();
    station.view().records().find(record).ifPresent(r -> scopes.add(r.scope()));
    List<RecordId> people =
        station.view().people().inCase(record).stream().map(PersonRows.Row::id).toList();
    scopes.addAll(station.view().records().scopesOf(people));
    return scopes;
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
    if (state.equals(SentRows.JOINED)) {
      return Reached.JOINED;
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
