package org.sala.store.file;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the nonce that each block of a file was last sealed with, and how long the file is. A block
 * with any other nonce is an older one, however genuine. What one write sealed is one entry, so
 * that a file of many gigabytes, written in chunks, takes little. Guarded by the lock of its {@link
 * SealedBlocks}.
 */
final class BlockTable {
  static final int NONCE = 12;

  /** How many bytes an entry takes, as it is written. */
  private static final int ENTRY = 4 + NONCE;

  /** Stretches by the first block of each; they follow one another without a gap. */
  private final TreeMap<Integer, Stretch> stretches = new TreeMap<>();

  private long size;

  /**
   * Blocks that one write sealed. Each nonce counts on from the one before it in its last four
   * bytes.
   *
   * @param write the first eight bytes of every nonce
   * @param start the last four of the first one
   */
  record Stretch(int count, long write, int start) {

    /** Returns a stretch of so many blocks, under nonces that no other write has. */
    static Stretch random(int count, SecureRandom random) {
      byte[] nonce = new byte[NONCE];
      random.nextBytes(nonce);
      ByteBuffer drawn = ByteBuffer.wrap(nonce);
      return new Stretch(count, drawn.getLong(), drawn.getInt());
    }

    /** The nonces, one after the other. */
    byte[] nonces() {
      ByteBuffer all = ByteBuffer.allocate(Math.multiplyExact(count, NONCE));
      writeTo(all);
      return all.array();
    }

    private void writeTo(ByteBuffer out) {
      for (int i = 0; i < count; i++) {
        out.putLong(write).putInt(start + i);
      }
    }

    private Stretch part(int skipped, int number) {
      return new Stretch(number, write, start + skipped);
    }
  }

  BlockTable() {}

  /**
   * A table as {@link #bytes} wrote it.
   *
   * @throws IllegalArgumentException when blocks and size disagree
   * @throws java.nio.BufferUnderflowException when it ends within an entry
   */
  BlockTable(ByteBuffer written) {
    long whole = written.getLong();
    int first = 0;
    while (written.hasRemaining()) {
      int count = written.getInt();
      if (count <= 0) {
        throw new IllegalArgumentException("a stretch without blocks");
      }
      stretches.put(first, new Stretch(count, written.getLong(), written.getInt()));
      first = Math.addExact(first, count);
    }
    if (whole < 0 || first != blocks(whole)) {
      throw new IllegalArgumentException("blocks and size disagree");
    }
    size = whole;
  }

  static int blocks(long size) {
    return Math.toIntExact((size + SealedBlocks.BLOCK - 1) / SealedBlocks.BLOCK);
  }

  int count() {
    return blocks(size);
  }

  /** Bytes of the file as its reader sees it. */
  long size() {
    return size;
  }

  /** Returns the file's size and every stretch in its order, as bytes. */
  byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(8 + stretches.size() * ENTRY).putLong(size);
    stretches.values().forEach(s -> out.putInt(s.count()).putLong(s.write()).putInt(s.start()));
    return out.array();
  }

  byte[] nonces(int first, int number) {
    ByteBuffer some = ByteBuffer.allocate(Math.multiplyExact(number, NONCE));
    for (int at = first; at < first + number; ) {
      Map.Entry<Integer, Stretch> of = stretches.floorEntry(at);
      int skipped = at - of.getKey();
      int length = Math.min(of.getValue().count() - skipped, first + number - at);
      of.getValue().part(skipped, length).writeTo(some);
      at += length;
    }
    return some.array();
  }

  /** Blocks that were sealed anew; they may lengthen the file. */
  void put(int first, Stretch fresh, long sizeAfter) {
    int end = Math.addExact(first, fresh.count());
    if (first > count() || Math.max(end, count()) != blocks(sizeAfter)) {
      throw new IllegalArgumentException("blocks and size disagree");
    }
    split(first);
    split(end);
    stretches.subMap(first, end).clear();
    stretches.put(first, fresh);
    size = sizeAfter;
  }

  void cut(long shorter) {
    if (shorter < 0 || shorter > size) {
      throw new IllegalArgumentException("a cut does not lengthen");
    }
    int end = blocks(shorter);
    split(end);
    stretches.tailMap(end).clear();
    size = shorter;
  }

  /** Makes a stretch begin at a block that lies within one. */
  private void split(int block) {
    Map.Entry<Integer, Stretch> before = stretches.lowerEntry(block);
    if (before == null) {
      return;
    }
    Stretch whole = before.getValue();
    int kept = block - before.getKey();
    if (kept < whole.count()) {
      stretches.put(before.getKey(), whole.part(0, kept));
      stretches.put(block, whole.part(kept, whole.count() - kept));
    }
  }
}
