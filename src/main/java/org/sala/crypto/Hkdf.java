package org.sala.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HKDF (RFC 5869) written out: the JDK's own refuses a 32-byte key in an Expand with SHA-512, and
 * BouncyCastle's leaves its blocks in memory.
 */
final class Hkdf {
  static final String SHA_256 = "HmacSHA256";
  static final String SHA_512 = "HmacSHA512";

  private Hkdf() {}

  /** Section 2.2, with SHA-256; an empty salt stands for 32 zeros. */
  static byte[] extract(byte[] salt, byte[] material) {
    return hmac(SHA_256, salt.length == 0 ? new byte[32] : salt, material);
  }

  /** Section 2.3. */
  static byte[] expand(String algorithm, byte[] prk, byte[] info, int length) {
    int hash = algorithm.equals(SHA_512) ? 64 : 32;
    if (length < 1 || length > 255 * hash) {
      throw new CryptoFault(CryptoFault.Code.BAD_KEY, "HKDF length");
    }
    byte[] out = new byte[length];
    byte[] block = new byte[0];
    int done = 0;
    for (int counter = 1; done < length; counter++) {
      byte[] next = hmac(algorithm, prk, block, info, new byte[] {(byte) counter});
      Arrays.fill(block, (byte) 0);
      block = next;
      int part = Math.min(block.length, length - done);
      System.arraycopy(block, 0, out, done, part);
      done += part;
    }
    Arrays.fill(block, (byte) 0);
    return out;
  }

  static byte[] hmac(String algorithm, byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }
}
