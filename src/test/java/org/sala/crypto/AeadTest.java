package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** AES-GCM against Wycheproof's cases, and what must never be opened. */
class AeadTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void everyPublishedCaseSealsAndOpens() throws Exception {
    List<String[]> cases = Lines.of("aes-256-gcm.txt");
    assertThat(cases).hasSizeGreaterThan(12);
    for (String[] c : cases) {
      try (Aead aead = new Aead(Secret.of(HEX.parseHex(c[1])))) {
        byte[] nonce = HEX.parseHex(c[2]);
        byte[] aad = HEX.parseHex(c[3]);
        byte[] plain = HEX.parseHex(c[4]);
        byte[] sealed = HEX.parseHex(c[5] + c[6]);
        assertThat(aead.seal(nonce, aad, plain)).as(c[0]).isEqualTo(sealed);
        assertThat(aead.open(nonce, aad, sealed)).as(c[0]).isEqualTo(plain);
        try (Aead seldom = Aead.seldom(Secret.of(HEX.parseHex(c[1])))) {
          assertThat(seldom.seal(nonce, aad, plain)).as(c[0]).isEqualTo(sealed);
          assertThat(seldom.open(nonce, aad, sealed)).as(c[0]).isEqualTo(plain);
        }
      }
    }
  }

  @Test
  void everySingleFlippedBitOfSealedBytesNonceAndAssociatedDataIsSeen() {
    for (String[] c : Lines.of("aes-256-gcm.txt")) {
      try (Aead aead = new Aead(Secret.of(HEX.parseHex(c[1])))) {
        for (byte[][] parts = read(c); ; ) {
          for (byte[] part : parts) {
            for (int bit = 0; bit < part.length * 8; bit++) {
              part[bit / 8] ^= (byte) (1 << bit % 8);
              assertThatThrownBy(() -> aead.open(parts[0], parts[1], parts[2]))
                  .isInstanceOf(NotAuthenticException.class);
              part[bit / 8] ^= (byte) (1 << bit % 8);
            }
          }
          break;
        }
      }
    }
  }

  private static byte[][] read(String[] c) {
    return new byte[][] {HEX.parseHex(c[2]), HEX.parseHex(c[3]), HEX.parseHex(c[5] + c[6])};
  }

  @Test
  void aWrongTagLeavesNoPlainBytesBehind() {
    try (Aead aead = new Aead(Secret.of(new byte[32]))) {
      byte[] sealed = aead.seal(new byte[12], new byte[0], "a name nobody has".getBytes());
      sealed[sealed.length - 1] ^= 1;
      byte[] to = new byte[64];
      assertThatThrownBy(
              () -> aead.open(new byte[12], new byte[0], sealed, 0, sealed.length, to, 4))
          .isInstanceOf(NotAuthenticException.class);
      assertThat(to).containsOnly(0);
      assertThatThrownBy(() -> aead.open(new byte[12], new byte[0], new byte[15]))
          .isInstanceOf(NotAuthenticException.class);
    }
  }

  @Test
  void blocksAreSealedInPlaceInsideLargerArrays() throws Exception {
    try (Aead aead = new Aead(Secret.of(new byte[32]))) {
      byte[] page = new byte[100];
      page[10] = 7;
      byte[] out = new byte[200];
      int n = aead.seal(new byte[12], new byte[] {1}, page, 8, 16, out, 50);
      assertThat(n).isEqualTo(32);
      byte[] back = new byte[40];
      assertThat(aead.open(new byte[12], new byte[] {1}, out, 50, n, back, 3)).isEqualTo(16);
      assertThat(back[5]).isEqualTo((byte) 7);
    }
  }

  @Test
  void aClosedCipherRefusesToWork() {
    Aead aead = new Aead(Secret.of(new byte[32]));
    aead.seal(new byte[12], new byte[0], new byte[1]);
    aead.close();
    assertThatThrownBy(() -> aead.seal(new byte[12], new byte[0], new byte[1]))
        .isInstanceOf(CryptoFault.class);
  }

  @Test
  void manyThreadsMayShareOneCipher() throws Exception {
    byte[] plain = new byte[5000];
    new SecureRandom().nextBytes(plain);
    try (Aead aead = new Aead(Secret.random(new SecureRandom()));
        ExecutorService lane = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> work =
          IntStream.range(0, 400)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        byte[] nonce = new byte[12];
                        nonce[0] = (byte) i;
                        nonce[1] = (byte) (i >> 8);
                        byte[] sealed = aead.seal(nonce, new byte[0], plain);
                        return java.util.Arrays.equals(
                            aead.open(nonce, new byte[0], sealed), plain);
                      })
              .toList();
      for (var done : lane.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }
  }
}
