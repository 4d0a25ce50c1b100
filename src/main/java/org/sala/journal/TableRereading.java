package org.sala.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sala.crypto.NotAuthenticException;
import org.sala.domain.AuditEntry;
import org.sala.domain.DomainFault;
import org.sala.domain.Revision;
import org.sala.domain.wire.RevisionWire;

/** Reads again what a journal in a table holds, beside whoever writes. */
final class TableRereading {
  private final FrameTable table;
  private final TableSegments segments;
  private final Supplier<TableSegments> afresh;

  /**
   * Reads with keys that are known, and checks with none.
   *
   * @param afresh segments of which nothing is known yet
   */
  TableRereading(FrameTable table, TableSegments segments, Supplier<TableSegments> afresh) {
    this.table = table;
    this.segments = segments;
    this.afresh = afresh;
  }

  void replay(long after, Checkpoint from, Checkpoint upTo, Consumer<List<Committed>> to) {
    Slices.through(
        slice -> {
          Cutting cutting = new Cutting(after, slice);
          whole(again(from, upTo, cutting, e -> {}));
          cutting.end();
        },
        to);
  }

  void audit(Checkpoint from, Checkpoint upTo, Consumer<AuditEntry> to) {
    whole(again(from, upTo, r -> {}, to));
  }

  private Passage.Result again(
      Checkpoint from,
      Checkpoint upTo,
      Consumer<List<Committed>> changes,
      Consumer<AuditEntry> audit) {
    return new Passage(table, segments, from, upTo.nextFrame()).read(changes, audit, c -> {});
  }

  static Passage.Result.Whole whole(Passage.Result result) {
    if (result instanceof Passage.Result.Whole whole) {
      return whole;
    }
    throw damaged("a frame is spoiled");
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Reads every frame up to an end; where the first is that is not as it was written. */
  Optional<Position> check(Checkpoint upTo, Consumer<AuditEntry> audit, BooleanSupplier stopped) {
    Runnable ask =
        () -> {
          if (stopped.getAsBoolean()) {
            throw new Stopped();
          }
        };
    try (TableSegments own = afresh.get()) {
      Passage.Result result =
          new Passage(table, own, Checkpoint.START, upTo.nextFrame())
              .read(
                  run -> ask.run(),
                  e -> {
                    ask.run();
                    audit.accept(e);
                  },
                  c -> {});
      return switch (result) {
        case Passage.Result.Spoiled spoiled -> Optional.of(spoiled.at());
        case Passage.Result.Whole whole ->
            whole.end().isSamePlace(upTo)
                ? Optional.empty()
                : Optional.of(new Position(upTo.segment(), upTo.nextFrame() - 1));
      };
    } catch (Stopped e) {
      return Optional.empty();
    }
  }

  /** The revision whose frame it is; empty where its scope key is not held or was erased. */
  Optional<Revision> revision(Position at) {
    FrameRows.Row row =
        table
            .row(at.offset())
            .filter(r -> r.segment() == at.segment() && r.clear().length == Frame.CLEAR)
            .orElseThrow(() -> damaged("no frame there"));
    Frame frame =
        Frame.of(row.clear())
            .filter(f -> f.type() == Frame.Type.REVISION && f.sequence() == at.offset())
            .orElseThrow(() -> damaged("no revision there"));
    SegmentKeys keys =
        segments.find(at.segment()).orElseThrow(() -> damaged("no such segment")).keys();
    try {
      Optional<byte[]> body = SegmentReader.open(keys, frame, row.clear(), row.sealed());
      if (body.isEmpty()
          && table
              .row(at.offset() + 1)
              .flatMap(r -> Frame.of(r.clear()))
              .filter(f -> f.isBehind(row.clear(), row.sealed()))
              .isEmpty()) {
        throw damaged("its scope is not as it was written");
      }
      return body.filter(b -> b.length > 0).map(RevisionWire::read);
    } catch (NotAuthenticException | DomainFault e) {
      throw new JournalFault(JournalFault.Code.DIFFERS, e);
    }
  }

  private static JournalFault damaged(String what) {
    return new JournalFault(JournalFault.Code.DIFFERS, what);
  }
}
