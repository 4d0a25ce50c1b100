package org.sala.store.file;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes as they come to lie in whole blocks: between what the first and the last block held before,
 * and zeros where nothing was. They are taken as they are written, so that a chunk of many
 * megabytes is not in memory twice.
 *
 * @param bytes from its beginning to its limit
 * @param offset of the bytes in the first block, or in a block behind it, where there was a gap
 * @param head what the first block held; empty where it was not there or is written over
 * @param last the last block, counted from the first
 * @param tail what the last block held; empty likewise
 */
record Laid(ByteBuffer bytes, int offset, byte[] head, int last, byte[] tail)
    implements BlockSeal.Content {

  @Override
  public void copy(int first, int count, byte[] to) {
    long begin = (long) first * SealedBlocks.BLOCK;
    int room = count * SealedBlocks.BLOCK;
    Arrays.fill(to, 0, room, (byte) 0);
    if (first == 0) {
      System.arraycopy(head, 0, to, 0, head.length);
    }
    if (last >= first && last < first + count) {
      System.arraycopy(tail, 0, to, (last - first) * SealedBlocks.BLOCK, tail.length);
    }
    long from = Math.max(begin, offset);
    long until = Math.min(begin + room, (long) offset + bytes.limit());
    if (from < until) {
      bytes.get((int) (from - offset), to, (int) (from - begin), (int) (until - from));
    }
  }
}
