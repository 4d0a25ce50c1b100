package org.sala.store.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.sala.crypto.Aead;
import org.sala.crypto.NotAuthenticException;

/**
 * Blocks as they lie on the disk, behind a header: nonce, sealed bytes, tag. Which nonce is the
 * last one of a block is for the caller to know. Thread-safe.
 */
final class BlockSeal {
  /** Bytes of a sealed block. */
  static final int STRIDE = BlockTable.NONCE + SealedBlocks.BLOCK + Aead.TAG;

  // 256 KiB at a time, so that a long write makes no second and third copy of itself in memory.
  private static final int SLICE = 64;

  private final FileChannel base;
  private final long header;
  private final Aead aead;
  private final byte[] salt;
  private final byte[] plain = new byte[SLICE * SealedBlocks.BLOCK];
  private final byte[] sealed = new byte[SLICE * STRIDE];

  /** What blocks hold. */
  interface Content {
    /** Puts so many whole blocks to the beginning of an array. */
    void copy(int first, int count, byte[] to);
  }

  /**
   * @param header bytes of the file before its first block
   * @param salt of the file; associated data of each block
   */
  BlockSeal(FileChannel base, long header, Aead aead, byte[] salt) {
    this.base = base;
    this.header = header;
    this.aead = aead;
    this.salt = salt.clone();
  }

  /** Returns the length in bytes of a file of so many blocks. */
  long length(int blocks) {
    return header + (long) STRIDE * blocks;
  }

  /**
   * Seals whole blocks, each under the nonce that is stated for it, and writes them. By one thread
   * at a time.
   *
   * @param content of the blocks, counted from the first that is written
   */
  void write(int first, byte[] nonces, Content content) throws IOException {
    int count = nonces.length / BlockTable.NONCE;
    for (int done = 0; done < count; done += SLICE) {
      int blocks = Math.min(SLICE, count - done);
      content.copy(done, blocks, plain);
      for (int i = 0; i < blocks; i++) {
        byte[] nonce = nonce(nonces, (done + i) * BlockTable.NONCE);
        int at = i * STRIDE;
        System.arraycopy(nonce, 0, sealed, at, nonce.length);
        aead.seal(
            nonce,
            associated(first + done + i),
            plain,
            i * SealedBlocks.BLOCK,
            SealedBlocks.BLOCK,
            sealed,
            at + nonce.length);
      }
      Arrays.fill(plain, 0, blocks * SealedBlocks.BLOCK, (byte) 0);
      writeFully(base, ByteBuffer.wrap(sealed, 0, blocks * STRIDE), length(first + done));
    }
  }

  /**
   * Reads whole blocks and opens them.
   *
   * @param stated the nonce that each must bear
   * @param to where they go, one after the other
   * @throws DamagedFileException when one is not there, bears another nonce, or is not authentic
   */
  void read(int first, byte[] stated, byte[] to) throws IOException {
    int count = stated.length / BlockTable.NONCE;
    byte[] there = new byte[Math.multiplyExact(count, STRIDE)];
    try {
      readFully(base, ByteBuffer.wrap(there), length(first));
    } catch (EOFException e) {
      throw new DamagedFileException("cut");
    }
    for (int i = 0; i < count; i++) {
      byte[] nonce = nonce(there, i * STRIDE);
      if (!Arrays.equals(nonce, nonce(stated, i * BlockTable.NONCE))) {
        throw new DamagedFileException("block " + (first + i) + " is not the last one written");
      }
      try {
        aead.open(
            nonce,
            associated(first + i),
            there,
            i * STRIDE + nonce.length,
            SealedBlocks.BLOCK + Aead.TAG,
            to,
            i * SealedBlocks.BLOCK);
      } catch (NotAuthenticException e) {
        throw new DamagedFileException("block " + (first + i) + " is not authentic");
      }
    }
  }

  private static byte[] nonce(byte[] from, int at) {
    return Arrays.copyOfRange(from, at, at + BlockTable.NONCE);
  }

  private byte[] associated(int block) {
    return ByteBuffer.allocate(salt.length + 8).put(salt).putLong(block).array();
  }

  static void readFully(FileChannel in, ByteBuffer to, long position) throws IOException {
    long at = position;
    while (to.hasRemaining()) {
      int n = in.read(to, at);
      if (n < 0) {
        throw new EOFException();
      }
      at += n;
    }
  }

  static void writeFully(FileChannel out, ByteBuffer from, long position) throws IOException {
    long at = position;
    while (from.hasRemaining()) {
      at += out.write(from, at);
    }
  }
}
