package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Any two of three shares give a secret back, and one alone may belong to any. */
class SecretSharesTest {
  private static final int[][] PAIRS = {{1, 2}, {2, 1}, {1, 3}, {3, 1}, {2, 3}, {3, 2}};

  /**
   * The line 10 + x * 57: FIPS 197, section 4.2.1, has {02} x {57} = {ae}, so its values at 1, 2
   * and 3 are 10 + 57, 10 + ae and 10 + 57 + ae.
   */
  @Test
  void aLineThatWasDrawnByHandIsFoundAgain() {
    int[] at = {0, 0x10 ^ 0x57, 0x10 ^ 0xae, 0x10 ^ 0x57 ^ 0xae};
    for (int[] p : PAIRS) {
      assertThat(
              SecretShares.join(
                  p[0], new byte[] {(byte) at[p[0]]}, p[1], new byte[] {(byte) at[p[1]]}))
          .containsExactly(0x10);
    }
  }

  @Test
  void everyByteComesBackFromEveryPair() {
    byte[] secret = new byte[256];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) i;
    }
    List<byte[]> shares = SecretShares.split(secret, new SecureRandom());
    assertThat(shares).hasSize(3).doesNotHaveDuplicates();
    for (int[] p : PAIRS) {
      assertThat(SecretShares.join(p[0], shares.get(p[0] - 1), p[1], shares.get(p[1] - 1)))
          .isEqualTo(secret);
    }
    assertThatThrownBy(() -> SecretShares.join(1, shares.get(0), 1, shares.get(0)))
        .isInstanceOf(CryptoFault.class);
    assertThatThrownBy(() -> SecretShares.join(1, shares.get(0), 4, shares.get(1)))
        .isInstanceOf(CryptoFault.class);
  }

  /** Whatever a share says, some other share makes each of the 256 secrets of it. */
  @Test
  void oneShareAloneBelongsToEverySecret() {
    for (int mine = 1; mine <= 3; mine++) {
      int other = mine % 3 + 1;
      Set<Integer> secrets = new HashSet<>();
      for (int b = 0; b < 256; b++) {
        secrets.add(
            (int) SecretShares.join(mine, new byte[] {0x42}, other, new byte[] {(byte) b})[0]);
      }
      assertThat(secrets).hasSize(256);
    }
  }
}
