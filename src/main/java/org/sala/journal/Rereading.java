package org.sala.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sala.domain.AuditEntry;

/**
 * Reads a journal again, with files and positions of its own: what is written meanwhile neither
 * waits nor is looked at. Remembers places of this opening, so that what came last can be read
 * without all that came before.
 */
final class Rereading {
  /** Changes that are handed over at once; fewer where they are large. */
  private static final int SLICE = 500;

  /** Revisions that are handed over at once, as far as no change is cut. */
  private static final int REVISIONS = 5_000;

  /** Bytes between two places that are remembered. */
  private static final long BETWEEN = 256L << 10;

  private final Supplier<Segments> files;
  private final NavigableMap<Long, Checkpoint> places = new TreeMap<>();
  private Checkpoint opened = Checkpoint.START;
  private Checkpoint remembered = Checkpoint.START;

  /**
   * @param files the journal's segments, opened anew
   */
  Rereading(Supplier<Segments> files) {
    this.files = files;
  }

  /** Where this opening of the journal began to read. */
  synchronized void begin(Checkpoint from) {
    opened = from;
    remembered = from;
    places.put(from.last(), from);
  }

  /** Hears of every commit. */
  synchronized void remember(Checkpoint now) {
    if (now.segment() != remembered.segment() || now.offset() - remembered.offset() >= BETWEEN) {
      remembered = now;
      places.putIfAbsent(now.last(), now);
    }
  }

  private synchronized Checkpoint before(long change) {
    Map.Entry<Long, Checkpoint> place = places.floorEntry(change);
    return place == null ? Checkpoint.START : place.getValue();
  }

  /** Changes with a greater sequence than {@code after}, in runs of bounded size. */
  void changes(long after, Checkpoint upTo, Consumer<List<Committed>> to) {
    Checkpoint from = before(after);
    if (!from.isSamePlace(upTo)) {
      Slices.through(slice -> slices(from, after, upTo, slice), to);
    }
  }

  private void slices(Checkpoint from, long after, Checkpoint upTo, Consumer<List<Committed>> to) {
    List<Committed> slice = new ArrayList<>();
    int[] revisions = new int[1];
    Consumer<List<Committed>> cut =
        run -> {
          for (Committed c : run) {
            if (c.sequence() > after) {
              slice.add(c);
              revisions[0] += c.pieces().size();
              if (slice.size() >= SLICE || revisions[0] >= REVISIONS) {
                to.accept(List.copyOf(slice));
                slice.clear();
                revisions[0] = 0;
              }
            }
          }
        };
    through(from, upTo, own -> new Scan(own, from, cut, e -> {}));
    if (!slice.isEmpty()) {
      to.accept(List.copyOf(slice));
    }
  }

  void audit(Checkpoint upTo, Consumer<AuditEntry> to) {
    through(Checkpoint.START, upTo, own -> Scan.ofAudit(own, Checkpoint.START, to));
  }

  void recentAudit(Checkpoint upTo, Consumer<AuditEntry> to) {
    Checkpoint from = opened;
    through(from, upTo, own -> Scan.ofAudit(own, from, to));
  }

  /** What it gives out is whole, or it ends with a fault. */
  private void through(Checkpoint from, Checkpoint upTo, Function<Segments, Scan> scanning) {
    if (from.isSamePlace(upTo)) {
      return;
    }
    try (Segments own = files.get()) {
      if (!(own.load(upTo.segment()) instanceof Segments.Headers.Good)
          || scanning.apply(own).run(Optional.of(upTo)) instanceof Scan.Result.Spoiled) {
        throw new JournalFault(JournalFault.Code.DAMAGED, "a segment is spoiled");
      }
    } catch (IOException e) {
      throw SegmentJournal.fault(e);
    }
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Reads everything; where the first spoiled frame is. */
  Optional<Position> check(Checkpoint upTo, Consumer<AuditEntry> audit, BooleanSupplier stopped) {
    Runnable ask =
        () -> {
          if (stopped.getAsBoolean()) {
            throw new Stopped();
          }
        };
    try (Segments own = files.get()) {
      if (own.load(upTo.segment()) instanceof Segments.Headers.Bad bad) {
        return Optional.of(new Position(bad.segment(), 0));
      }
      Scan scan =
          new Scan(
              own,
              Checkpoint.START,
              run -> ask.run(),
              e -> {
                ask.run();
                audit.accept(e);
              });
      return scan.run(Optional.of(upTo)) instanceof Scan.Result.Spoiled s
          ? Optional.of(new Position(s.segment(), s.offset()))
          : Optional.empty();
    } catch (Stopped e) {
      return Optional.empty();
    } catch (IOException e) {
      throw SegmentJournal.fault(e);
    }
  }
}
