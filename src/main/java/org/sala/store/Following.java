package org.sala.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.sala.crypto.Sha256;
import org.sala.domain.ChangeId;
import org.sala.journal.Committed;

/** How far a view has followed its journal, and what came ahead of its turn. */
final class Following {
  /** Revisions that are taken in at once; one change is never cut. */
  private static final int SLICE = 500;

  /** How long a program waits for those who follow, and how often it looks, in nanoseconds. */
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private static final long ROUND_NANOS = 5_000_000L;

  /** How many revisions are taken in at once where others wait for their turn meanwhile. */
  private static final int SHARED_SLICE = 40;

  /** Headers that are asked for at once. */
  private static final int HEADERS = 1_000;

  private final Sql sql;
  private final Projector projector;
  private final boolean follows;
  private final NavigableMap<Long, ChangeId> ahead = new TreeMap<>();
  // Fair: what an officer saves comes behind the slice that is worked out, and not behind all.
  private final ReentrantLock turn = new ReentrantLock(true);
  private volatile At at;
  private volatile long unshown;
  private volatile boolean whole;
  private volatile long longestNanos;

  /** All up to a sequence is there; the digest is over the ids of these changes in order. */
  private record At(long applied, String digest) {
    At then(ChangeId change) {
      return new At(applied + 1, Sha256.hex((digest + change).getBytes(StandardCharsets.US_ASCII)));
    }
  }

  /**
   * @param follows whether this program may; where not, it waits for those who do
   */
  Following(Sql sql, Backing from, boolean follows) {
    this.sql = sql;
    this.follows = follows;
    this.projector = new Projector(sql, from);
    this.at = read("");
  }

  private At read(String how) {
    return sql.first(
            "select last_sequence, digest, (select count(*) from unshown), last_sequence >="
                + " whole_at from applied where one = 1"
                + how,
            r -> {
              unshown = r.getLong(3);
              whole = r.getBoolean(4);
              return new At(r.getLong(1), r.getString(2));
            })
        .orElseThrow(() -> new StoreFault(StoreFault.Code.DAMAGED, "not a whole view"));
  }

  /** Returns how far the view is; on a server also by what others have followed. */
  long applied() {
    return isShared() ? read("").applied() : at.applied();
  }

  /** Whether a run is known to be there; on a server that is found out with following it. */
  boolean has(List<Committed> run) {
    return !isShared() && run.getLast().sequence() <= at.applied();
  }

  private boolean isShared() {
    return sql.dialect().isShared();
  }

  /** How long this program has waited for its turn at most, with asking for it. */
  Duration longestWait() {
    return Duration.ofNanos(longestNanos);
  }

  /** How many changes could not be shown, or not in full, when the view was asked last. */
  long unshown() {
    return unshown;
  }

  /** Whether it was where the journal was when it was made, when it was asked last. */
  boolean isWhole() {
    return whole;
  }

  String digest() {
    return isShared() ? read("").digest() : at.digest();
  }

  void take(List<Committed> run) {
    slices(run, isShared() ? SHARED_SLICE : SLICE).forEach(this::slice);
  }

  /** Takes a run in one slice, where nobody waits to be let in between two. */
  void takeWhole(List<Committed> run) {
    if (isShared()) {
      take(run);
    } else {
      slice(run);
    }
  }

  private void slice(List<Committed> slice) {
    if (!follows) {
      others(slice.getLast().sequence());
      return;
    }
    // One act may be as large as an answer that names every change of a large package.
    sql.tidy();
    turn.lock();
    try {
      survive(slice);
      if (projector.hasPassed()) {
        read("");
      }
    } finally {
      turn.unlock();
    }
    sql.tidy();
  }

  /**
   * Follows a slice whatever one of its changes says: the journal has it, and would bring it again
   * at every opening. One that cannot be worked out by itself is passed, and counted.
   */
  private void survive(List<Committed> slice) {
    try {
      steadily(slice, () -> projector.apply(slice));
    } catch (RuntimeException e) {
      if (!Unshown.isToldBy(e)) {
        throw e;
      }
      if (slice.size() == 1) {
        steadily(slice, () -> projector.pass(slice.getFirst()));
      } else {
        int half = slice.size() / 2;
        survive(slice.subList(0, half));
        survive(slice.subList(half, slice.size()));
      }
    }
  }

