package org.sala.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.sala.crypto.Secret;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.Piece;

/**
 * Appends runs of frames to one new segment. A run's frames are gathered and written at its commit.
 */
final class SegmentWriter {
  /** Bytes after which the next run begins a new segment. */
  static final long ROLL = 64L << 20;

  /**
   * Zeros that are written ahead of small runs: a sync then waits for the bytes alone, where a file
   * that grows also waits for the file system's own journal.
   */
  static final int AHEAD = 128 << 10;

  private final FileChannel file;
  private final FrameChain frames;
  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
  private final int segment;
  private long committed;
  private long reserved;

  SegmentWriter(FileChannel file, SegmentHeader header, SegmentKeys keys, Secret workspace)
      throws IOException {
    this.file = file;
    this.frames =
        new FrameChain(
            keys,
            header.firstSequence(),
            header.hash(workspace),
            (frame, clear, body) -> {
              gathered.write(clear);
              gathered.write(body);
            });
    this.segment = header.number();
    write(header.write(workspace), 0);
    // Synced before any frame: a bad header with frames behind it is damage, never a power cut.
    file.force(true);
    this.committed = SegmentHeader.LENGTH;
    this.reserved = committed;
  }

  /** Adds a change; returns where its pieces will stand. */
  List<Position> change(Change change) throws IOException {
    frames.header(change);
    List<Position> places = new ArrayList<>();
    for (Piece piece : change.pieces()) {
      places.add(new Position(segment, committed + gathered.size()));
      frames.piece(piece);
    }
    return places;
  }

  void audit(AuditEntry entry) throws IOException {
    frames.audit(entry);
  }

  /** Writes what was gathered, with its commit frame. */
  void finish() throws IOException {
    frames.commit();
    write(gathered.toByteArray(), committed);
    long end = committed + gathered.size();
    if (end > reserved && gathered.size() < AHEAD / 4) {
      reserve(end);
    }
  }

  private void reserve(long from) throws IOException {
    try {
      write(new byte[AHEAD], from);
      reserved = from + AHEAD;
    } catch (IOException e) {
      // No room for what would make the next runs quicker; this one is there.
      file.truncate(from);
    }
  }

  /**
   * Waits until the disk has what was finished.
   *
   * @param last sequence of the last change behind it
   */
  Checkpoint commit(long last) throws IOException {
    Checkpoint end =
        new Checkpoint(segment, committed + gathered.size(), last, frames.next(), frames.hash());
    // The bytes and the length that they need; when the file was touched matters to nobody.
    file.force(false);
    committed = end.offset();
    gathered.reset();
    return end;
  }

  private void write(byte[] bytes, long at) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      file.write(buffer, at + buffer.position());
    }
  }

  /**
   * Cuts off what a failed run left, as far as the disk lets us: the reader ignores it in any case.
   * Nothing more is written to it.
   */
  void abandon() {
    try (file) {
      file.truncate(committed);
      reserved = committed;
      file.force(true);
    } catch (IOException e) {
      // The disk refuses even this; the torn run has no commit and counts for nothing.
      gathered.reset();
    }
  }

  /** Nothing more is written to it: takes back what was reserved and not used. */
  void end() {
    try (file) {
      if (reserved > committed) {
        file.truncate(committed);
      }
    } catch (IOException e) {
      // The zeros stay behind the last commit; every reader passes over them.
      reserved = committed;
    }
  }

  long size() {
    return committed;
  }
}
