package org.sala.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sala.crypto.Secret;

/**
 * Carries a whole journal into a table as it is, byte for byte: the same frames under the same keys
 * and in the same chain. It is read through before, and what lies there is read through afterwards.
 * Broken off anywhere it goes on where it stopped, for what is there is a beginning of what comes.
 */
public final class FrameCopy {
  /** Frames that go in one transaction, with those up to the end of their run. */
  private static final int AT_ONCE = 2_000;

  private final Secret workspace;
  private final ScopeKeyring keyring;

  /**
   * Reads with an officer's keys; frames of a compartment that they do not open are held to the
   * chain alone.
   */
  public FrameCopy(Secret workspace, ScopeKeyring keyring) {
    this.workspace = workspace;
    this.keyring = keyring;
  }

  /** Hears how many frames are done; false stops it. */
  public interface Steps {
    boolean goOn(long frames, long of);
  }

  /** What came of copying frames. */
  public sealed interface Outcome {
    /** All of it lies there, and reads to the same end. */
    record Copied(Checkpoint end) implements Outcome {}

    /** What was to be carried is not as it was written; nothing was carried. */
    record Damaged(Position at) implements Outcome {}

    record TooNew() implements Outcome {}

    /** What lies in the table is no beginning of it; nothing was changed. */
    record Differs() implements Outcome {}

    /** What was carried so far stays, and the next time goes on behind it. */
    record Stopped() implements Outcome {}
  }

  /**
   * Carries the frames over.
   *
   * @param seen hears of every change while the journal is read through, in order, before anything
   *     is carried
   */
  public Outcome copy(FrameRows from, FrameTable to, Consumer<List<Committed>> seen, Steps steps) {
    FrameRows.End end = from.end();
    Outcome read = read(from, end, seen);
    if (!(read instanceof Outcome.Copied)) {
      return read;
    }
    FrameRows.End there = to.end();
    if (!begins(there, from)) {
      return new Outcome.Differs();
    }
    while (there.nextFrame() < end.nextFrame()) {
      Optional<FrameTable.Added> run = run(from, to, there, end);
      if (run.isEmpty()) {
        return new Outcome.Damaged(new Position(there.segment(), there.nextFrame()));
      }
      FrameRows.End behind = there;
      to.append(
          now -> {
            if (now.nextFrame() != behind.nextFrame()
                || !Arrays.equals(now.hash(), behind.hash())) {
              throw new JournalFault(JournalFault.Code.COPY, "somebody else writes there");
            }
            return run.get();
          });
      there = run.get().end();
      if (!steps.goOn(there.nextFrame() - 1, end.nextFrame() - 1)) {
        return new Outcome.Stopped();
      }
    }
    return read(to, end, nothing -> {});
  }

  /** Reads all of it and finds it whole, or says what it is. */
  private Outcome read(FrameRows rows, FrameRows.End end, Consumer<List<Committed>> seen) {
    try (TableSegments segments = new TableSegments(rows, workspace, keyring)) {
      return read(rows, segments, end, seen);
    }
  }

  private static Outcome read(
      FrameRows rows, TableSegments segments, FrameRows.End end, Consumer<List<Committed>> seen) {
    Passage.Result result =
        new Passage(rows, segments, Checkpoint.START, end.nextFrame()).read(seen, e -> {}, c -> {});
    if (segments.isTooNew()) {
      return new Outcome.TooNew();
    }
    return switch (result) {
      case Passage.Result.Spoiled spoiled -> new Outcome.Damaged(spoiled.at());
      case Passage.Result.Whole whole ->
          whole.end().last() == end.last() && Arrays.equals(whole.end().hash(), end.hash())
              ? new Outcome.Copied(whole.end())
              : new Outcome.Damaged(new Position(end.segment(), end.nextFrame() - 1));
    };
  }

  /** Whether what lies there is how this one begins; a hash stands for all before it. */
  private static boolean begins(FrameRows.End there, FrameRows all) {
    if (there.nextFrame() == 1) {
      return true;
    }
    return there.nextFrame() <= all.end().nextFrame()
        && all.row(there.nextFrame() - 1)
            .filter(r -> Arrays.equals(Passage.hash(r), there.hash()))
            .isPresent();
  }

  /** The next frames up to the end of a run; empty where no run ends any more. */
  private static Optional<FrameTable.Added> run(
      FrameRows from, FrameTable to, FrameRows.End there, FrameRows.End end) {
    List<FrameRows.Row> rows = new ArrayList<>();
    int whole = 0;
    while (whole == 0) {
      List<FrameRows.Row> more = from.rows(there.nextFrame() + rows.size(), AT_ONCE);
      if (more.isEmpty()) {
        return Optional.empty();
      }
      rows.addAll(more);
      for (int i = rows.size(); whole == 0 && i > 0; i--) {
        whole = type(rows.get(i - 1)) == Frame.Type.COMMIT ? i : 0;
      }
    }
    List<FrameRows.Row> run = rows.subList(0, whole);
    Map<Integer, byte[]> headers = new HashMap<>();
    int segment = there.segment();
    long last = there.last();
    for (FrameRows.Row row : run) {
      segment = Math.max(segment, row.segment());
      last += type(row) == Frame.Type.HEADER ? 1 : 0;
      if (!headers.containsKey(row.segment()) && to.header(row.segment()).isEmpty()) {
        from.header(row.segment()).ifPresent(h -> headers.put(row.segment(), h));
      }
    }
    FrameRows.Row behind = run.getLast();
    boolean all = behind.sequence() + 1 == end.nextFrame();
    return Optional.of(
        new FrameTable.Added(
            headers,
            run,
            new FrameRows.End(
                all ? Math.max(segment, end.segment()) : segment,
                behind.sequence() + 1,
                last,
                Passage.hash(behind))));
  }

  private static Frame.Type type(FrameRows.Row row) {
    return Frame.of(row.clear())
        .map(Frame::type)
        .orElseThrow(() -> new JournalFault(JournalFault.Code.DAMAGED, "no frame there"));
  }
}
