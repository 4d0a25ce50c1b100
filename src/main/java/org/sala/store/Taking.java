package org.sala.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.journal.Position;
import org.sala.merge.FieldState;
import org.sala.merge.Home;
import org.sala.merge.Lineage;
import org.sala.merge.OnTop;
import org.sala.merge.Written;

/**
 * Takes revisions into the records of a slice. Most replace what they set; where versions have to
 * be joined, a record is joined once for all that the slice brings of it.
 */
final class Taking {
  private final Sql sql;
  private final Function<Position, Optional<Revision>> bodies;
  private final Supplier<Set<StationId>> deciding;

  Taking(Sql sql, Backing from) {
    this.sql = sql;
    this.bodies = from.bodies();
    this.deciding = from.deciding();
  }

  /** Takes revisions in, in the order in which they came. */
  void take(Slice slice, List<Incoming> incoming) {
    incoming.forEach(in -> take(slice.touched(in.revision().record()), in));
    for (Slice.Touched t : slice.all()) {
      if (t.strange) {
        settle(t);
      }
      t.unjoined.forEach(c -> join(t, c));
    }
  }

  /** Works out anew the records of revisions that the view took for another one's. */
  void takeAnew(Slice slice, List<Incoming> given) {
    for (Incoming in : given) {
      Slice.Touched t = slice.touched(in.revision().record());
      t.moved.add(in.revision().compartment());
      t.unjoined.add(in.revision().compartment());
    }
    for (Slice.Touched t : slice.all()) {
      settle(t);
      t.unjoined.forEach(c -> join(t, c));
    }
  }

  private void take(Slice.Touched t, Incoming in) {
    Revision r = in.revision();
    t.incoming.add(in);
    if (!t.home.has(r)) {
      // Its maker is believed; of anybody else it is kept, and counts for nothing.
      t.strange = true;
      return;
    }
    t.created = Math.min(t.created, in.sequence());
    t.changed = Math.max(t.changed, in.sequence());
    t.millis = Math.max(t.millis, in.millis());
    t.moved.add(r.compartment());
    if (!t.unjoined.contains(r.compartment()) && !straight(t, in)) {
      // From here on only the whole lineage tells, and it is gone over once, with all that comes.
      t.unjoined.add(r.compartment());
    }
    t.closed |= Lineage.isClosedForGood(t.kind()) && r.fields().containsKey(Lineage.CLOSING);
  }

  /**
   * The usual case: built on all heads, whatever else it names, it replaces what it sets. Returns
   * whether it was so; nothing is changed where not.
   */
  private boolean straight(Slice.Touched t, Incoming in) {
    Revision r = in.revision();
    Set<RevisionId> heads = t.heads(r.compartment());
    boolean open = r.compartment() == Compartment.INVESTIGATION;
    if (t.closed || t.apart && !open || !Set.copyOf(r.parents()).containsAll(heads)) {
      return false;
    }
    Written by = in.written();
    List<FieldState> now = new ArrayList<>();
    for (String key : open ? r.fields().keySet() : Set.<String>of()) {
      Optional<FieldState> field = OnTop.of(by, key, () -> stood(t, key), deciding);
      if (field.isEmpty()) {
        return false;
      }
      now.add(field.get());
    }
    heads.clear();
    heads.add(r.id());
    now.forEach(t::set);
    return true;
  }

  /** How a field stands so far; empty where it was never set. */
  private Optional<FieldState> stood(Slice.Touched t, String key) {
    return Optional.ofNullable(t.set.get(key))
        .or(() -> t.fresh ? Optional.empty() : new Records(sql).field(t.id, key));
  }

  /** Works out what a record is and since when, of all that there is of it. */
  private void settle(Slice.Touched t) {
    List<Known> all = new ArrayList<>();
    for (Compartment c : Compartment.values()) {
      all.addAll(all(t, c));
    }
    Home home = Home.made(written(all)).orElse(t.home);
    if (!home.equals(t.home)) {
      t.home = home;
      t.rehomed = true;
      for (Compartment c : Compartment.values()) {
        t.moved.add(c);
        t.unjoined.add(c);
      }
    }
    List<Known> counting = all.stream().filter(k -> k.isAtHome(home)).toList();
    t.created = counting.stream().mapToLong(Known::sequence).min().orElse(t.created);
    t.changed = counting.stream().mapToLong(Known::sequence).max().orElse(t.changed);
    t.millis = counting.stream().mapToLong(Known::millis).max().orElse(t.millis);
  }

  /** Works out what stands in one compartment of a record from all that there is of it. */
  private void join(Slice.Touched t, Compartment compartment) {
    Lineage lineage = Lineage.of(t.home, written(all(t, compartment)), deciding.get());
    Set<RevisionId> heads = t.heads(compartment);
    heads.clear();
    heads.addAll(lineage.heads());
    Map<String, FieldState> fields = lineage.fields();
    if (compartment == Compartment.INVESTIGATION) {
      t.cleared = true;
      t.set.clear();
      fields.values().forEach(t::set);
    } else {
      t.apart =
          fields.values().stream()
              .anyMatch(
                  f ->
                      f.disputed()
                          && Lineage.isDecided(t.kind(), f.key())
                          && lineage.mayBeDecided(f.key()));
    }
  }

  private static List<Written> written(List<Known> some) {
    return some.stream().flatMap(k -> k.written().stream()).toList();
  }

  /** Returns all that there is of a record in one compartment; what the view had is read once. */
  private List<Known> all(Slice.Touched t, Compartment compartment) {
    List<Known> all = new ArrayList<>();
    if (!t.fresh) {
      all.addAll(t.stored.computeIfAbsent(compartment, c -> stored(t.id, c)));
    }
    for (Incoming in : t.incoming) {
      if (in.revision().compartment() == compartment) {
        all.add(in.known());
      }
    }
    return all;
  }

  private List<Known> stored(RecordId record, Compartment compartment) {
    return WrittenRows.stored(sql, record, compartment).stream()
        .map(
            row ->
                new Known(bodies.apply(row.at()).map(row::written), row.sequence(), row.millis()))
        .toList();
  }
}
