package org.sala.bench.swarm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.sala.crypto.Sha256;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.Piece;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.journal.Checkpoint;
import org.sala.journal.Committed;
import org.sala.journal.Journal;
import org.sala.journal.Position;
import org.sala.journal.SegmentCopy;

/**
 * A journal in memory that keeps its promises, and that ends the program at the n-th write where it
 * is told to. What was written before is what the disk would have.
 */
final class MemoryJournal implements Journal {
  private static final int RUN = 200;
  private static final Position NOWHERE = new Position(0, 0);

  private final List<Committed> changes = new ArrayList<>();
  private final List<Revision> bodies = new ArrayList<>();
  private final List<AuditEntry> entries = new ArrayList<>();
  private final Set<RevisionId> parents = new HashSet<>();
  private String head = "0".repeat(64);
  private long left = Long.MAX_VALUE;
  private boolean lastIsKept;

  MemoryJournal() {}

  /** What a program that starts again finds, a backup brings back, a cloned disk holds. */
  MemoryJournal(MemoryJournal of) {
    synchronized (of) {
      changes.addAll(of.changes);
      bodies.addAll(of.bodies);
      entries.addAll(of.entries);
      parents.addAll(of.parents);
      head = of.head;
    }
  }

  /**
   * Ends the program at a write that comes.
   *
   * @param writes so many go well before
   * @param kept whether the disk has that last one, which nobody was told
   */
  synchronized void crashAfter(long writes, boolean kept) {
    left = writes;
    lastIsKept = kept;
  }

  synchronized boolean crashed() {
    return left < 0;
  }

  /** The broken variant: a disk that loses what it said it had. */
  synchronized void forgetLast() {
    if (!changes.isEmpty()) {
      changes.removeLast();
    }
  }

  /**
   * What lies in scopes of which the keys are gone cannot be read any more.
   *
   * @return whether there was any
   */
  synchronized boolean forget(Predicate<ScopeId> gone) {
    boolean any = false;
    for (int i = 0; i < changes.size(); i++) {
      Committed c = changes.get(i);
      if (c.change().revisions().stream().anyMatch(r -> gone.test(r.scope()))) {
        changes.set(i, without(c, gone));
        any = true;
      }
    }
    return any;
  }

  private static Committed without(Committed c, Predicate<ScopeId> gone) {
    List<Piece> pieces = new ArrayList<>();
    List<Position> places = new ArrayList<>();
    for (int i = 0; i < c.pieces().size(); i++) {
      Piece piece = c.change().pieces().get(i);
      boolean erased = piece instanceof Piece.Whole w && gone.test(w.revision().scope());
      pieces.add(erased ? new Piece.Withheld(piece.id()) : piece);
      places.add(erased ? NOWHERE : c.pieces().get(i));
    }
    Change left = new Change(c.change().header(), c.change().signature(), pieces);
    return new Committed(left, c.sequence(), places);
  }

  private boolean ends() {
    if (left < 0) {
      throw new Crash();
    }
    return left-- == 0;
  }

  @Override
  public synchronized long last() {
    return changes.size();
  }

  @Override
  public synchronized String head() {
    return head;
  }

  @Override
  public synchronized List<Committed> append(List<Change> run, List<AuditEntry> audit) {
    if (run.isEmpty() && audit.isEmpty()) {
      return List.of();
    }
    boolean end = ends();
    if (end && !lastIsKept) {
      throw new Crash();
    }
    List<Committed> made = new ArrayList<>();
    for (Change change : run) {
      List<Position> places = new ArrayList<>();
      for (Piece piece : change.pieces()) {
        if (piece instanceof Piece.Whole whole) {
          places.add(new Position(1, bodies.size()));
          bodies.add(whole.revision());
          parents.addAll(whole.revision().parents());
        } else {
          places.add(NOWHERE);
        }
      }
      made.add(new Committed(change, changes.size() + made.size() + 1L, places));
    }
    changes.addAll(made);
    made.forEach(c -> moveHead(c.change().id().toString()));
    entries.addAll(audit);
    audit.forEach(e -> moveHead(Sha256.hex(e.bytes())));
    if (end) {
      throw new Crash();
    }
    return made;
  }

  private void moveHead(String by) {
    head = Sha256.hex((head + by).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void replay(long after, Consumer<List<Committed>> to) {
    List<Committed> all = committed();
    for (int from = (int) after; from < all.size(); from += RUN) {
      to.accept(all.subList(from, Math.min(all.size(), from + RUN)));
    }
  }

  /** All changes, in order. */
  synchronized List<Committed> committed() {
    return List.copyOf(changes);
  }

  /** All that was written of records. */
  synchronized List<Revision> revisions() {
    List<Revision> all = new ArrayList<>();
    changes.forEach(c -> all.addAll(c.change().revisions()));
    return all;
  }

  /** Whether somebody has built on a revision. */
  synchronized boolean isBuiltOn(RevisionId id) {
    return parents.contains(id);
  }

  @Override
  public void replayAudit(Consumer<AuditEntry> to) {
    List<AuditEntry> all;
    synchronized (this) {
      all = List.copyOf(entries);
    }
    all.forEach(to);
  }

  @Override
  public void replayRecentAudit(Consumer<AuditEntry> to) {
    replayAudit(to);
  }

  @Override
  public Checkpoint checkpoint() {
    return new Checkpoint(0, 0, last(), 1, new byte[32]);
  }

  @Override
  public Map<String, Long> lengths(Checkpoint upTo) {
    return Map.of();
  }

  @Override
  public void copy(Checkpoint upTo, SegmentCopy to) {
    // It lies in no file.
  }

  @Override
  public void quietly(Runnable work) {
    work.run();
  }

  @Override
  public Optional<Position> check() {
    return Optional.empty();
  }

  @Override
  public Optional<Position> checkBeside(Consumer<AuditEntry> audit, BooleanSupplier stopped) {
    replayAudit(audit);
    return Optional.empty();
  }

  @Override
  public synchronized Optional<Revision> revision(Position at) {
    return at.equals(NOWHERE) ? Optional.empty() : Optional.of(bodies.get((int) at.offset()));
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
