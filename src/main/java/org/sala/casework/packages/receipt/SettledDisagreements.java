package org.sala.casework.packages.receipt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.sala.casework.packages.register.ChangeOutcomes;
import org.sala.casework.station.Act;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Settling;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.DisputeRows;
import org.sala.store.Records;

/**
 * At headquarters: changes of which a station was told that people would decide, and nobody has to
 * any more, because versions came to the same by themselves. Another receipt says so: a decision
 * would have come by itself, and nothing else tells the station.
 */
@BehindTheDesk
public final class SettledDisagreements {
  private static final int AT_ONCE = 1000;
  private static final String WAITING = "waitingChanges";
  private static final String RESTATED = "restated";

  private final Station station;
  private final Ledger ledger;

  SettledDisagreements(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * What in some changes somebody has to decide about: their revisions of those parts of records of
   * which versions differ. Whoever wrote openly does not wait for what differs in the protected
   * part: of that decision nothing goes there.
   */
  public static List<Records.Belonging> waiting(Station station, Collection<ChangeId> changes) {
    List<Records.Belonging> waiting = new ArrayList<>();
    some(List.copyOf(changes), c -> waiting.addAll(station.view().records().broughtBy(c)));
    Set<RecordId> open = new HashSet<>();
    Set<RecordId> safe = new HashSet<>();
    some(
        waiting.stream().map(Records.Belonging::record).distinct().toList(),
        records -> {
          for (DisputeRows.Dispute d : station.view().disputes().of(records)) {
            if (Settling.isDecided(station, d)) {
              (d.isProtected() ? safe : open).add(d.record());
            }
          }
        });
    waiting.removeIf(
        b -> !(b.compartment() == Compartment.PROTECTION ? safe : open).contains(b.record()));
    return waiting;
  }

  private static <T> void some(List<T> all, Consumer<List<T>> with) {
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      with.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
  }

  /**
   * What has ended of a package.
   *
   * @param waiting changes that still wait
   * @param untold whether the station hears of an end by nothing else
   */
  private record Ended(RecordId parcel, String digest, Set<String> waiting, boolean untold) {}

  private List<Ended> ended(StationId of) {
    List<Ended> all = new ArrayList<>();
    boolean erasing = !station.view().records().kindsAmong(List.of(Kinds.ERASURE.key())).isEmpty();
    for (RecordId parcel : station.view().arrivals().restating(of)) {
      Map<String, FieldState> f = station.view().records().fields(parcel);
      Set<String> waiting = new TreeSet<>(Stored.words(f, WAITING, " "));
      Set<String> still = new TreeSet<>();
      waiting(station, waiting.stream().map(ChangeId::of).toList())
          .forEach(b -> still.add(b.change().toString()));
      boolean untold = false;
      for (String change : waiting) {
        // What was erased here nobody decides any more, and a decision on what else was written in
        // one with it tells nothing of it.
        untold |= !still.contains(change) && (erasing || !decided(ChangeId.of(change), of));
      }
      if (still.size() < waiting.size()) {
        all.add(new Ended(parcel, Stored.text(f, "digest").orElse(""), still, untold));
      }
    }
    return all;
  }

  /**
   * Whether headquarters has written to all records of a change since, to a part that the change
   * wrote to: that goes by itself to a station that hears of that part ({@link DecisionAudience}),
   * and not to one that has passed on what another wrote.
   */
  private boolean decided(ChangeId change, StationId of) {
    List<Records.RevisionRow> rows = station.view().records().revisionsOf(change);
    long since = rows.stream().mapToLong(Records.RevisionRow::sequence).min().orElse(0);
    Map<RecordId, Set<Compartment>> parts = new HashMap<>();
    for (Records.Belonging b : station.view().records().broughtBy(List.of(change))) {
      parts
          .computeIfAbsent(b.record(), r -> EnumSet.noneOf(Compartment.class))
          .add(b.compartment());
    }
    return !parts.isEmpty()
        && parts.entrySet().stream()
            .allMatch(
                p -> p.getValue().stream().anyMatch(part -> decided(p.getKey(), part, since, of)));
  }

  private boolean decided(RecordId record, Compartment part, long since, StationId of) {
    return station.view().records().revisions(record).stream()
            .filter(r -> r.compartment() == part && r.sequence() > since)
            .anyMatch(r -> r.station().equals(station.identity().station()))
        && new DecisionAudience(station, ledger).hears(of, record, part);
  }

  /** Packages of a station of which it has to be told that something in them waits no more. */
  int due(StationId of) {
    return (int) ended(of).stream().filter(Ended::untold).count();
  }

  /** Writes the receipts that say so; they go with whatever goes to that station next. */
  void write(StationId of) {
    for (Ended e : ended(of)) {
      Map<String, Value> fields = new LinkedHashMap<>();
      fields.put(WAITING, Stored.orNothing(String.join(" ", e.waiting())));
      Map<String, FieldState> last = ChangeOutcomes.receipt(station, e.digest());
      if (e.untold() && !last.isEmpty()) {
        RecordId receipt = station.ids().record();
        ledger.write(
            new Act().make(receipt, Kinds.RECEIPT, station.scope(), again(last, e.waiting())));
        fields.put(RESTATED, Value.ref(receipt));
      }
      ledger.write(new Act().edit(e.parcel(), Kinds.PARCEL, fields));
    }
  }

  /** What a receipt said, but for what waits no more. */
  private Map<String, Value> again(Map<String, FieldState> said, Set<String> waiting) {
    Map<String, String> outcomes = ChangeOutcomes.of(said);
    outcomes.replaceAll(
        (change, o) ->
            o.equals(ChangeOutcomes.WAITING) && !waiting.contains(change)
                ? ChangeOutcomes.JOINED
                : o);
    Map<String, Value> fields = new LinkedHashMap<>();
    for (String same : List.of("parcel", "digest", "verdict", "doubts")) {
      Stored.text(said, same).ifPresent(t -> fields.put(same, Value.text(t)));
    }
    fields.putAll(ChangeOutcomes.fields(outcomes));
    fields.put("at", station.now().toValue());
    return fields;
  }

  /** The receipts that were written so, by the changes that hold them. */
  List<ChangeId> written(StationId of) {
    List<ChangeId> all = new ArrayList<>();
    for (RecordId parcel : station.view().arrivals().restating(of)) {
      Optional.ofNullable(station.view().records().fields(parcel).get(RESTATED))
          .flatMap(f -> f.value().asRef())
          .ifPresent(
              receipt ->
                  station.view().records().revisions(receipt).forEach(r -> all.add(r.change())));
    }
    return all;
  }
}
