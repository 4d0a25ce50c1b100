package org.sala.casework.packages.take;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.packages.receipt.LostChanges;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.ChangeId;
import org.sala.domain.IncarnationId;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.merge.FieldState;
import org.sala.parcel.ParcelHeader;
import org.sala.store.ArrivalRows;
import org.sala.store.Changes;

/**
 * The packages that have come so far, and what a new one looks like beside them. The view is asked
 * for the few that matter to it, however many have come.
 */
@BehindTheDesk
public final class EarlierPackages {
  /** Digest of the package that the same laptop had sealed before. */
  static final String PREVIOUS = "previous";

  private static final int AT_ONCE = 1000;

  private final Station station;

  /**
   * A package that came.
   *
   * @param peer station and incarnation; numbers run per incarnation, so that a restored laptop
   *     begins anew without being taken for a copy
   * @param held ids of changes that wait, as texts
   * @param refused ids of changes that were refused
   * @param previous digest of the one that was sealed before it; empty of one that came before that
   *     was written down
   */
  public record Earlier(
      RecordId id,
      String digest,
      String peer,
      long sequence,
      Optional<Moment> sealed,
      Optional<Moment> received,
      PackageState state,
      List<Doubt> doubts,
      Set<String> held,
      Set<String> refused,
      Optional<String> previous) {}

  public EarlierPackages(Station station) {
    this.station = station;
  }

  private ArrivalRows rows() {
    return station.view().arrivals();
  }

  private List<Earlier> read(List<RecordId> ids) {
    List<Earlier> all = new ArrayList<>();
    station
        .view()
        .records()
        .fields(ids)
        .forEach(
            (id, f) -> {
              if (Stored.text(f, "direction").filter("in"::equals).isPresent()) {
                all.add(earlier(id, f));
              }
            });
    return all;
  }

  private static Earlier earlier(RecordId id, Map<String, FieldState> f) {
    return new Earlier(
        id,
        Stored.text(f, "digest").orElse(""),
        Stored.text(f, "peer").orElse(""),
        Stored.whole(f, "sequence"),
        Stored.moment(f, "sealed"),
        Stored.moment(f, "received"),
        PackageState.of(f, PackageState.IMPORTED),
        Doubt.read(Stored.text(f, "doubts").orElse("")),
        Stored.ids(Stored.text(f, "heldChanges").orElse("")),
        Stored.ids(Stored.text(f, "refusedChanges").orElse("")),
        Stored.text(f, PREVIOUS));
  }

  Optional<Earlier> of(String digest) {
    return read(rows().withDigest(digest)).stream().findFirst();
  }

  /** Returns the packages on which people have to decide. */
  List<Earlier> waiting() {
    return read(rows().waiting());
  }

  /** All of a station, whichever incarnation. */
  public List<Earlier> from(StationId of) {
    return read(rows().of(of));
  }

  static String peer(ParcelHeader header) {
    return peer(header.station(), header.incarnation());
  }

  private static String peer(StationId station, IncarnationId incarnation) {
    return station + " " + incarnation;
  }

