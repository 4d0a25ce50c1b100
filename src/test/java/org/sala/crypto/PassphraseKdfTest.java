package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a derivation leaves behind. */
class PassphraseKdfTest {
  private static final long MIB = 1 << 20;

  @Test
  void theMemoryOfADerivationIsGivenBack() {
    KdfParameters parameters = new KdfParameters(64 << 10, 1, 1);
    PassphraseKdf kdf = new PassphraseKdf(KdfPolicy.SHIPPED);
    System.gc();
    long before = used();
    kdf.derive("an invented phrase".toCharArray(), "example", new byte[16], parameters).close();
    assertThat(used() - before).isLessThan(24 * MIB);
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
