package org.sala.store;

import java.util.Arrays;

/**
 * Which nonce each block of a file was last sealed with, and how long the file is. A block with any
 * other nonce is an older one, however genuine. Guarded by the lock of its {@link SealedBlocks}.
 */
final class BlockTable {
  static final int NONCE = 12;

  private byte[] nonces;
  private int count;
  private long size;

  BlockTable() {
    this(new byte[0], 0);
  }

  /**
   * A table as a log states it.
   *
   * @param nonces one after the other, from block 0 on
   * @param size bytes of the file as its reader sees it
   */
  BlockTable(byte[] nonces, long size) {
    this.nonces = nonces.clone();
    this.count = nonces.length / NONCE;
    this.size = size;
    if (nonces.length % NONCE != 0 || size < 0 || count != blocks(size)) {
      throw new IllegalArgumentException("blocks and size disagree");
    }
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

  byte[] nonces() {
    return Arrays.copyOf(nonces, count * NONCE);
  }

  byte[] nonces(int first, int number) {
    return Arrays.copyOfRange(nonces, first * NONCE, (first + number) * NONCE);
  }

  /** Blocks that were sealed anew; they may lengthen the file. */
  void put(int first, byte[] fresh, long sizeAfter) {
    int end = first + fresh.length / NONCE;
    int total = Math.max(end, count);
    if (first > count || total != blocks(sizeAfter)) {
      throw new IllegalArgumentException("blocks and size disagree");
    }
    if (total * NONCE > nonces.length) {
      nonces = Arrays.copyOf(nonces, Math.max(total * NONCE, nonces.length / 2 * 3));
    }
    System.arraycopy(fresh, 0, nonces, first * NONCE, fresh.length);
    count = total;
    size = sizeAfter;
  }

  void cut(long shorter) {
    if (shorter < 0 || shorter > size) {
      throw new IllegalArgumentException("a cut does not lengthen");
    }
    size = shorter;
    count = blocks(shorter);
  }
}
