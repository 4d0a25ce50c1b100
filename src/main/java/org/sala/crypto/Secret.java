package org.sala.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Key material that is wiped when it is closed. Other keys are derived from it by HKDF. */
public final class Secret implements AutoCloseable {
  /** Bytes of a key, unless asked otherwise. */
  public static final int LENGTH = 32;

  private final byte[] bytes;
  private volatile boolean wiped;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a copy; the caller wipes its own. */
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
  public byte[] copy() {
    return alive().clone();
  }

  /** 32 bytes by HKDF-SHA-256 (RFC 5869). */
  public Secret derive(byte[] salt, String info) {
    return derive(salt, info, LENGTH);
  }

  /** Some bytes by HKDF-SHA-256 (RFC 5869, sections 2.2 and 2.3). */
  public Secret derive(byte[] salt, String info, int length) {
    byte[] prk = hmac(salt.length == 0 ? new byte[32] : salt, alive());
    try {
      return new Secret(expand(prk, info.getBytes(StandardCharsets.UTF_8), length));
    } finally {
      Arrays.fill(prk, (byte) 0);
    }
  }

  private static byte[] expand(byte[] prk, byte[] info, int length) {
    if (length < 1 || length > 255 * 32) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, "HKDF length");
    }
    byte[] out = new byte[length];
    byte[] block = new byte[0];
    int done = 0;
    for (int counter = 1; done < length; counter++) {
      ByteArrayOutputStream input = new ByteArrayOutputStream();
      input.writeBytes(block);
      input.writeBytes(info);
      input.write(counter);
      block = hmac(prk, input.toByteArray());
      int part = Math.min(block.length, length - done);
      System.arraycopy(block, 0, out, done, part);
      done += part;
    }
    return out;
  }

  /** HMAC-SHA-256 (RFC 2104) of the parts one after the other, 32 bytes. */
  public byte[] mac(byte[]... parts) {
    return hmac(alive(), parts);
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  /** Compares in constant time. */
  public boolean same(Secret other) {
    return MessageDigest.isEqual(alive(), other.alive());
  }

  byte[] alive() {
    if (wiped) {
      throw new CryptoFault(CryptoFault.Code.WIPED, "secret");
    }
    return bytes;
  }

  @Override
  public void close() {
    wiped = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
