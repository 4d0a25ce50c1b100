package org.sala.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Which nonce each block of a file was last sealed with, and how long the file is. A block with any
 * other nonce is an older one, however genuine. Kept in pieces, so that a longer file takes no more
 * than its blocks need, and nothing is copied. Guarded by the lock of its {@link SealedBlocks}.
 */
final class BlockTable {
  static final int NONCE = 12;

  /** Blocks of a piece. */
  private static final int PIECE = 8192;

  private final List<byte[]> pieces = new ArrayList<>();
  private int count;
  private long size;

  BlockTable() {}

  /**
   * A table as a log states it.
   *
   * @param nonces one after the other, from block 0 on; read to its end
   * @param size bytes of the file as its reader sees it
   */
  BlockTable(ByteBuffer nonces, long size) {
    if (nonces.remaining() % NONCE != 0 || size < 0) {
      throw new IllegalArgumentException("blocks and size disagree");
    }
    byte[] all = new byte[nonces.remaining()];
    nonces.get(all);
    put(0, all, size);
  }

  static int blocks(long size) {
    return Math.toIntExact((size + SealedBlocks.BLOCK - 1) / SealedBlocks.BLOCK);
  }

  int count() {
    return count;
  }

  long size() {
    return size;
  }

  /** Writes every nonce, one after the other. */
  void writeTo(ByteBuffer out) {
    for (int at = 0; at < count; at += PIECE) {
      out.put(pieces.get(at / PIECE), 0, Math.min(PIECE, count - at) * NONCE);
    }
  }

  byte[] nonces(int first, int number) {
    byte[] some = new byte[number * NONCE];
    each(first, number, (piece, in, at, length) -> System.arraycopy(piece, in, some, at, length));
    return some;
  }

  /** Blocks that were sealed anew; they may lengthen the file. */
  void put(int first, byte[] fresh, long sizeAfter) {
    int number = fresh.length / NONCE;
    int total = Math.max(first + number, count);
    if (first > count || total != blocks(sizeAfter)) {
      throw new IllegalArgumentException("blocks and size disagree");
    }
    while ((long) pieces.size() * PIECE < total) {
      pieces.add(new byte[PIECE * NONCE]);
    }
    each(first, number, (piece, in, at, length) -> System.arraycopy(fresh, at, piece, in, length));
    count = total;
    size = sizeAfter;
  }

  private interface Part {
    /**
     * @param in where it lies in its piece
     * @param at where it lies in the whole
     */
    void of(byte[] piece, int in, int at, int length);
  }

  private void each(int first, int number, Part part) {
    for (int done = 0; done < number; ) {
      int in = (first + done) % PIECE;
      int some = Math.min(number - done, PIECE - in);
      part.of(pieces.get((first + done) / PIECE), in * NONCE, done * NONCE, some * NONCE);
      done += some;
    }
  }

  void cut(long shorter) {
    if (shorter < 0 || shorter > size) {
      throw new IllegalArgumentException("a cut does not lengthen");
    }
    size = shorter;
    count = blocks(shorter);
    while (pieces.size() > (count + PIECE - 1) / PIECE) {
      pieces.removeLast();
    }
  }
}
