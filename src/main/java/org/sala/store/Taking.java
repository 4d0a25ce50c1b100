package org.sala.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sala.domain.Compartment;
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
      t.unjoined.forEach(c -> join(t, c));
    }
  }

  private void take(Slice.Touched t, Incoming in) {
    Revision r = in.revision();
    t.incoming.add(in);
    if (!t.home.has(r)) {
      strange(t, in);
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
   * The usual case: built on all heads, it replaces what it sets. Returns whether it was so;
   * nothing is changed where not.
   */
  private boolean straight(Slice.Touched t, Incoming in) {
    Revision r = in.revision();
    Set<RevisionId> heads = t.heads(r.compartment());
    boolean open = r.compartment() == Compartment.INVESTIGATION;
    if (t.closed || t.apart && !open || !heads.equals(Set.copyOf(r.parents()))) {
      return false;
    }
    List<FieldState> now = new ArrayList<>();
    for (String key : open ? r.fields().keySet() : Set.<String>of()) {
      Optional<FieldState> field = OnTop.of(in.written(), key, () -> stood(t, key), deciding.get());
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

  /**
   * Takes a revision that names another home than the one by which its record is known. The
   * record's maker is believed; of anybody else it is kept, and counts for nothing.
   */
  private void strange(Slice.Touched t, Incoming in) {
    List<Written> more = new ArrayList<>();
    if (t.asked == 0) {
      for (Compartment c : Compartment.values()) {
        more.addAll(stored(t, c));
      }
    }
    t.making.ifPresent(more::add);
    for (; t.asked < t.incoming.size(); t.asked++) {
      more.add(t.incoming.get(t.asked).written());
    }
    t.making = Home.making(more);
    Home home = t.making.map(w -> Home.of(w.revision())).orElse(t.home);
    if (home.equals(t.home)) {
      return;
    }
    t.home = home;
    t.rehomed = true;
    t.millis = Math.max(t.millis, in.millis());
    for (Compartment c : Compartment.values()) {
      t.moved.add(c);
      t.unjoined.add(c);
    }
  }

  /** Versions met that did not know of each other: the whole lineage is joined. */
  private void join(Slice.Touched t, Compartment compartment) {
    List<Written> all = new ArrayList<>(stored(t, compartment));
    for (Incoming in : t.incoming) {
      if (in.revision().compartment() == compartment) {
        all.add(in.written());
      }
    }
    join(t, compartment, all);
  }

  /** Works out what stands in one compartment of a record from all that there is of it. */
  void join(Slice.Touched t, Compartment compartment, List<Written> all) {
    Lineage lineage = Lineage.of(t.home, all, deciding.get());
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

  /** Returns what the view had of a record in one compartment before this slice; read once. */
  private List<Written> stored(Slice.Touched t, Compartment compartment) {
    return t.fresh ? List.of() : t.stored.computeIfAbsent(compartment, c -> read(t, c));
  }

  private List<Written> read(Slice.Touched t, Compartment compartment) {
    List<Written> all = new ArrayList<>();
    WrittenRows.stored(sql, t.id, compartment)
        .forEach(row -> bodies.apply(row.at()).ifPresent(r -> all.add(row.written(r))));
    return all;
  }
}
