package org.sala.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4). */
public final class Sha256 {
  private static final int LOT = 256 * 1024;

  private Sha256() {}

  /** The digest of the parts one after the other, 32 bytes. */
  public static byte[] of(byte[]... parts) {
    MessageDigest digest = start();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** The digest as 64 lower-case hexadecimal digits. */
  public static String hex(byte[]... parts) {
    return HexFormat.of().formatHex(of(parts));
  }

  /** The digest of all that is read, as hexadecimal digits; what it reads from stays open. */
  public static String hex(InputStream in) throws IOException {
    MessageDigest digest = start();
    byte[] lot = new byte[LOT];
    for (int n = in.read(lot); n >= 0; n = in.read(lot)) {
      digest.update(lot, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A digest to be fed piece by piece. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }
}
