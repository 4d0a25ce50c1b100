package org.sala.casework.packages;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
    /**
     * Another station wrote it; whether headquarters has it, nobody here was told. Of what was
     * passed on to headquarters a receipt tells.
     */
    ELSEWHERE,
    /** Headquarters has taken it in. */
    RECEIVED,
    /** Headquarters has taken it in and put it together with what somebody else wrote. */
    JOINED
  }

  /** Of another station's work these say how far this one has passed it on, and nothing else. */
  private static final Set<Reached> ON_THE_WAY =
      EnumSet.of(Reached.HERE, Reached.SEALED, Reached.CARRIED);

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
    Heads heads = heads(station, record, headquarters);
    // What another station has is not at headquarters.
    Map<ChangeId, List<String>> states = station.view().sent().states(heads.all(), headquarters);
    Stream<Reached> own =
        heads.own().stream().map(c -> heads.answered(c, states.getOrDefault(c, List.of())));
    Stream<Reached> passedOn =
        heads.others().stream()
            .map(c -> heads.answered(c, states.getOrDefault(c, List.of())))
            .map(r -> ON_THE_WAY.contains(r) ? Reached.ELSEWHERE : r);
    Stream<Reached> untold = heads.untold() ? Stream.of(Reached.ELSEWHERE) : Stream.empty();
    return Stream.of(own, passedOn, untold)
        .flatMap(s -> s)
        .min(Comparator.naturalOrder())
        .orElse(Reached.RECEIVED);
  }

  /**
   * The changes that stand on top of a record.
   *
   * @param others those that another station wrote: headquarters speaks of what was passed on
   * @param untold whether a protected part of another station's is among them, which goes by that
   *     one
   * @param decided those on which headquarters has said its word since
   */
  private record Heads(
      Set<ChangeId> own, Set<ChangeId> others, boolean untold, Set<ChangeId> decided) {
    Set<ChangeId> all() {
      Set<ChangeId> all = new LinkedHashSet<>(own);
      all.addAll(others);
      return all;
    }

    Reached answered(ChangeId change, List<String> states) {
      Reached reached = reached(states);
      return reached == Reached.WAITING && decided.contains(change) ? Reached.RECEIVED : reached;
    }
  }

  private static Heads heads(Station station, RecordId record, String headquarters) {
    Set<ChangeId> own = new LinkedHashSet<>();
    Set<ChangeId> others = new LinkedHashSet<>();
    Set<ChangeId> before = new HashSet<>();
    Set<ChangeId> decided = new HashSet<>();
    boolean untold = false;
    Map<Compartment, List<RevisionId>> heads = new EnumMap<>(Compartment.class);
    for (Records.RevisionRow row : station.view().records().revisions(record)) {
      boolean head =
          heads
              .computeIfAbsent(row.compartment(), c -> station.view().records().heads(record, c))
              .contains(row.id());
      boolean ours = row.station().equals(station.identity().station());
      if (row.station().toString().equals(headquarters)) {
        // A receipt speaks of whole records; of some part headquarters has said its word since.
        decided.addAll(before);
        continue;
      }
      before.add(row.change());
      if (head && !ours && row.compartment() == Compartment.PROTECTION) {
        untold = true;
      } else if (head) {
        (ours ? own : others).add(row.change());
      }
    }
    return new Heads(own, others, untold, decided);
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
