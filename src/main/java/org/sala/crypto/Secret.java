package org.sala.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Key material that is wiped when it is closed. Other keys are derived from it by HKDF.
 * Thread-safe: whoever closes it waits for a derivation that runs, so that no key is ever derived
 * from a half wiped one.
 */
public final class Secret implements AutoCloseable {
  /** Bytes of a key, unless asked otherwise. */
  public static final int LENGTH = 32;

  private final byte[] bytes;
  private boolean wiped;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Makes a secret of a copy of the bytes; the caller wipes its own. */
  public static Secret of(byte[] bytes) {
    if (bytes.length < 16) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, "a key has at least 16 bytes");
    }
    return new Secret(bytes.clone());
  }

  /** 32 random bytes. */
  public static Secret random(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new Secret(bytes);
  }

  /** A copy, which the caller wipes. */
  public synchronized byte[] copy() {
    return alive().clone();
  }

  /** 32 bytes by HKDF-SHA-256 (RFC 5869). */
  public Secret derive(byte[] salt, String info) {
    return derive(salt, info, LENGTH);
  }

  /** Derives some bytes by HKDF-SHA-256 (RFC 5869, sections 2.2 and 2.3). */
  public Secret derive(byte[] salt, String info, int length) {
    return new Secret(hkdf(salt, info.getBytes(StandardCharsets.UTF_8), length));
  }

  synchronized byte[] hkdf(byte[] salt, byte[] info, int length) {
    byte[] prk = Hkdf.extract(salt, alive());
    try {
      return Hkdf.expand(Hkdf.SHA_256, prk, info, length);
    } finally {
      Arrays.fill(prk, (byte) 0);
    }
  }

  /** HKDF-Expand alone, with this secret as the pseudorandom key (RFC 5869, section 2.3). */
  synchronized byte[] expandSha512(byte[] info, int length) {
    return Hkdf.expand(Hkdf.SHA_512, alive(), info, length);
  }

  /** HMAC-SHA-256 (RFC 2104) of the parts one after the other, 32 bytes. */
  public synchronized byte[] mac(byte[]... parts) {
    return Hkdf.hmac(Hkdf.SHA_256, alive(), parts);
  }

  /** Compares in constant time. */
  public boolean same(Secret other) {
    byte[] one = copy();
    byte[] two = other.copy();
    boolean same = MessageDigest.isEqual(one, two);
    Arrays.fill(one, (byte) 0);
    Arrays.fill(two, (byte) 0);
    return same;
  }

  private byte[] alive() {
    if (wiped) {
      throw new CryptoFault(CryptoFault.Code.WIPED, "secret");
    }
    return bytes;
  }

  @Override
  public synchronized void close() {
    wiped = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
