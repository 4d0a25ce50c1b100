package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 4210, section 4.4: who believes the old authority can find out whom it introduced. */
class SuccessionTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Duration YEAR = Duration.ofDays(365);

  private final SecureRandom random = new SecureRandom();
  private final Issuer old = authority();
  private final SigningKey nextKey = SigningKey.generate(random);
  private final Succession handed = old.succeed(nextKey, NOW, YEAR.multipliedBy(10));
  @TempDir Path folder;

  private Issuer authority() {
    return Issuer.authority(
        SigningKey.generate(random), "Agency of Examples", NOW.minusSeconds(90), YEAR, random);
  }

  @Test
  void onlyTheAuthorityThatSignedTheIntroductionLeadsToTheSuccessor() {
    assertThat(handed.isOf(old.certificate(), NOW)).isTrue();
    assertThat(handed.isOf(authority().certificate(), NOW))
        .as("another authority of the same name")
        .isFalse();
    Succession stranger = authority().succeed(SigningKey.generate(random), NOW, YEAR);
    assertThat(
            new Succession(stranger.successor(), handed.introduction())
                .isOf(old.certificate(), NOW))
        .as("another key under a true introduction")
        .isFalse();
    assertThat(
            new Succession(handed.introduction(), handed.introduction())
                .isOf(old.certificate(), NOW))
        .as("the new key has to sign for itself")
        .isFalse();
    Certificate officer =
        old.certify(nextKey.verifying(), "EX-1", "field", "Agency of Examples", NOW, YEAR);
    assertThat(new Succession(officer, officer).isOf(old.certificate(), NOW))
        .as("an officer is no authority")
        .isFalse();
  }

  @Test
  void theIntroductionEndsWithTheOldAuthority() {
    Instant end = old.certificate().until();
    assertThat(handed.introduction().until()).isEqualTo(end);
    assertThat(handed.isOf(old.certificate(), end.plusSeconds(1))).isFalse();
    assertThat(handed.successor().until()).isAfter(end);
    assertThatThrownBy(() -> old.succeed(nextKey, end.plusSeconds(1), YEAR))
        .isInstanceOf(CryptoFault.class);
  }

  @Test
  void itIsReadBackAndNothingElseIsReadAsOne() {
    assertThat(Succession.ofPem(handed.pem())).isEqualTo(handed);
    assertThatThrownBy(() -> Succession.ofPem(handed.successor().pem()))
        .isInstanceOf(CryptoFault.class);
    assertThatThrownBy(() -> Succession.ofPem("")).isInstanceOf(CryptoFault.class);
  }

  /** Whoever has the old authority alone and no Sala comes to an officer under the new one. */
  @Test
  void opensslFollowsItFromTheOldAuthorityToAnOfficerUnderTheNew() throws Exception {
    assumeThat(Tool.has("openssl")).isTrue();
    Issuer next = Issuer.of(nextKey, handed.successor(), random);
    Issuer issuing =
        next.certifyIssuer(SigningKey.generate(random), "Agency of Examples", NOW, YEAR);
    Certificate officer =
        issuing.certify(
            SigningKey.generate(random).verifying(), "EX-2", "field", "Agency", NOW, YEAR);
    Path before = Files.writeString(folder.resolve("old.pem"), old.certificate().pem());
    Path after = Files.writeString(folder.resolve("new.pem"), handed.successor().pem());
    Path between =
        Files.writeString(
            folder.resolve("between.pem"),
            handed.introduction().pem() + issuing.certificate().pem());
    Path who = Files.writeString(folder.resolve("officer.pem"), officer.pem());
    for (Path trusted : new Path[] {before, after}) {
      Tool.Answer judged =
          Tool.run(
              folder,
              "openssl",
              "verify",
              "-CAfile",
              trusted.toString(),
              "-untrusted",
              between.toString(),
              who.toString());
      assertThat(judged.status()).as(judged.text()).isZero();
    }
  }
}
