package org.sala.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sala.crypto.Sha256;
import org.sala.domain.AuditEntry;

/** One passage over a journal in a table: gives out its commits as long as all is whole. */
final class Passage {
  private final TableFrames frames;
  private final ChangeReader reader;
  private Checkpoint at;

  /**
   * Reads behind a place.
   *
   * @param upTo sequence of the first frame that is not read
   */
  Passage(FrameRows table, TableSegments segments, Checkpoint from, long upTo) {
    this.frames = new TableFrames(table, segments, from, upTo);
    this.reader = new ChangeReader(frames, true);
    this.at = from;
  }

  /** What came of a passage. */
  sealed interface Result {
    record Whole(Checkpoint end) implements Result {}

    /** The first frame that is not as it was written. */
    record Spoiled(Position at) implements Result {}
  }

  Result read(
      Consumer<List<Committed>> changes, Consumer<AuditEntry> audit, Consumer<Checkpoint> passed) {
    return read(changes, audit, state -> {}, passed);
  }

  Result read(
      Consumer<List<Committed>> changes,
      Consumer<AuditEntry> audit,
      Consumer<byte[]> state,
      Consumer<Checkpoint> passed) {
    try {
      for (Optional<ChangeReader.Commit> commit = reader.next();
          commit.isPresent();
          commit = reader.next()) {
        List<Committed> run = new ArrayList<>();
        long last = at.last();
        for (ChangeReader.Raw raw : commit.get().changes()) {
          run.add(new Committed(raw.change(), ++last, raw.pieces()));
        }
        at = commit.get().after().checkpoint(last);
        passed.accept(at);
        if (!run.isEmpty()) {
          changes.accept(run);
        }
        commit.get().audit().forEach(audit);
        commit.get().state().forEach(state);
      }
    } catch (IOException e) {
      throw new JournalFault(JournalFault.Code.IO, e);
    } catch (JournalFault e) {
      if (e.code() != JournalFault.Code.DAMAGED) {
        throw e;
      }
      return new Result.Spoiled(frames.behind());
    }
    // A run is added whole: what has no commit is not torn, but cut.
    return frames.isAtEnd() && at.nextFrame() == frames.sequence()
        ? new Result.Whole(at)
        : new Result.Spoiled(frames.behind());
  }

  static byte[] hash(FrameRows.Row row) {
    return Sha256.of(row.clear(), row.sealed());
  }
}
