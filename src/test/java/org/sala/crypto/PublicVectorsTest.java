package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** Published test vectors of the primitives (F8), and what the key derivation refuses. */
class PublicVectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  /** RFC 5869, appendix A.1 to A.3. */
  @Test
  void hkdfAgreesWithTheRfc() {
    assertThat(hkdf("0b".repeat(22), "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9", 42))
        .isEqualTo(
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                + "34007208d5b887185865");
    assertThat(hkdf(rising(0x00, 80), rising(0x60, 80), rising(0xb0, 80), 82))
        .isEqualTo(
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                + "cc30c58179ec3e87c14c01d5c1f3434f1d87");
    assertThat(hkdf("0b".repeat(22), "", "", 42))
        .isEqualTo(
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                + "9d201395faa4b61a96c8");
  }

  private static String hkdf(String material, String salt, String info, int length) {
    try (Secret secret = Secret.of(HEX.parseHex(material))) {
      return HEX.formatHex(secret.hkdf(HEX.parseHex(salt), HEX.parseHex(info), length));
    }
  }

  private static String rising(int first, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (first + i);
    }
    return HEX.formatHex(bytes);
  }

  /** RFC 9106, section 5.3. */
  @Test
  void argon2idAgreesWithTheRfc() {
    byte[] tag =
        PassphraseKdf.argon2id(
            HEX.parseHex("01".repeat(32)),
            HEX.parseHex("02".repeat(16)),
            HEX.parseHex("03".repeat(8)),
            HEX.parseHex("04".repeat(12)),
            new KdfParameters(32, 3, 4),
            32);
    assertThat(HEX.formatHex(tag))
        .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  }

  /** The GCM specification (McGrew, Viega), test cases 14 and 16. */
  @Test
  void aesGcmAgreesWithTheSpecification() throws Exception {
    Aead zero = new Aead(Secret.of(new byte[32]));
    assertThat(HEX.formatHex(zero.seal(new byte[12], new byte[0], new byte[16])))
        .isEqualTo("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
    Aead key =
        new Aead(
            Secret.of(
                HEX.parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")));
    byte[] plain =
        HEX.parseHex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    byte[] aad = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] nonce = HEX.parseHex("cafebabefacedbaddecaf888");
    byte[] sealed = key.seal(nonce, aad, plain);
    assertThat(HEX.formatHex(sealed)).endsWith("76fc6ece0f4e1768cddf8853bb2d551b");
    assertThat(key.open(nonce, aad, sealed)).isEqualTo(plain);
    sealed[3] ^= 1;
    assertThatThrownBy(() -> key.open(nonce, aad, sealed))
        .isInstanceOf(NotAuthenticException.class);
  }

  @Test
  void theShippedPolicyRefusesWeakAndRuinousFiles() {
    PassphraseKdf shipped = new PassphraseKdf(KdfPolicy.SHIPPED);
    assertThat(shipped.allows(KdfParameters.DEFAULT)).isTrue();
    for (KdfParameters bad :
        List.of(
            new KdfParameters(64, 1, 1),
            new KdfParameters(2 << 20, 1, 1),
            new KdfParameters(65536, 11, 1),
            new KdfParameters(65536, 0, 1),
            new KdfParameters(65536, 1, 5))) {
      assertThatThrownBy(() -> shipped.derive("x".toCharArray(), "h", new byte[16], bad))
          .isInstanceOf(CryptoFault.class);
    }
  }

  @Test
  void halfACharacterIsRefusedRatherThanTurnedIntoAQuestionMark() {
    PassphraseKdf kdf = new PassphraseKdf(new KdfPolicy(64, 64, 1, 1));
    KdfParameters cheap = new KdfParameters(64, 1, 1);
    for (String bad : List.of("\ud83c", "a\udf0a", "\udf0a\ud83c")) {
      assertThatThrownBy(() -> derive(kdf, bad, cheap)).isInstanceOf(CryptoFault.class);
    }
  }

  @Test
  void calibrationNeverGoesBelowTheFloorAndNeverTakesMoreThanAQuarterOfTheMemory() {
    PassphraseKdf shipped = new PassphraseKdf(KdfPolicy.SHIPPED);
    long gib = 1L << 30;
    assertThat(shipped.calibrate(Duration.ofSeconds(1), clockOf(1_000_000), gib))
        .isEqualTo(KdfParameters.DEFAULT);
    assertThat(shipped.calibrate(Duration.ofSeconds(1), clockOf(1_000_000), gib / 2))
        .isEqualTo(new KdfParameters(128 * 1024, 3, 1));
    assertThat(shipped.calibrate(Duration.ofSeconds(1), clockOf(150_000_000), gib))
        .isEqualTo(new KdfParameters(128 * 1024, 3, 1));
    KdfParameters least = shipped.calibrate(Duration.ofSeconds(1), clockOf(9_000_000_000L), gib);
    assertThat(least).isEqualTo(new KdfParameters(64 * 1024, 3, 1));
    assertThat(shipped.allows(least)).isTrue();
  }

  /** A clock on which every derivation takes the same time. */
  private static LongSupplier clockOf(long nanosEach) {
    long[] now = {0};
    return () -> now[0] += nanosEach;
  }

  @Test
  void whoeverClosesASecretWaitsForTheDerivationThatRuns() throws Exception {
    byte[] right;
    try (Secret secret = Secret.of(HEX.parseHex("0b".repeat(32)))) {
      right = secret.derive(new byte[0], "x").copy();
    }
    for (int i = 0; i < 300; i++) {
      Secret secret = Secret.of(HEX.parseHex("0b".repeat(32)));
      Thread closer = Thread.ofVirtual().start(secret::close);
      try (Secret derived = secret.derive(new byte[0], "x")) {
        assertThat(derived.copy()).isEqualTo(right);
      } catch (CryptoFault e) {
        assertThat(e.code()).isEqualTo(CryptoFault.Code.WIPED);
      }
      closer.join();
    }
  }

  @Test
  void aWipedSecretCanNoLongerBeUsed() {
    Secret secret = Secret.of(new byte[32]);
    secret.close();
    assertThatThrownBy(secret::copy).isInstanceOf(CryptoFault.class);
  }

  private static byte[] derive(PassphraseKdf kdf, String phrase, KdfParameters p) {
    try (Secret s = kdf.derive(phrase.toCharArray(), "h", new byte[16], p)) {
      return Arrays.copyOf(s.copy(), 32);
    }
  }
}
