package org.sala.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.sala.crypto.Aead;
import org.sala.crypto.Sha256;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.Piece;
import org.sala.domain.Revision;

/** Seals the frames of runs, each over the hash of the one before; where they go is not its own. */
final class FrameChain {
  private static final UUID NONE = new UUID(0, 0);

  /** Takes frames in their order. */
  interface To {
    void frame(Frame frame, byte[] clear, byte[] sealed) throws IOException;
  }

  private final SegmentKeys keys;
  private final To to;
  private long frame;
  private long runBegan;
  private byte[] hash;

  /**
   * @param frame sequence of the first frame
   * @param hash that it names as its previous one's
   */
  FrameChain(SegmentKeys keys, long frame, byte[] hash, To to) {
    this.keys = keys;
    this.to = to;
    this.frame = frame;
    this.runBegan = frame;
    this.hash = hash;
  }

  /** The first frame of a change; its pieces follow. */
  void header(Change change) throws IOException {
    byte[] signature = change.signature();
    byte[] header = change.header().bytes();
    seal(
        Frame.Type.HEADER,
        0,
        NONE,
        keys::seal,
        ByteBuffer.allocate(2 + signature.length + header.length)
            .putShort((short) signature.length)
            .put(signature)
            .put(header)
            .array());
  }

  void piece(Piece piece) throws IOException {
    switch (piece) {
      case Piece.Whole w -> revision(w.revision());
      case Piece.Withheld w -> seal(Frame.Type.REVISION, 0, NONE, keys::seal, new byte[0]);
    }
  }

  private void revision(Revision r) throws IOException {
    ScopeKeyring.Wanted scope = new ScopeKeyring.Wanted(r.scope(), r.compartment());
    seal(
        Frame.Type.REVISION,
        r.compartment().ordinal(),
        r.scope().value(),
        (nonce, clear, body) ->
            keys.seal(scope, nonce, clear, body)
                .orElseThrow(() -> new JournalFault(JournalFault.Code.NO_KEY, "scope key")),
        r.bytes());
  }

  void audit(AuditEntry entry) throws IOException {
    seal(
        Frame.Type.AUDIT,
        0,
        NONE,
        keys::seal,
        ByteBuffer.allocate(entry.mac().length + entry.bytes().length)
            .put(entry.mac())
            .put(entry.bytes())
            .array());
  }

  /** What programs share; what it says is theirs. */
  void state(byte[] content) throws IOException {
    seal(Frame.Type.STATE, 0, NONE, keys::seal, content);
  }

  /** Ends the run; the next one begins behind it. */
  void commit() throws IOException {
    seal(Frame.Type.COMMIT, 0, NONE, keys::seal, ByteBuffer.allocate(8).putLong(runBegan).array());
    runBegan = frame;
  }

  /** With the key that is a frame's. */
  private interface Sealing {
    byte[] seal(byte[] nonce, byte[] clear, byte[] body);
  }

  private void seal(Frame.Type type, int compartment, UUID scope, Sealing key, byte[] body)
      throws IOException {
    if (body.length > Frame.LARGEST_BODY - Aead.TAG) {
      throw new JournalFault(JournalFault.Code.IO, "a frame is too large");
    }
    Frame made = new Frame(body.length + Aead.TAG, type, compartment, frame, scope, hash);
    byte[] clear = made.clear();
    byte[] sealed = key.seal(SegmentKeys.nonce(frame), clear, body);
    to.frame(made, clear, sealed);
    hash = Sha256.of(clear, sealed);
    frame++;
  }

  /** Sequence that the next frame will have. */
  long next() {
    return frame;
  }

  /** Hash of the last frame. */
  byte[] hash() {
    return hash;
  }
}
