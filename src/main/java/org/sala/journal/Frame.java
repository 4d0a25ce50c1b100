package org.sala.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.sala.crypto.Sha256;

/**
 * The clear part of a frame, 64 bytes: length of the sealed body, type, compartment, two zeros,
 * sequence of the frame, scope id (zeros where none), hash of the previous frame. All of it is
 * associated data of the body.
 */
record Frame(
    int sealedLength, Type type, int compartment, long sequence, UUID scope, byte[] previous) {
  static final int CLEAR = 4 + 1 + 1 + 2 + 8 + 16 + 32;
  static final int LARGEST_BODY = 17 << 20;

  /** What a frame holds. */
  enum Type {
    /** A change's header, signature, and how many revision frames follow. */
    HEADER,
    /** One revision's bytes. */
    REVISION,
    /** The run of frames since the last commit counts; holds the sequence of its first frame. */
    COMMIT,
    /** An audit entry and its MAC. */
    AUDIT,
    /** What several programs of one headquarters share beside the changes; in a table alone. */
    STATE
  }

  byte[] clear() {
    return ByteBuffer.allocate(CLEAR)
        .putInt(sealedLength)
        .put((byte) type.ordinal())
        .put((byte) compartment)
        .putShort((short) 0)
        .putLong(sequence)
        .putLong(scope.getMostSignificantBits())
        .putLong(scope.getLeastSignificantBits())
        .put(previous)
        .array();
  }

  /**
   * Whether this one was written behind a frame of those bytes, by the hash that it holds. It tells
   * a frame whose key is not held from one whose scope was altered so that none is.
   */
  boolean isBehind(byte[] clear, byte[] sealed) {
    return Arrays.equals(previous, Sha256.of(clear, sealed));
  }

  /** Reads a clear part; null-like nonsense gives an empty result, never an exception. */
  static java.util.Optional<Frame> of(byte[] clear) {
    ByteBuffer in = ByteBuffer.wrap(clear);
    int length = in.getInt();
    int type = in.get();
    int compartment = in.get();
    int zeros = in.getShort();
    long sequence = in.getLong();
    UUID scope = new UUID(in.getLong(), in.getLong());
    byte[] previous = new byte[32];
    in.get(previous);
    if (length < 16
        || length > LARGEST_BODY
        || type < 0
        || type >= Type.values().length
        || compartment < 0
        || compartment > 1
        || zeros != 0) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        new Frame(length, Type.values()[type], compartment, sequence, scope, previous));
  }
}
