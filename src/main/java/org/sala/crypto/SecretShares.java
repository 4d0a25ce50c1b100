package org.sala.crypto;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/**
 * A secret in three shares, of which any two give it back and one alone says nothing: Shamir's
 * scheme (1979), a line through each byte over GF(256) with the polynomial of AES. Share n is the
 * line's value at n. It does not notice a share that was changed: whoever keeps them adds a check.
 */
public final class SecretShares {
  private static final int SHARES = 3;
  private static final int NEEDED = 2;

  private SecretShares() {}

  /** Three shares, the one at 1 first; each as long as the secret. */
  public static List<byte[]> split(byte[] secret, SecureRandom random) {
    try {
      List<byte[]> shares = new ArrayList<>();
      for (var share :
          ShamirSecretSplitter.getInstance(
                  ShamirSecretSplitter.Algorithm.AES, secret.length, random)
              .resplit(Arrays.copyOf(secret, secret.length), NEEDED, SHARES)
              .getSecretShares()) {
        shares.add(share.getEncoded());
      }
      return shares;
    } catch (IOException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  /**
   * What two shares give back.
   *
   * @param first which of the three the first is, from 1 to 3
   * @param second which the other is; not the same
   */
  public static byte[] join(int first, byte[] one, int second, byte[] other) {
    if (first == second || !isOne(first) || !isOne(second) || one.length != other.length) {
      throw new CryptoFault(CryptoFault.Code.BAD_ENCODING, "two different shares of one length");
    }
    try {
      return ShamirSplitSecret.getInstance(
              ShamirSecretSplitter.Algorithm.AES,
              new ShamirSplitSecretShare[] {
                new ShamirSplitSecretShare(one, first), new ShamirSplitSecretShare(other, second)
              })
          .getSecret();
    } catch (IOException e) {
      throw new CryptoFault(CryptoFault.Code.PRIMITIVE, e);
    }
  }

  private static boolean isOne(int number) {
    return number >= 1 && number <= SHARES;
  }
}
