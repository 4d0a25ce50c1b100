package org.sala.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * A cipher with the arrays that it is handed. BoringSSL is reached through a copy of each array,
 * whole, whatever the part that is meant: a block of 4 KiB in a chunk of three megabytes took
 * eighty times the block. So a small part of a large array goes through arrays of its own, which
 * are kept for the next part of that size; what was plain is wiped. One thread at a time.
 */
final class Pass {
  /** An array that is at most so many times as long as what is meant of it is handed over. */
  private static final long MOSTLY_ITS_OWN = 2;

  /** Longer arrays are not kept. */
  private static final int KEPT = 1 << 16;

  private final Cipher cipher;
  private byte[] in = new byte[0];
  private byte[] out = new byte[0];

  Pass(Cipher cipher) {
    this.cipher = cipher;
  }

  Cipher cipher() {
    return cipher;
  }

  /**
   * Ends what the cipher was prepared for.
   *
   * @param made bytes that come of it
   */
  int of(byte[] from, int offset, int length, int made, byte[] to, int at)
      throws GeneralSecurityException {
    boolean part = from.length > MOSTLY_ITS_OWN * length;
    boolean into = to.length > MOSTLY_ITS_OWN * made;
    try {
      if (part) {
        in = fitting(in, length);
        System.arraycopy(from, offset, in, 0, length);
      }
      if (into) {
        out = fitting(out, made);
      }
      int done =
          cipher.doFinal(
              part ? in : from, part ? 0 : offset, length, into ? out : to, into ? 0 : at);
      if (into) {
        System.arraycopy(out, 0, to, at, done);
      }
      return done;
    } finally {
      in = wiped(in);
      out = wiped(out);
    }
  }

  private static byte[] wiped(byte[] used) {
    Arrays.fill(used, (byte) 0);
    return used.length > KEPT ? new byte[0] : used;
  }

  private static byte[] fitting(byte[] kept, int length) {
    return kept.length >= length && kept.length <= MOSTLY_ITS_OWN * length
        ? kept
        : new byte[length];
  }
}
