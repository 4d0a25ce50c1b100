package org.sala.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The key schedule and the arithmetic of C2SP chunked encryption with AES-256-GCM and SHA-512
 * (Cobblestone-256, {@code docs/formats/object.md}): salt, commitment, chunks of 16 KiB of which
 * the last is shorter.
 */
final class Cobblestone implements AutoCloseable {
  static final int SALT = 24;
  static final int HEADER = SALT + 32;
  static final int CHUNK = 16 * 1024;
  static final int SEALED = CHUNK + Aead.TAG;
  static final long MOST_CHUNKS = 1L << 38;

  private static final byte[] LABEL =
      "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0".getBytes(StandardCharsets.US_ASCII);

  private final Aead aead;
  private final byte[] baseNonce;
  private final byte[] commitment;

  Cobblestone(Secret inputKey, byte[] salt, byte[] context) {
    byte[] key = inputKey.copy();
    int length = key.length;
    Arrays.fill(key, (byte) 0);
    if (length != Secret.LENGTH) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, "an object's key has 32 bytes");
    }
    byte[] info =
        ByteBuffer.allocate(LABEL.length + salt.length + context.length)
            .put(LABEL)
            .put(salt)
            .put(context)
            .array();
    byte[] all = inputKey.expandSha512(info, 32 + Aead.NONCE + 32);
    try (Secret chunks = Secret.of(Arrays.copyOf(all, 32))) {
      this.aead = new Aead(chunks);
    }
    this.baseNonce = Arrays.copyOfRange(all, 32, 32 + Aead.NONCE);
    this.commitment = Arrays.copyOfRange(all, 32 + Aead.NONCE, all.length);
    Arrays.fill(all, (byte) 0);
  }

  byte[] commitment() {
    return commitment.clone();
  }

  int seal(long chunk, byte[] plain, int length, byte[] to) {
    return aead.seal(nonce(chunk), new byte[0], plain, 0, length, to, 0);
  }

  int open(long chunk, byte[] sealed, int length, byte[] to) throws NotAuthenticException {
    return aead.open(nonce(chunk), new byte[0], sealed, 0, length, to, 0);
  }

  private byte[] nonce(long chunk) {
    if (chunk < 0 || chunk >= MOST_CHUNKS) {
      throw new CryptoFault(CryptoFault.Code.TOO_LONG, "object");
    }
    byte[] nonce = baseNonce.clone();
    for (int i = 0; i < 8; i++) {
      nonce[nonce.length - 1 - i] ^= (byte) (chunk >>> 8 * i);
    }
    return nonce;
  }

  @Override
  public void close() {
    aead.close();
  }

  /** Bytes of the encrypted object for so many plain ones. */
  static long sealedSize(long plain) {
    return HEADER + plain + (plain / CHUNK + 1) * Aead.TAG;
  }
}
