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
import org.sala.domain.RevisionId;
import org.sala.domain.wire.AuditWire;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.RevisionWire;

/** Puts frames together into runs; one without its commit is not given out. */
final class ChangeReader {
  private final Frames frames;
  private final boolean giving;

  /**
   * @param giving false where changes are only counted: their frames are checked as ever, but what
   *     they say is not read
   */
  ChangeReader(Frames frames, boolean giving) {
    this.frames = frames;
    this.giving = giving;
  }

  /**
   * One commit's worth: a run of changes, audit entries, or what programs share.
   *
   * @param changes empty where they are only counted
   */
  record Commit(
      List<Raw> changes, int count, List<AuditEntry> audit, List<byte[]> state, Behind after) {}

  /** A change without its sequence in the journal. */
  record Raw(Change change, List<Position> pieces) {}

  /** Where the frames stand behind a commit. */
  record Behind(Position at, long sequence, byte[] hash) {

    /**
     * Returns this place as a checkpoint for another reading.
     *
     * @param last sequence of the last change
     */
    Checkpoint checkpoint(long last) {
      return new Checkpoint(at.segment(), at.offset(), last, sequence, hash);
    }
  }

  Optional<Commit> next() throws IOException {
    List<Raw> changes = new ArrayList<>();
    List<AuditEntry> audit = new ArrayList<>();
    List<byte[]> state = new ArrayList<>();
    long began = frames.sequence();
    int count = 0;
    try {
      for (Optional<Frames.Read> read = frames.next(); read.isPresent(); read = frames.next()) {
        byte[] body = read.get().body().orElse(new byte[0]);
        switch (read.get().frame().type()) {
          case HEADER -> {
            Header header = header(body);
            if (giving) {
              Optional<Raw> change = change(header);
              if (change.isEmpty()) {
                return Optional.empty();
              }
              changes.add(change.get());
            } else if (!passed(header)) {
              return Optional.empty();
            }
            count++;
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
                    count,
                    audit,
                    state,
                    new Behind(frames.behind(), frames.sequence(), frames.previous())));
          }
          case STATE -> state.add(body);
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

  /** A change's header with the signature over it. */
  private record Header(ChangeHeader header, byte[] signature) {}

  private static Header header(byte[] body) {
    ByteBuffer in = ByteBuffer.wrap(body);
    byte[] signature = new byte[Short.toUnsignedInt(in.getShort())];
    in.get(signature);
    byte[] bytes = new byte[in.remaining()];
    in.get(bytes);
    return new Header(ChangeWire.readHeader(bytes), signature);
  }

  /** Reads the change of a header; empty where its revisions do not follow. */
  private Optional<Raw> change(Header h) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    List<Position> places = new ArrayList<>();
    for (RevisionId id : h.header().revisions()) {
      Optional<Frames.Read> read = revision();
      if (read.isEmpty()) {
        return Optional.empty();
      }
      byte[] bytes = read.get().body().orElse(new byte[0]);
      // An empty body stands for a piece that was kept back before it came here.
      pieces.add(
          bytes.length == 0 ? new Piece.Withheld(id) : new Piece.Whole(RevisionWire.read(bytes)));
      places.add(read.get().at());
    }
    return Optional.of(new Raw(new Change(h.header(), h.signature(), pieces), places));
  }

  /** Goes over the revisions of a change; false where they do not follow. */
  private boolean passed(Header h) throws IOException {
    for (int i = 0; i < h.header().revisions().size(); i++) {
      if (revision().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private Optional<Frames.Read> revision() throws IOException {
    return frames.next().filter(r -> r.frame().type() == Frame.Type.REVISION);
  }
}
