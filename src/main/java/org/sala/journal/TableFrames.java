package org.sala.journal;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Sha256;

/**
 * Reads the frames of a table in their order, whichever segments they belong to, and stops at the
 * first that is not as it was written. A frame names the one before it; the first of a segment
 * names the segment's header, and the header the frame before that.
 */
final class TableFrames implements Frames {
  /** Frames that are asked for at once. */
  private static final int WINDOW = 2_000;

  private final FrameRows table;
  private final TableSegments segments;
  private final long end;
  private Iterator<FrameRows.Row> window = List.<FrameRows.Row>of().iterator();
  private long sequence;
  private byte[] previous;
  private int segment;

  /**
   * Reads behind a place.
   *
   * @param end sequence of the first frame that is not read any more
   */
  TableFrames(FrameRows table, TableSegments segments, Checkpoint from, long end) {
    this.table = table;
    this.segments = segments;
    this.sequence = from.nextFrame();
    this.previous = from.hash();
    this.segment = from.segment();
    this.end = end;
  }

  @Override
  public Optional<Read> next() {
    if (sequence >= end) {
      return Optional.empty();
    }
    if (!window.hasNext()) {
      window = table.rows(sequence, WINDOW).iterator();
      if (!window.hasNext()) {
        return Optional.empty();
      }
    }
    FrameRows.Row row = window.next();
    if (row.sequence() != sequence || row.clear().length != Frame.CLEAR) {
      return Optional.empty();
    }
    Optional<Frame> parsed = Frame.of(row.clear());
    Optional<TableSegments.Segment> of = segments.find(row.segment());
    if (parsed.isEmpty() || of.isEmpty() || !isBehind(parsed.get(), of.get())) {
      return Optional.empty();
    }
    Frame frame = parsed.get();
    if (frame.sequence() != sequence || frame.sealedLength() != row.sealed().length) {
      return Optional.empty();
    }
    Optional<byte[]> body;
    try {
      body = SegmentReader.open(of.get().keys(), frame, row.clear(), row.sealed());
    } catch (NotAuthenticException e) {
      return Optional.empty();
    }
    Position at = new Position(row.segment(), sequence);
    previous = Sha256.of(row.clear(), row.sealed());
    segment = row.segment();
    sequence++;
    return Optional.of(new Read(frame, at, body));
  }

  private boolean isBehind(Frame frame, TableSegments.Segment of) {
    return of.header().firstSequence() == sequence
        ? Arrays.equals(of.header().previous(), previous)
            && Arrays.equals(frame.previous(), of.headerHash())
        : Arrays.equals(frame.previous(), previous);
  }

  /** Returns whether the reading came to the journal's end, and not to a bad frame. */
  boolean isAtEnd() {
    return sequence >= end;
  }

  @Override
  public Position behind() {
    return new Position(segment, sequence);
  }

  @Override
  public long sequence() {
    return sequence;
  }

  @Override
  public byte[] previous() {
    return previous;
  }
}
