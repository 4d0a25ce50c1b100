package org.sala.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sala.crypto.Aead;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.Piece;
import org.sala.domain.Revision;

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

  private static final UUID NONE = new UUID(0, 0);

  private final FileChannel file;
  private final SegmentKeys keys;
  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
  private final int segment;
  private long committed;
  private long reserved;
  private long frame;
  private long runBegan;
  private byte[] hash;

  SegmentWriter(FileChannel file, SegmentHeader header, SegmentKeys keys, Secret workspace)
      throws IOException {
    this.file = file;
    this.keys = keys;
    this.segment = header.number();
    this.frame = header.firstSequence();
    this.runBegan = frame;
    this.hash = header.hash(workspace);
    write(header.write(workspace), 0);
    // Synced before any frame: a bad header with frames behind it is damage, never a power cut.
    file.force(true);
    this.committed = SegmentHeader.LENGTH;
    this.reserved = committed;
  }

  /** Adds a change; returns where its pieces will stand. */
  List<Position> change(Change change) throws IOException {
    byte[] signature = change.signature();
    byte[] header = change.header().bytes();
    frame(
        Frame.Type.HEADER,
        0,
        NONE,
        keys.own(),
        ByteBuffer.allocate(2 + signature.length + header.length)
            .putShort((short) signature.length)
            .put(signature)
            .put(header)
            .array());
    List<Position> places = new ArrayList<>();
    for (Piece piece : change.pieces()) {
      places.add(new Position(segment, committed + gathered.size()));
      switch (piece) {
        case Piece.Whole w -> revision(w.revision());
        case Piece.Withheld w -> frame(Frame.Type.REVISION, 0, NONE, keys.own(), new byte[0]);
      }
    }
    return places;
  }

  private void revision(Revision r) throws IOException {
    Aead aead =
        keys.scope(r.scope(), r.compartment())
            .orElseThrow(() -> new JournalFault(JournalFault.Code.NO_KEY, "scope key"));
    frame(Frame.Type.REVISION, r.compartment().ordinal(), r.scope().value(), aead, r.bytes());
  }

  void audit(AuditEntry entry) throws IOException {
    frame(
        Frame.Type.AUDIT,
        0,
        NONE,
        keys.own(),
        ByteBuffer.allocate(entry.mac().length + entry.bytes().length)
            .put(entry.mac())
            .put(entry.bytes())
            .array());
  }

  private void frame(Frame.Type type, int compartment, UUID scope, Aead aead, byte[] body)
      throws IOException {
    if (body.length > Frame.LARGEST_BODY - Aead.TAG) {
      throw new JournalFault(JournalFault.Code.IO, "a frame is too large");
    }
    byte[] clear = new Frame(body.length + Aead.TAG, type, compartment, frame, scope, hash).clear();
    byte[] sealed = aead.seal(SegmentKeys.nonce(frame), clear, body);
    gathered.write(clear);
    gathered.write(sealed);
    hash = Sha256.of(clear, sealed);
    frame++;
  }

  /** Writes what was gathered, with its commit frame. */
  void finish() throws IOException {
    frame(Frame.Type.COMMIT, 0, NONE, keys.own(), ByteBuffer.allocate(8).putLong(runBegan).array());
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
    // The bytes and the length that they need; when the file was touched matters to nobody.
    file.force(false);
    committed += gathered.size();
    gathered.reset();
    runBegan = frame;
    return new Checkpoint(segment, committed, last, frame, hash);
  }

  private void write(byte[] bytes, long at) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      file.write(buffer, at + buffer.position());
    }
  }

  /**
   * Cuts off what a failed run left, as far as the disk lets us: the reader ignores it in any case.
   */
  void abandon() {
    try {
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
    try {
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
