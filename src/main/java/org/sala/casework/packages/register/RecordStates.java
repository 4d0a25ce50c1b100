package org.sala.casework.packages.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.store.PersonRows;
import org.sala.store.ReachRows;
import org.sala.store.Records;
import org.sala.store.SentRows;

/** How far changes have come on their way to headquarters. */
public final class RecordStates {
  private RecordStates() {}

  /** Kinds of records that never leave. */
  public static final Set<String> STAYING =
      Kinds.all().stream().filter(k -> !k.sent()).map(Kind::key).collect(Collectors.toSet());

  /** How far a record is, from nearest to farthest. */
  public enum Reached {
    REFUSED,
    HERE,
    SEALED,
    CARRIED,
    HELD,
    /** Headquarters has it, and what somebody else wrote differently: people decide there. */
    WAITING,
    /**
     * Another station wrote the record; whether headquarters has it, nobody here was told. Of what
     * was passed on to headquarters a receipt tells.
     */
    ELSEWHERE,
    /** Headquarters has taken the record in. */
    RECEIVED,
    /** Headquarters has taken it in and put it together with what somebody else wrote. */
    JOINED
  }

  /** Of another station's work these say how far this one has passed it on, and nothing else. */
  private static final Set<Reached> ON_THE_WAY =
      EnumSet.of(Reached.HERE, Reached.SEALED, Reached.CARRIED);

  /**
   * How far something is: its record, and the least advanced thing that stands on it.
   *
   * @param least no farther than the record
   * @param keptBack whether its protected part stayed here while the rest went
   */
  public record Way(Reached record, Reached least, boolean keptBack) {
    public Way(Reached record, Reached least) {
      this(record, least, false);
    }
  }

  /** How far a record is: the least advanced of the changes that its heads come from. */
  public static Reached of(Station station, RecordId record) {
    return alone(station, record).record();
  }

  private static Way alone(Station station, RecordId record) {
    return Objects.requireNonNull(ways(station, List.of(record)).get(record));
  }

  /**
   * Returns how far each of several records is, asked at once: a list shows as many as fit a
   * window.
   */
  public static Map<RecordId, Way> ways(Station station, Collection<RecordId> records) {
    Map<RecordId, Way> ways = new LinkedHashMap<>();
    if (station.state().flag("isHeadquarters")) {
      records.forEach(r -> ways.put(r, new Way(Reached.RECEIVED, Reached.RECEIVED)));
      return ways;
    }
    Map<RecordId, List<ReachRows.Head>> heads =
        station.view().reach().heads(records).stream()
            .collect(Collectors.groupingBy(ReachRows.Head::record));
    Heard heard =
        Heard.of(
            station,
            heads.values().stream().flatMap(List::stream).map(ReachRows.Head::revision).toList());
    for (RecordId record : records) {
      ways.put(record, way(station, record, heads.getOrDefault(record, List.of()), heard));
    }
    return ways;
  }

  private static Way way(
      Station station, RecordId record, List<ReachRows.Head> heads, Heard heard) {
    String headquarters = station.state().text("headquarters").orElse("");
    List<ReachRows.Head> own = new ArrayList<>();
    List<ReachRows.Head> others = new ArrayList<>();
    boolean keptBack = false;
    boolean untold = false;
    boolean decided = false;
    for (ReachRows.Head h : heads) {
      boolean ours = h.station().equals(station.identity().station());
      boolean safe = h.compartment() == Compartment.PROTECTION;
      if (h.station().toString().equals(headquarters)) {
        decided = true;
      } else if (ours && safe && heard.stayed(h.revision())) {
        keptBack = true;
      } else if (!ours && safe) {
        // A protected part of another station's goes by that one.
        untold = true;
      } else {
        (ours ? own : others).add(h);
      }
    }
    Supplier<Set<ChangeId>> said = () -> decided(station, record, headquarters);
    // What another station has is not at headquarters, but where a receipt speaks of it.
    Stream<Reached> passedOn =
        others.stream()
            .map(h -> heard.answered(h, said))
            .map(r -> ON_THE_WAY.contains(r) ? Reached.ELSEWHERE : r);
    Stream<Reached> elsewhere = untold ? Stream.of(Reached.ELSEWHERE) : Stream.empty();
    Reached reached =
        Stream.of(own.stream().map(h -> heard.answered(h, said)), passedOn, elsewhere)
            .flatMap(s -> s)
            .min(Comparator.naturalOrder())
            .orElse(keptBack && !decided ? Reached.HERE : Reached.RECEIVED);
    return new Way(reached, reached, keptBack);
  }

  /**
   * Changes on which headquarters has said its word since. A receipt speaks of whole records; what
   * waited for a decision waits no more once the decision stands on top.
   */
  private static Set<ChangeId> decided(Station station, RecordId record, String headquarters) {
    Set<ChangeId> before = new HashSet<>();
    Set<ChangeId> decided = new HashSet<>();
    for (Records.RevisionRow row : station.view().records().revisions(record)) {
      if (row.station().toString().equals(headquarters)) {
        decided.addAll(before);
      } else {
        before.add(row.change());
      }
    }
    return decided;
  }

  /** What became of revisions: of each, the packages that its change left in. */
  private record Heard(Map<RevisionId, List<ReachRows.Left>> left) {
    static Heard of(Station station, Collection<RevisionId> revisions) {
      return new Heard(
          station
              .view()
              .reach()
              .left(revisions, station.state().text("headquarters").orElse(""))
              .stream()
              .collect(Collectors.groupingBy(ReachRows.Left::revision)));
    }

    /**
     * Whether the last package went without it, and none is known to have arrived with it. One
     * before that may be lost or lie here still, and hold it: whoever took a yes back since was
     * taken out of the next. Where it goes after all it is on its way, and stays here no more.
     */
    boolean stayed(RevisionId revision) {
      List<ReachRows.Left> going =
          left.getOrDefault(revision, List.of()).stream()
              .filter(l -> !l.state().equals(PackageState.SET_ASIDE.name()))
              .toList();
      return ON_THE_WAY.contains(of(revision)) && !going.isEmpty() && going.getLast().without();
    }

    /** Returns the farthest that a revision has come. */
    Reached of(RevisionId revision) {
      return reached(
          left.getOrDefault(revision, List.of()).stream()
              .filter(l -> !l.without())
              .map(ReachRows.Left::state)
              .toList());
    }

    Reached answered(ReachRows.Head head, Supplier<Set<ChangeId>> decided) {
      Reached reached = of(head.revision());
      return reached == Reached.WAITING && decided.get().contains(head.change())
          ? Reached.RECEIVED
          : reached;
    }
  }

  /**
   * Returns how far a record is together with everything that belongs to it: a case's people, a
   * person's needs.
   */
  public static Way way(Station station, RecordId record) {
    Way own = alone(station, record);
    if (station.state().flag("isHeadquarters")) {
      return own;
    }
    List<RevisionId> behind =
        station
            .view()
            .reach()
            .behind(
                scopes(station, record),
                station.identity().station(),
                station.state().text("headquarters").orElse(""),
                STAYING);
    Heard heard = Heard.of(station, behind);
    Reached least =
        behind.stream().map(heard::of).min(Comparator.naturalOrder()).orElse(Reached.RECEIVED);
    return new Way(
        own.record(), least.compareTo(own.record()) < 0 ? least : own.record(), own.keptBack());
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
    return switch (Stored.choice(state, PackageState.class, PackageState.SEALED)) {
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
