package org.sala.journal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sala.domain.AuditEntry;

/**
 * Reads a journal again, with files and positions of its own: what is written meanwhile neither
 * waits nor is looked at.
 */
final class Rereading {
  private final Supplier<Segments> files;
  private final Places places;

  /**
   * @param files the journal's segments, opened anew
   */
  Rereading(Supplier<Segments> files, Places places) {
    this.files = files;
    this.places = places;
  }

  /** Changes with a greater sequence than {@code after}, in runs of bounded size. */
  void changes(long after, Checkpoint upTo, Consumer<List<Committed>> to) {
    Checkpoint from = places.before(after);
    if (!from.isSamePlace(upTo)) {
      Slices.through(slice -> slices(from, after, upTo, slice), to);
    }
  }

  private void slices(Checkpoint from, long after, Checkpoint upTo, Consumer<List<Committed>> to) {
    Cutting cutting = new Cutting(after, to);
    through(from, upTo, own -> new Scan(own, from, cutting, e -> {}));
    cutting.end();
  }

  void audit(Checkpoint upTo, Consumer<AuditEntry> to) {
    through(Checkpoint.START, upTo, own -> Scan.ofAudit(own, Checkpoint.START, to));
  }

  void recentAudit(Checkpoint upTo, Consumer<AuditEntry> to) {
    Checkpoint from = places.opened();
    through(from, upTo, own -> Scan.ofAudit(own, from, to));
  }

  /** Hands over the files as they lie; what was handed over is whole, or this ends with a fault. */
  void copy(Checkpoint upTo, SegmentCopy to) {
    through(Checkpoint.START, upTo, own -> Scan.copying(own, to, upTo));
  }

  /** What it gives out is whole, or it ends with a fault. */
  private void through(Checkpoint from, Checkpoint upTo, Function<Segments, Scan> scanning) {
    if (from.isSamePlace(upTo)) {
      return;
    }
    Places.Passage passage = places.passage();
    try (Segments own = files.get()) {
      if (!(own.load(from.segment(), upTo.segment()) instanceof Segments.Headers.Good)
          || scanning.apply(own).passing(passage::passed).run(Optional.of(upTo))
              instanceof Scan.Result.Spoiled) {
        throw new JournalFault(JournalFault.Code.DAMAGED, "a segment is spoiled");
      }
      passage.whole();
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
      if (own.load(0, upTo.segment()) instanceof Segments.Headers.Bad bad) {
        return Optional.of(new Position(bad.segment(), 0));
      }
      Places.Passage passage = places.passage();
      Scan scan =
          new Scan(
                  own,
                  Checkpoint.START,
                  run -> ask.run(),
                  e -> {
                    ask.run();
                    audit.accept(e);
                  })
              .passing(passage::passed);
      if (scan.run(Optional.of(upTo)) instanceof Scan.Result.Spoiled s) {
        return Optional.of(new Position(s.segment(), s.offset()));
      }
      passage.whole();
      return Optional.empty();
    } catch (Stopped e) {
      return Optional.empty();
    } catch (IOException e) {
      throw SegmentJournal.fault(e);
    }
  }
}
