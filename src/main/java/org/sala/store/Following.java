package org.sala.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.sala.crypto.Sha256;
import org.sala.domain.ChangeId;
import org.sala.domain.Revision;
import org.sala.journal.Committed;
import org.sala.journal.Position;

/** How far a view has followed its journal, and what came ahead of its turn. */
final class Following {
  /** Revisions that are taken in at once; one change is never cut. */
  private static final int SLICE = 500;

  private final Sql sql;
  private final Projector projector;
  private final NavigableMap<Long, ChangeId> ahead = new TreeMap<>();
  private At at;

  /** All up to a sequence is there; the digest is over the ids of these changes in order. */
  private record At(long applied, String digest) {
    At then(ChangeId change) {
      return new At(applied + 1, Sha256.hex((digest + change).getBytes(StandardCharsets.US_ASCII)));
    }
  }

  Following(Sql sql, Function<Position, Optional<Revision>> bodies) {
    this.sql = sql;
    this.projector = new Projector(sql, bodies);
    this.at = read("");
  }

  private At read(String how) {
    return sql.first(
            "select last_sequence, digest from applied where one = 1" + how,
            r -> new At(r.getLong(1), r.getString(2)))
        .orElseThrow(() -> new StoreFault(StoreFault.Code.DAMAGED, "not a whole view"));
  }

  /**
   * Where the view stands now. On a server others follow too: whoever reads it there has their turn
   * until the end of the transaction, by the lock of this one row.
   */
  private At now() {
    return sql.dialect().isShared() ? read(" for update") : at;
  }

  synchronized long applied() {
    return at.applied();
  }

  synchronized String digest() {
    return at.digest();
  }

  synchronized void take(List<Committed> run) {
    slices(run).forEach(s -> slice(s, () -> {}));
  }

  /** The same in one slice, while nobody waits to be let in between two. */
  synchronized void takeWhole(List<Committed> run) {
    slice(run, () -> {});
  }

  /**
   * The same for a run that is one slice and does not count yet.
   *
   * @param counts returns once it does; before that nothing of it is visible, and nothing stays of
   *     it where this throws
   */
  synchronized void take(List<Committed> run, Runnable counts) {
    slice(run, counts);
  }

  private void slice(List<Committed> slice, Runnable counts) {
    boolean[] counted = new boolean[1];
    Runnable once =
        () -> {
          if (!counted[0]) {
            counts.run();
            counted[0] = true;
          }
        };
    try {
      attempt(slice, once);
    } catch (StoreFault e) {
      if (e.code() != StoreFault.Code.CLOSED || !sql.dialect().isShared()) {
        throw e;
      }
      // The connection went, and nobody knows whether with the slice or before it: what is there
      // already changes nothing.
      attempt(slice, once);
    }
  }

  private void attempt(List<Committed> slice, Runnable counts) {
    boolean[] early = new boolean[1];
    At[] to = new At[1];
    sql.together(
        () -> {
          At from = now();
          early[0] = slice.getFirst().sequence() > from.applied() + 1;
          to[0] = early[0] ? from : behind(from, slice);
          projector.apply(slice);
          projector.reached(to[0].applied(), to[0].digest());
          counts.run();
        });
    at = to[0];
    if (early[0]) {
      slice.forEach(c -> ahead.put(c.sequence(), c.change().id()));
    }
    ahead.headMap(at.applied(), true).clear();
  }

  /** Where all stands behind a slice whose turn it is, and behind what came ahead of its turn. */
  private At behind(At from, List<Committed> slice) {
    At to = from;
    for (Committed c : slice) {
      if (c.sequence() > to.applied()) {
        to = to.then(c.change().id());
      }
    }
    for (ChangeId next = ahead.get(to.applied() + 1);
        next != null;
        next = ahead.get(to.applied() + 1)) {
      to = to.then(next);
    }
    return to;
  }

  /** A run cut into what is taken in at once. */
  static List<List<Committed>> slices(List<Committed> run) {
    List<List<Committed>> slices = new ArrayList<>();
    int from = 0;
    while (from < run.size()) {
      int to = from + 1;
      int revisions = run.get(from).pieces().size();
      while (to < run.size() && revisions + run.get(to).pieces().size() <= SLICE) {
        revisions += run.get(to).pieces().size();
        to++;
      }
      slices.add(run.subList(from, to));
      from = to;
    }
    return slices;
  }
}
