package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FoundGoodTest {
  private static final String ECDSA = "1.2.840.10045.4.3.2";
  private final SecureRandom random = new SecureRandom();
  private final Issuer authority = authority();
  private final Issuer stranger = authority();

  private Issuer authority() {
    return Issuer.authority(
        SigningKey.generate(random),
        "Agency of Examples",
        Instant.now(),
        Duration.ofDays(365),
        random);
  }

  @Test
  void aSignatureThatWasFoundGoodCountsForNothingElse() throws GeneralSecurityException {
    Certificate by = authority.certificate();
    X509Certificate officer =
        authority
            .certify(
                SigningKey.generate(random).verifying(),
                "EX-0001",
                "field",
                "Agency of Examples",
                Instant.now(),
                Duration.ofDays(1))
            .jca();
    byte[] content = officer.getTBSCertificate();
    byte[] signature = officer.getSignature();
    for (int i = 0; i < 2; i++) {
      assertThat(by.hasSigned(content, ECDSA, signature)).isTrue();
      assertThat(by.hasSigned(content, "1.2.840.10045.4.3.3", signature)).isFalse();
      assertThat(stranger.certificate().hasSigned(content, ECDSA, signature)).isFalse();
      assertThat(by.hasSigned(altered(content), ECDSA, signature)).isFalse();
      assertThat(by.hasSigned(content, ECDSA, altered(signature))).isFalse();
    }
  }

  private static byte[] altered(byte[] bytes) {
    byte[] other = bytes.clone();
    other[other.length - 1] ^= 1;
    return other;
  }

  @Test
  void noByteCountsForAnotherPart() {
    assertThat(FoundGood.Digest.of(new byte[1], new byte[2], new byte[3]))
        .isEqualTo(FoundGood.Digest.of(new byte[1], new byte[2], new byte[3]))
        .isNotEqualTo(FoundGood.Digest.of(new byte[2], new byte[1], new byte[3]))
        .isNotEqualTo(FoundGood.Digest.of(new byte[1], new byte[3], new byte[2]));
  }

  @Test
  void theLongestUnaskedIsForgottenFirst() {
    FoundGood found = new FoundGood();
    for (int i = 0; i < 4_096; i++) {
      found.add(new FoundGood.Digest(i, 0, 0, 0));
    }
    assertThat(found.has(new FoundGood.Digest(0, 0, 0, 0))).isTrue();
    found.add(new FoundGood.Digest(4_096, 0, 0, 0));
    assertThat(found.has(new FoundGood.Digest(1, 0, 0, 0))).isFalse();
    assertThat(found.has(new FoundGood.Digest(0, 0, 0, 0))).isTrue();
    assertThat(found.size()).isEqualTo(4_096);
  }
}
