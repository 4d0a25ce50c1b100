package org.sala.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Sha256;
import org.sala.domain.AuditEntry;

/** One passage over a journal, from a checkpoint on: gives out commits, tells tears from damage. */
final class Scan {
  private static final int COMMIT_SEALED = 8 + 16;
  private static final int COMMIT_LENGTH = Frame.CLEAR + COMMIT_SEALED;

  private final Segments segments;
  private final Consumer<List<Committed>> changes;
  private final Consumer<AuditEntry> audit;
  private final boolean giving;
  private Consumer<Checkpoint> passed = place -> {};
  private @Nullable Passed copy;
  private Checkpoint at;
  private long torn;

  Scan(
      Segments segments,
      Checkpoint from,
      Consumer<List<Committed>> changes,
      Consumer<AuditEntry> audit) {
    this(segments, from, changes, audit, true);
  }

  private Scan(
      Segments segments,
      Checkpoint from,
      Consumer<List<Committed>> changes,
      Consumer<AuditEntry> audit,
      boolean giving) {
    this.segments = segments;
    this.at = from;
    this.changes = changes;
    this.audit = audit;
    this.giving = giving;
  }

  /** A passage for the audit alone: changes are checked like everything else, and not read. */
  static Scan ofAudit(Segments segments, Checkpoint from, Consumer<AuditEntry> audit) {
    return new Scan(segments, from, run -> {}, audit, false);
  }

  /** A passage that is there to copy: all is checked and nothing is read. */
  static Scan copying(Segments segments, SegmentCopy to, Checkpoint upTo) {
    Scan scan = new Scan(segments, Checkpoint.START, run -> {}, e -> {}, false);
    scan.copy = new Passed(to, upTo);
    return scan;
  }

  /** Makes this passage tell of each commit that it has passed. */
  Scan passing(Consumer<Checkpoint> places) {
    passed = places;
    return this;
  }

  /** What came of a scan. */
  sealed interface Result {
    /**
     * Everything reads.
     *
     * @param tornBytes behind last commits, of runs that were never acknowledged
     */
    record Whole(Checkpoint end, long tornBytes) implements Result {}

    record Spoiled(int segment, long offset) implements Result {}
  }

  /**
   * Reads on to the end.
   *
   * @param end where to stop; empty to find out
   */
  Result run(Optional<Checkpoint> end) throws IOException {
    List<Segments.Segment> all =
        segments.all().stream().filter(s -> s.number() >= at.segment()).toList();
    if (at.segment() > 0) {
      if (all.isEmpty() || all.getFirst().number() != at.segment() || !startStands()) {
        return new Result.Spoiled(at.segment(), at.offset());
      }
    }
    for (int i = 0; i < all.size(); i++) {
      Segments.Segment segment = all.get(i);
      boolean begun = segment.number() == at.segment();
      if (!begun && !at.isFollowedBy(segment.header())) {
        return new Result.Spoiled(segment.number(), 0);
      }
      Optional<SegmentHeader> next =
          i + 1 < all.size() ? Optional.of(all.get(i + 1).header()) : Optional.empty();
      FileChannel channel = segments.channel(segment.number());
      if (copy != null) {
        copy.begin(segment.number(), channel);
      }
      long stop = read(segment, channel, begun, next, end);
      long left = channel.size() - stop;
      boolean tail = next.isEmpty() && end.isEmpty();
      if (next.isPresent() && !at.isFollowedBy(next.get())
          || tail && left > 0 && wasFollowed(segment, channel, stop)) {
        return new Result.Spoiled(segment.number(), stop);
      }
      torn += left;
      if (copy != null) {
        copy.end(channel);
      }
    }
    return end.isPresent() && !end.get().isSamePlace(at)
        ? new Result.Spoiled(at.segment(), at.offset())
        : new Result.Whole(at, torn);
  }

  /** Whether the commit that the checkpoint names still stands before it. */
  private boolean startStands() throws IOException {
    byte[] commit =
        SegmentReader.bytes(
            segments.channel(at.segment()), at.offset() - COMMIT_LENGTH, COMMIT_LENGTH);
    return commit.length == COMMIT_LENGTH && Arrays.equals(Sha256.of(commit), at.hash());
  }

  /**
   * Reads a segment's commits, as far as the next one says they count; returns where it stopped.
   */
  private long read(
      Segments.Segment segment,
      FileChannel channel,
      boolean begun,
      Optional<SegmentHeader> next,
      Optional<Checkpoint> end)
      throws IOException {
    long stop = begun ? at.offset() : SegmentHeader.LENGTH;
    ChangeReader reader =
        new ChangeReader(
            begun
                ? new SegmentReader(channel, segment.header(), segment.keys(), at)
                : new SegmentReader(channel, segment.header(), segment.keys(), segment.headerHash())
                    .handing(copy),
            giving);
    while (!(next.isPresent() && at.isFollowedBy(next.get()))
        && !(end.isPresent() && end.get().isSamePlace(at))) {
      Optional<ChangeReader.Commit> commit = reader.next();
      if (commit.isEmpty()) {
        return stop;
      }
      List<Committed> run = new ArrayList<>();
      long last = at.last();
      for (ChangeReader.Raw raw : commit.get().changes()) {
        run.add(new Committed(raw.change(), ++last, raw.pieces()));
      }
      last = at.last() + commit.get().count();
      at = commit.get().after().checkpoint(last);
      passed.accept(at);
      stop = at.offset();
      if (!run.isEmpty()) {
        changes.accept(run);
      }
      commit.get().audit().forEach(audit);
    }
    return stop;
  }

  /**
   * Whether an acknowledged run lies behind a bad frame of the last segment. A power cut can leave
   * the commit of the one run that was not acknowledged, which is the run that the bad frame is in;
   * the commit of a later run says that this one was acknowledged, and is now damaged.
   */
  private boolean wasFollowed(Segments.Segment segment, FileChannel channel, long from)
      throws IOException {
    byte[] tail =
        SegmentReader.bytes(channel, from, (int) Math.min(channel.size() - from, 64 << 20));
    for (int i = 0; i + COMMIT_LENGTH <= tail.length; i++) {
      if (tail[i + 3] != COMMIT_SEALED || tail[i + 4] != Frame.Type.COMMIT.ordinal()) {
        continue;
      }
      byte[] clear = Arrays.copyOfRange(tail, i, i + Frame.CLEAR);
      Optional<Frame> frame = Frame.of(clear);
      if (frame.isEmpty() || frame.get().sealedLength() != COMMIT_SEALED) {
        continue;
      }
      byte[] sealed = Arrays.copyOfRange(tail, i + Frame.CLEAR, i + COMMIT_LENGTH);
      try {
        Optional<byte[]> began = SegmentReader.open(segment.keys(), frame.get(), clear, sealed);
        if (began.isPresent() && ByteBuffer.wrap(began.get()).getLong() > at.nextFrame()) {
          return true;
        }
      } catch (NotAuthenticException e) {
        continue;
      }
    }
    return false;
  }
}
