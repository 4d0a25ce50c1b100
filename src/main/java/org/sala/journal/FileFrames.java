package org.sala.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.crypto.Secret;

/** The committed frames of segment files as rows, read one behind the other up to a checkpoint. */
final class FileFrames implements FrameRows {
  private static final long MOST_BYTES = 16L << 20;

  private final Segments files;
  private final List<Segments.Segment> segments;
  private final Secret workspace;
  private final Checkpoint upTo;
  private int at;
  private long offset = SegmentHeader.LENGTH;
  private long sequence = 1;

  /**
   * Reads segments whose headers were found good.
   *
   * @param files are closed with this
   */
  FileFrames(Segments files, Secret workspace, Checkpoint upTo) {
    this.files = files;
    this.segments = files.all();
    this.workspace = workspace;
    this.upTo = upTo;
  }

  @Override
  public End end() {
    return new End(upTo.segment(), upTo.nextFrame(), upTo.last(), upTo.hash());
  }

  @Override
  public List<Row> rows(long from, int most) {
    try {
      seek(from);
      List<Row> rows = new ArrayList<>();
      long bytes = 0;
      while (rows.size() < most && bytes < MOST_BYTES) {
        Optional<Row> row = next();
        if (row.isEmpty()) {
          break;
        }
        rows.add(row.get());
        bytes += row.get().sealed().length;
      }
      return rows;
    } catch (IOException e) {
      throw SegmentJournal.fault(e);
    }
  }

  /** What a failed sync left behind does not count: the next header says how far a segment does. */
  private long behind(int segment) {
    return segment + 1 < segments.size()
        ? segments.get(segment + 1).header().firstSequence()
        : upTo.nextFrame();
  }

  private void seek(long from) throws IOException {
    if (from == sequence) {
      return;
    }
    at = 0;
    while (at + 1 < segments.size() && behind(at) <= from) {
      at++;
    }
    offset = SegmentHeader.LENGTH;
    sequence = segments.isEmpty() ? from : segments.get(at).header().firstSequence();
    while (sequence < from && next().isPresent()) {
      // Passes over what lies before.
    }
  }

  /** The next frame; empty at the end, and where what lies there is none. */
  private Optional<Row> next() throws IOException {
    while (at + 1 < segments.size() && sequence >= behind(at)) {
      at++;
      offset = SegmentHeader.LENGTH;
    }
    if (at >= segments.size() || sequence >= upTo.nextFrame()) {
      return Optional.empty();
    }
    int number = segments.get(at).number();
    FileChannel channel = files.channel(number);
    byte[] clear = SegmentReader.bytes(channel, offset, Frame.CLEAR);
    Optional<Frame> frame = clear.length < Frame.CLEAR ? Optional.empty() : Frame.of(clear);
    if (frame.isEmpty() || frame.get().sequence() != sequence) {
      return Optional.empty();
    }
    byte[] sealed = SegmentReader.bytes(channel, offset + Frame.CLEAR, frame.get().sealedLength());
    if (sealed.length < frame.get().sealedLength()) {
      return Optional.empty();
    }
    offset += Frame.CLEAR + sealed.length;
    return Optional.of(new Row(sequence++, number, clear, sealed));
  }

  @Override
  public Optional<byte[]> header(int segment) {
    try {
      return files.find(segment).map(s -> s.header().write(workspace));
    } catch (IOException e) {
      throw SegmentJournal.fault(e);
    }
  }

  @Override
  public void close() {
    files.close();
  }
}
