package org.sala.crypto;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reads an encrypted object at any place. Commitment and length are proved when it is opened, and
 * no byte is given out before its chunk has been verified. Thread-safe.
 */
public final class ObjectReader implements AutoCloseable {
  private static final long NONE = -1;

  private final SeekableByteChannel from;
  private final Cobblestone cipher;
  private final long lastChunk;
  private final long size;
  private final byte[] sealed = new byte[Cobblestone.SEALED];
  private final byte[] plain = new byte[Cobblestone.CHUNK];
  private long held = NONE;
  private int heldLength;

  /**
   * @param from the encrypted object and nothing else; closed with this reader, left open when this
   *     throws
   * @throws NotAuthenticException when key or context are others, or the object is altered at its
   *     head or end, or cut short
   */
  public ObjectReader(SeekableByteChannel from, Secret key, byte[] context)
      throws IOException, NotAuthenticException {
    this.from = from;
    long body = from.size() - Cobblestone.HEADER;
    long end = body % Cobblestone.SEALED;
    if (body < Aead.TAG || end < Aead.TAG) {
      throw new NotAuthenticException("the object is cut short");
    }
    this.lastChunk = body / Cobblestone.SEALED;
    if (lastChunk >= Cobblestone.MOST_CHUNKS) {
      throw new NotAuthenticException("the object is too long");
    }
    byte[] header = new byte[Cobblestone.HEADER];
    fill(0, header, header.length);
    this.cipher = new Cobblestone(key, Arrays.copyOf(header, Cobblestone.SALT), context);
    boolean proved = false;
    try {
      if (!MessageDigest.isEqual(
          cipher.commitment(), Arrays.copyOfRange(header, Cobblestone.SALT, header.length))) {
        throw new NotAuthenticException("another key or context");
      }
      hold(lastChunk, (int) end);
      this.size = lastChunk * Cobblestone.CHUNK + end - Aead.TAG;
      proved = true;
    } finally {
      if (!proved) {
        cipher.close();
      }
    }
  }

  /** Bytes of the plain content; proved. */
  public long size() {
    return size;
  }

  /**
   * Reads from a place.
   *
   * @return the bytes read, at least one, or -1 at the end
   */
  public synchronized int read(long position, byte[] to, int offset, int length)
      throws IOException, NotAuthenticException {
    Objects.checkFromIndexSize(offset, length, to.length);
    if (position < 0) {
      throw new IOException("negative position");
    }
    if (position >= size) {
      return -1;
    }
    long chunk = position / Cobblestone.CHUNK;
    if (chunk != held) {
      hold(
          chunk,
          chunk < lastChunk
              ? Cobblestone.SEALED
              : (int) (size - lastChunk * Cobblestone.CHUNK) + Aead.TAG);
    }
    int at = (int) (position % Cobblestone.CHUNK);
    int part = Math.min(length, heldLength - at);
    System.arraycopy(plain, at, to, offset, part);
    return part;
  }

  /** Everything from a place on; a spoiled chunk is an {@link IOException} that says so. */
  public InputStream stream(long start) {
    return new InputStream() {
      private long position = start;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] to, int offset, int length) throws IOException {
        try {
          int n = length == 0 ? 0 : ObjectReader.this.read(position, to, offset, length);
          position += Math.max(0, n);
          return n;
        } catch (NotAuthenticException e) {
          throw new IOException("the object is altered", e);
        }
      }

      @Override
      public long skip(long n) {
        long part = Math.clamp(n, 0, Math.max(0, size - position));
        position += part;
        return part;
      }

      @Override
      public int available() {
        return Math.clamp(size - position, 0, Cobblestone.CHUNK);
      }
    };
  }

  private void hold(long chunk, int length) throws IOException, NotAuthenticException {
    held = NONE;
    fill(Cobblestone.HEADER + chunk * Cobblestone.SEALED, sealed, length);
    heldLength = cipher.open(chunk, sealed, length, plain);
    held = chunk;
  }

  private void fill(long position, byte[] to, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(to, 0, length);
    from.position(position);
    while (buffer.hasRemaining()) {
      if (from.read(buffer) < 0) {
        throw new EOFException("the object became shorter");
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    held = NONE;
    Arrays.fill(plain, (byte) 0);
    cipher.close();
    from.close();
  }
}