  private void steadily(List<Committed> slice, Runnable work) {
    try {
      attempt(slice, work);
    } catch (StoreFault e) {
      if (e.code() != StoreFault.Code.AWAY) {
        throw e;
      }
      // The connection went, and nobody knows whether with the slice or before it: what is there
      // already changes nothing.
      attempt(slice, work);
    }
  }

  /** Waits until those who follow have shown it. */
  private void others(long sequence) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (read("").applied() < sequence) {
      if (System.nanoTime() > until) {
        throw new StoreFault(StoreFault.Code.NOT_FOLLOWED, "nobody follows the journal");
      }
      LockSupport.parkNanos(ROUND_NANOS);
    }
  }

  private void attempt(List<Committed> slice, Runnable work) {
    if (isShared()) {
      sql.together(() -> amongOthers(slice, work));
      return;
    }
    boolean early = slice.getFirst().sequence() > at.applied() + 1;
    At to = early ? at : behind(at, slice);
    sql.together(
        () -> {
          work.run();
          projector.reached(to.applied(), to.digest());
        });
    at = to;
    if (early) {
      slice.forEach(c -> ahead.put(c.sequence(), c.change().id()));
    }
    ahead.headMap(at.applied(), true).clear();
  }

  /**
   * On a server others follow too: whoever has read where the view stands has their turn until the
   * end of the transaction, by the lock of that one row. What others followed ahead of its turn is
   * known by its header alone.
   */
  private void amongOthers(List<Committed> slice, Runnable work) {
    long began = System.nanoTime();
    At from = read(" for update");
    longestNanos = Math.max(longestNanos, System.nanoTime() - began);
    if (slice.getLast().sequence() <= from.applied()) {
      // Somebody else has followed it, or the view was made anew from a journal that had it.
      return;
    }
    work.run();
    At to = passing(from, slice);
    projector.reachedAmongOthers(to.applied(), to.digest());
  }

  private record Header(long sequence, ChangeId id) {}

  /**
   * Of a change that was written twice the table of headers has the later place alone: where both
   * come in one slice, the slice itself tells that the earlier one was passed.
   */
  private At passing(At from, List<Committed> slice) {
    NavigableMap<Long, ChangeId> behind = new TreeMap<>();
    slice.forEach(c -> behind.put(c.sequence(), c.change().id()));
    At to = on(from, behind);
    List<Header> next;
    do {
      next =
          sql.list(
              "select seq, id from change_log where seq > ? order by seq fetch first ? rows only",
              r -> new Header(r.getLong(1), new ChangeId(r.getObject(2, UUID.class))),
              to.applied(),
              HEADERS);
      next.forEach(h -> behind.putIfAbsent(h.sequence(), h.id()));
      to = on(to, behind);
    } while (next.size() == HEADERS && to.applied() >= next.getLast().sequence());
    return to;
  }

  private static At on(At from, NavigableMap<Long, ChangeId> behind) {
    At to = from;
    for (ChangeId id = behind.get(to.applied() + 1);
        id != null;
        id = behind.get(to.applied() + 1)) {
      to = to.then(id);
    }
    return to;
  }

  /** Where all stands behind a slice whose turn it is, and behind what came ahead of its turn. */
  private At behind(At from, List<Committed> slice) {
    At to = from;
    for (Committed c : slice) {
      if (c.sequence() > to.applied()) {
        to = to.then(c.change().id());
      }
    }
    return on(to, ahead);
  }

  /** A run cut into what is taken in at once. */
  static List<List<Committed>> slices(List<Committed> run) {
    return slices(run, SLICE);
  }

  private static List<List<Committed>> slices(List<Committed> run, int most) {
    List<List<Committed>> slices = new ArrayList<>();
    int from = 0;
    while (from < run.size()) {
      int to = from + 1;
      int revisions = run.get(from).pieces().size();
      while (to < run.size() && revisions + run.get(to).pieces().size() <= most) {
        revisions += run.get(to).pieces().size();
        to++;
      }
      slices.add(run.subList(from, to));
      from = to;
    }
    return slices;
  }
}
