package org.sala.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
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
  private final Counting plain;
  private final MessageDigest sealedDigest = Sha256.start();
  private final byte[] chunk = new byte[Cobblestone.CHUNK];
  private final byte[] sealed = new byte[Cobblestone.SEALED];
  private int filled;
  private long chunks;
  private long size;
  private long sealedSize;
  private @Nullable ObjectFacts facts;

  /**
   * What names the content.
   *
   * @param sha256 64 lower-case hexadecimal digits
   */
  public record Plain(String sha256, long crc32) {}

  private sealed interface Counting {
    void update(byte[] from, int offset, int length);

    Plain counted();

    final class Here implements Counting {
      private final MessageDigest digest = Sha256.start();
      private final CRC32 crc = new CRC32();

      @Override
      public void update(byte[] from, int offset, int length) {
        digest.update(from, offset, length);
        crc.update(from, offset, length);
      }

      @Override
      public Plain counted() {
        return new Plain(HexFormat.of().formatHex(digest.digest()), crc.getValue());
      }
    }

    record Elsewhere(Plain counted) implements Counting {
      @Override
      public void update(byte[] from, int offset, int length) {
        // Whoever said it counts.
      }
    }
  }

  /**
   * @param key of 32 random or derived bytes, which may serve many objects
   * @param context what a reader has to know as well; may be empty
   * @param to gets the encrypted bytes; closed with this writer
   */
  public ObjectWriter(Secret key, byte[] context, SecureRandom random, OutputStream to)
      throws IOException {
    this(key, context, random, Optional.empty(), to);
  }

  /**
   * @param plain digest and CRC of the content where somebody else counts them: hashing is a third
   *     of what it costs to take in a long file
   */
  public ObjectWriter(
      Secret key, byte[] context, SecureRandom random, Optional<Plain> plain, OutputStream to)
      throws IOException {
    this(key, context, salt(random), plain, to);
  }

  ObjectWriter(Secret key, byte[] context, byte[] salt, Optional<Plain> plain, OutputStream to)
      throws IOException {
    this.to = to;
    this.plain = plain.<Counting>map(Counting.Elsewhere::new).orElseGet(Counting.Here::new);
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
    plain.update(from, offset, length);
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
      Plain counted = plain.counted();
      facts =
          new ObjectFacts(
              size,
              counted.sha256(),
              counted.crc32(),
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