  /** Changes that people have refused before, in whatever package. */
  Set<String> refused() {
    Set<String> refused = new HashSet<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.PARCEL.key(), Set.of("refusedChanges"))
        .values()
        .forEach(f -> refused.addAll(Stored.ids(Stored.text(f, "refusedChanges").orElse(""))));
    return refused;
  }

  /**
   * Whether a station's first package after a restore is being taken in: a new incarnation of it.
   * Of one that waits, or was rejected, nothing was heeded.
   */
  boolean restored(ParcelHeader header) {
    List<String> known = rows().takenRuns(header.station());
    return !known.isEmpty() && !known.contains(peer(header));
  }

  /** How many packages before this one have not come. */
  long gap(ParcelHeader header) {
    boolean follows =
        read(rows().withDigest(header.previous())).stream()
            .anyMatch(e -> e.peer().startsWith(header.station() + " "));
    return follows ? 0 : Math.max(0, header.sequence() - rows().last(header.station()) - 1);
  }

  /**
   * Signs of a second copy: a number used twice for packages or for changes, a predecessor or a
   * successor that is not the one that came, an incarnation that works on after a restore took its
   * place.
   */
  List<Doubt> copies(Arrival arrival) {
    ParcelHeader header = arrival.header();
    String peer = peer(header);
    // Of two copies both have a predecessor here: each goes on from its own.
    List<String> before = others(peer, header.sequence() - 1, arrival);
    boolean strange =
        !before.isEmpty() && !before.contains(header.previous()) || precedesAnother(arrival, peer);
    if (strange || !others(peer, header.sequence(), arrival).isEmpty()) {
      return List.of(Doubt.TWO_COPIES);
    }
    // What is passed on says nothing of whoever carries it.
    if (!usedTwice(
            arrival.changes().stream().filter(c -> c.station().equals(header.station())).toList())
        .isEmpty()) {
      return List.of(Doubt.TWO_COPIES);
    }
    return givenUp(header.station(), header.incarnation())
            .filter(since -> since.isBefore(header.created().instant()))
            .isPresent()
        ? List.of(Doubt.OLD_INCARNATION)
        : List.of();
  }

  /** Packages get re-ordered: the next number may have come first, and go on from another one. */
  private boolean precedesAnother(Arrival arrival, String peer) {
    List<String> goOnFrom =
        others(peer, arrival.header().sequence() + 1, arrival).stream()
            .flatMap(d -> read(rows().withDigest(d)).stream())
            .flatMap(e -> e.previous().stream())
            .toList();
    return !goOnFrom.isEmpty() && !goOnFrom.contains(arrival.verdict().digest());
  }

  /** Digests of other packages that came under a number. */
  private List<String> others(String peer, long sequence, Arrival arrival) {
    return rows().numbered(peer, sequence).stream()
        .filter(d -> !d.equals(arrival.verdict().digest()))
        .toList();
  }

  /**
   * Places that a change which comes new has in common with another one: with one that is here, or
   * with one that comes along, for a laptop takes in what a copy of itself lends it.
   */
  Set<Changes.Place> usedTwice(List<Arrival.Told> come) {
    Set<Changes.Place> twice = rising(come) ? new HashSet<>() : together(come);
    for (int from = 0; from < come.size(); from += AT_ONCE) {
      List<Arrival.Told> some = come.subList(from, Math.min(come.size(), from + AT_ONCE));
      Set<ChangeId> here =
          station.view().changes().known(some.stream().map(Arrival.Told::id).toList());
      List<Arrival.Told> news = some.stream().filter(c -> !here.contains(c.id())).toList();
      twice.addAll(station.view().changes().taken(news.stream().map(Arrival.Told::place).toList()));
    }
    return twice;
  }

  /** As one workspace writes them, the numbers rise: then no two are the same. */
  private static boolean rising(List<Arrival.Told> come) {
    Map<Changes.Place, Long> last = new HashMap<>();
    for (Arrival.Told c : come) {
      Long before = last.put(new Changes.Place(c.station(), c.incarnation(), 0), c.number());
      if (before != null && before >= c.number()) {
        return false;
      }
    }
    return true;
  }

  /** Places that two of them have; where both are here, it was seen when the second came. */
  private Set<Changes.Place> together(List<Arrival.Told> come) {
    Map<Changes.Place, ChangeId> once = new HashMap<>();
    Map<Changes.Place, Set<ChangeId>> twice = new HashMap<>();
    for (Arrival.Told c : come) {
      ChangeId other = once.putIfAbsent(c.place(), c.id());
      if (other != null && !other.equals(c.id())) {
        twice.computeIfAbsent(c.place(), p -> new HashSet<>(Set.of(other))).add(c.id());
      }
    }
    Set<ChangeId> here = new HashSet<>();
    twice.values().forEach(ids -> here.addAll(station.view().changes().known(ids)));
    twice.values().removeIf(here::containsAll);
    return new HashSet<>(twice.keySet());
  }

  /**
   * Since when another incarnation of a station has its place. A copy that was told to start a new
   * incarnation takes no place: the other copy works on as it did.
   *
   * @return when the other first sealed something; empty where this one goes on
   */
  Optional<Instant> givenUp(StationId station, IncarnationId incarnation) {
    String peer = peer(station, incarnation);
    List<String> runs = rows().runs(station);
    // One of which nothing had come is known by whoever says that it took its place.
    Set<String> gaveUp =
        runs.contains(peer) ? Set.of() : new LostChanges(this.station).gaveUp(station);
    if (runs.contains(peer) ? runs.size() < 2 : !gaveUp.contains(incarnation.toString())) {
      return Optional.empty();
    }
    List<Earlier> known = from(station);
    if (known.stream().anyMatch(e -> e.doubts().contains(Doubt.TWO_COPIES))) {
      return Optional.empty();
    }
    Optional<Earlier> first =
        known.stream().filter(e -> e.peer().equals(peer)).reduce((a, b) -> earlier(a, b));
    return known.stream()
        .filter(e -> !e.peer().equals(peer))
        .filter(
            e ->
                first.isPresent()
                    ? earlier(first.get(), e).equals(first.get())
                    : !gaveUp.contains(e.peer().substring(e.peer().indexOf(' ') + 1)))
        .flatMap(e -> e.sealed().stream())
        .map(Moment::instant)
        .min(Comparator.naturalOrder());
  }

  private static Earlier earlier(Earlier a, Earlier b) {
    boolean first =
        a.received().isPresent()
            && (b.received().isEmpty()
                || !b.received().get().instant().isBefore(a.received().get().instant()));
    return first ? a : b;
  }
}
