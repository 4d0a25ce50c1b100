package org.sala.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts an object while it is read in, and counts size, digests and CRC on the way. Only {@link
 * #finish} makes it whole: one that is merely closed stays cut short, which every reader sees. Not
 * thread-safe.
 */
public final class ObjectWriter extends OutputStream {
  private final OutputStream to;
  private final Cobblestone cipher;
  private final MessageDigest plainDigest = Sha256.start();
  private final MessageDigest sealedDigest = Sha256.start();
  private final CRC32 crc = new CRC32();
  private final byte[] chunk = new byte[Cobblestone.CHUNK];
  private final byte[] sealed = new byte[Cobblestone.SEALED];
  private int filled;
  private long chunks;
  private long size;
  private long sealedSize;
  private @Nullable ObjectFacts facts;

  /**
   * @param key of 32 random or derived bytes, which may serve many objects
   * @param context what a reader has to know as well; may be empty
   * @param to gets the encrypted bytes; closed with this writer
   */
  public ObjectWriter(Secret key, byte[] context, SecureRandom random, OutputStream to)
      throws IOException {
    this(key, context, salt(random), to);
  }

  ObjectWriter(Secret key, byte[] context, byte[] salt, OutputStream to) throws IOException {
    this.to = to;
    this.cipher = new Cobblestone(key, salt, context);
    out(salt, salt.length);
    out(cipher.commitment(), Cobblestone.HEADER - Cobblestone.SALT);
  }

  private static byte[] salt(SecureRandom random) {
    byte[] salt = new byte[Cobblestone.SALT];
    random.nextBytes(salt);
    return salt;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, from.length);
    if (facts != null) {
      throw new IOException("the object is finished");
    }
    plainDigest.update(from, offset, length);
    crc.update(from, offset, length);
    size += length;
    int at = offset;
    int end = offset + length;
    while (at < end) {
      int part = Math.min(chunk.length - filled, end - at);
      System.arraycopy(from, at, chunk, filled, part);
      filled += part;
      at += part;
      if (filled == chunk.length) {
        flushChunk();
      }
    }
  }

  /** Writes the short last chunk and tells what was counted; the stream is left open. */
  public ObjectFacts finish() throws IOException {
    if (facts == null) {
      flushChunk();
      to.flush();
      facts =
          new ObjectFacts(
              size,
              HexFormat.of().formatHex(plainDigest.digest()),
              crc.getValue(),
              sealedSize,
              HexFormat.of().formatHex(sealedDigest.digest()));
    }
    return facts;
  }

  private void flushChunk() throws IOException {
    int length = cipher.seal(chunks, chunk, filled, sealed);
    chunks++;
    filled = 0;
    out(sealed, length);
  }

  private void out(byte[] bytes, int length) throws IOException {
    sealedDigest.update(bytes, 0, length);
    sealedSize += length;
    to.write(bytes, 0, length);
  }

  /** Bytes that an object of so many plain bytes takes on disk. */
  public static long sealedSize(long plain) {
    return Cobblestone.sealedSize(plain);
  }

  @Override
  public void close() throws IOException {
    Arrays.fill(chunk, (byte) 0);
    cipher.close();
    to.close();
  }
}
