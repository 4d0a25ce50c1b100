package org.sala.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.DomainFault;
import org.sala.domain.Piece;
import org.sala.domain.wire.AuditWire;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.RevisionWire;

/** Puts the frames of a segment together into runs; one without its commit is not given out. */
final class ChangeReader {
  private final SegmentReader frames;

  ChangeReader(SegmentReader frames) {
    this.frames = frames;
  }

  /** One commit's worth: a run of changes, or audit entries. */
  record Commit(List<Raw> changes, List<AuditEntry> audit, SegmentState after) {}

  /** A change without its sequence in the journal. */
  record Raw(Change change, List<Position> pieces) {}

  /** Where a segment stands behind a commit. */
  record SegmentState(long offset, long sequence, byte[] hash) {}

  Optional<Commit> next() throws IOException {
    List<Raw> changes = new ArrayList<>();
    List<AuditEntry> audit = new ArrayList<>();
    long began = frames.sequence();
    try {
      for (Optional<SegmentReader.Read> read = frames.next();
          read.isPresent();
          read = frames.next()) {
        byte[] body = read.get().body().orElse(new byte[0]);
        switch (read.get().frame().type()) {
          case HEADER -> {
            Optional<Raw> change = change(body);
            if (change.isEmpty()) {
              return Optional.empty();
            }
            changes.add(change.get());
          }
          case AUDIT -> {
            ByteBuffer in = ByteBuffer.wrap(body);
            byte[] mac = new byte[32];
            in.get(mac);
            byte[] entry = new byte[in.remaining()];
            in.get(entry);
            audit.add(AuditWire.read(entry, mac));
          }
          case COMMIT -> {
            if (ByteBuffer.wrap(body).getLong() != began) {
              return Optional.empty();
            }
            return Optional.of(
                new Commit(
                    changes,
                    audit,
                    new SegmentState(frames.offset(), frames.sequence(), frames.previous())));
          }
          case REVISION -> {
            return Optional.empty();
          }
        }
      }
    } catch (DomainFault | java.nio.BufferUnderflowException e) {
      throw new JournalFault(JournalFault.Code.DAMAGED, e);
    }
    return Optional.empty();
  }

  private Optional<Raw> change(byte[] body) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(body);
    byte[] signature = new byte[Short.toUnsignedInt(in.getShort())];
    in.get(signature);
    byte[] headerBytes = new byte[in.remaining()];
    in.get(headerBytes);
    ChangeHeader header = ChangeWire.readHeader(headerBytes);
    List<Piece> pieces = new ArrayList<>();
    List<Position> places = new ArrayList<>();
    for (int i = 0; i < header.revisions().size(); i++) {
      Optional<SegmentReader.Read> read = frames.next();
      if (read.isEmpty() || read.get().frame().type() != Frame.Type.REVISION) {
        return Optional.empty();
      }
      byte[] bytes = read.get().body().orElse(new byte[0]);
      // An empty body stands for a piece that was kept back before it came here.
      pieces.add(
          bytes.length == 0
              ? new Piece.Withheld(header.revisions().get(i))
              : new Piece.Whole(RevisionWire.read(bytes)));
      places.add(read.get().at());
    }
    return Optional.of(new Raw(new Change(header, signature, pieces), places));
  }
}
