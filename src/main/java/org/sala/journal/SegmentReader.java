package org.sala.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Sha256;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;

/**
 * Reads the frames of one segment in order and stops at the first that is not as it was written.
 */
final class SegmentReader implements Frames {
  /** Bytes read at once: most frames are small. */
  private static final int WINDOW = 256 << 10;

  private final FileChannel file;
  private final SegmentKeys keys;
  private final int segment;
  private long offset = SegmentHeader.LENGTH;
  private long sequence;
  private byte[] previous;
  private byte[] window = new byte[0];
  private long windowAt;
  private @Nullable Passed passed;

  SegmentReader(FileChannel file, SegmentHeader header, SegmentKeys keys, byte[] headerHash) {
    this.file = file;
    this.keys = keys;
    this.segment = header.number();
    this.sequence = header.firstSequence();
    this.previous = headerHash;
  }

  /** Goes on behind a commit. */
  SegmentReader(FileChannel file, SegmentHeader header, SegmentKeys keys, Checkpoint at) {
    this(file, header, keys, at.hash());
    this.offset = at.offset();
    this.sequence = at.nextFrame();
  }

  /** Makes this reader hand over the bytes of each good frame. */
  SegmentReader handing(@Nullable Passed to) {
    passed = to;
    return this;
  }

  @Override
  public Optional<Read> next() throws IOException {
    byte[] clear = bytes(offset, Frame.CLEAR);
    Optional<Frame> parsed = clear.length < Frame.CLEAR ? Optional.empty() : Frame.of(clear);
    if (parsed.isEmpty()
        || parsed.get().sequence() != sequence
        || !Arrays.equals(parsed.get().previous(), previous)) {
      return Optional.empty();
    }
    Frame frame = parsed.get();
    byte[] sealed = bytes(offset + Frame.CLEAR, frame.sealedLength());
    if (sealed.length < frame.sealedLength()) {
      return Optional.empty();
    }
    Optional<byte[]> body;
    try {
      body = open(keys, frame, clear, sealed);
    } catch (NotAuthenticException e) {
      return Optional.empty();
    }
    if (passed != null) {
      passed.frame(clear, sealed);
    }
    Position at = new Position(segment, offset);
    previous = Sha256.of(clear, sealed);
    sequence++;
    offset += Frame.CLEAR + frame.sealedLength();
    return Optional.of(new Read(frame, at, body));
  }

  static Optional<byte[]> open(SegmentKeys keys, Frame frame, byte[] clear, byte[] sealed)
      throws NotAuthenticException {
    byte[] nonce = SegmentKeys.nonce(frame.sequence());
    if (frame.type() != Frame.Type.REVISION) {
      return Optional.of(keys.open(nonce, clear, sealed));
    }
    ScopeKeyring.Wanted scope =
        new ScopeKeyring.Wanted(
            new ScopeId(frame.scope()), Compartment.values()[frame.compartment()]);
    return keys.open(scope, nonce, clear, sealed);
  }

  @Override
  public Position behind() {
    return new Position(segment, offset);
  }

  @Override
  public long sequence() {
    return sequence;
  }

  @Override
  public byte[] previous() {
    return previous;
  }

  private byte[] bytes(long from, int length) throws IOException {
    if (length > WINDOW) {
      return bytes(file, from, length);
    }
    if (from < windowAt || from + length > windowAt + window.length) {
      window = bytes(file, from, WINDOW);
      windowAt = from;
    }
    int start = (int) (from - windowAt);
    return Arrays.copyOfRange(window, start, Math.min(window.length, start + length));
  }

  static byte[] bytes(FileChannel file, long from, int length) throws IOException {
    long there = from < 0 ? 0 : Math.max(0, Math.min(length, file.size() - from));
    ByteBuffer buffer = ByteBuffer.allocate((int) there);
    while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
      // Reads until the buffer is full or the file ends.
    }
    return buffer.hasRemaining()
        ? Arrays.copyOf(buffer.array(), buffer.position())
        : buffer.array();
  }
}
