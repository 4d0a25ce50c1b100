package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures, certificates, revocation and age files, judged by openssl and age where they are. */
class TrustTest {
  private static final Instant NOW =
      Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  private final SecureRandom random = new SecureRandom();
  private final Issuer authority =
      Issuer.authority(
          SigningKey.generate(random),
          "Agency of Examples",
          NOW.minusSeconds(60),
          Duration.ofDays(3650),
          random);
  private final Issuer issuing =
      authority.certifyIssuer(
          SigningKey.generate(random),
          "Agency of Examples",
          NOW.minusSeconds(60),
          Duration.ofDays(1825));
  private final SigningKey key = SigningKey.generate(random);
  private final Certificate officer =
      issuing.certify(
          key.verifying(),
          "EX-0001",
          "field",
          "Agency of Examples",
          NOW.minusSeconds(60),
          Duration.ofDays(365));
  private final byte[] content = "content of a manifest".getBytes(StandardCharsets.UTF_8);

  private Trust trust(Set<String> officers, Set<String> issuers) {
    return new Trust(
        List.of(authority.certificate()),
        List.of(),
        List.of(
            issuing.revoke(officers, 1, NOW, Duration.ofDays(30)),
            authority.revoke(issuers, 1, NOW, Duration.ofDays(30))));
  }

  @Test
  void aListWhoseTimeIsOverStillTakesBackAndNoLongerClears() {
    Instant later = NOW.plus(Duration.ofDays(31));
    assertThat(trust(Set.of(), Set.of()).standing(officer, List.of(issuing.certificate()), NOW))
        .isEqualTo(new Trust.Standing.Trusted(true));
    assertThat(trust(Set.of(), Set.of()).standing(officer, List.of(issuing.certificate()), later))
        .isEqualTo(new Trust.Standing.Trusted(false));
    assertThat(
            trust(Set.of(officer.serial()), Set.of())
                .standing(officer, List.of(issuing.certificate()), later))
        .isEqualTo(new Trust.Standing.Revoked());
  }

  @Test
  void aSignatureLeadsToTheAuthority() {
    byte[] signature =
        CadesSignature.sign(content, key, List.of(officer, issuing.certificate()), NOW);
    CadesSignature.Reading reading = CadesSignature.read(content, signature);
    assertThat(reading).isInstanceOf(CadesSignature.Reading.Signed.class);
    CadesSignature.Reading.Signed signed = (CadesSignature.Reading.Signed) reading;
    assertThat(signed.signer()).isEqualTo(officer);
    assertThat(signed.signer().number()).isEqualTo("EX-0001");
    assertThat(trust(Set.of(), Set.of()).standing(signed.signer(), signed.chain(), NOW))
        .isEqualTo(new Trust.Standing.Trusted(true));
  }

  @Test
  void aRevocationListGivesWayToOneOfTheSameNumberThatHoldsMoreAndToNoneThatHoldsLess() {
    RevocationList known = revoked(Set.of("0a"), 1, 0);
    assertThat(revoked(Set.of("0a", "0b"), 1, 0).isNoOlderThan(known)).isTrue();
    assertThat(revoked(Set.of(), 2, 0).isNoOlderThan(known)).isFalse();
    assertThat(revoked(Set.of("0b"), 2, 9).isNoOlderThan(known)).isFalse();
    assertThat(revoked(Set.of("0a", "0b"), 1, -9).isNoOlderThan(known)).isFalse();
  }

  @Test
  void aRevocationListGivesWayByItsNumberWhateverTheClocksShowed() {
    RevocationList known = revoked(Set.of("0a"), 9, 31_000_000);
    assertThat(revoked(Set.of("0a"), 10, 0).isNoOlderThan(known)).isTrue();
    assertThat(revoked(Set.of("0a", "0b"), 8, 32_000_000).isNoOlderThan(known)).isFalse();
    RevocationList restored = revoked(Set.of("0a"), 1_700_000_000_000L, 0);
    assertThat(restored.isNoOlderThan(known)).isTrue();
    assertThat(known.isNoOlderThan(restored)).isFalse();
  }

  private RevocationList revoked(Set<String> serials, long number, long seconds) {
    return issuing.revoke(serials, number, NOW.plusSeconds(seconds), Duration.ofDays(30));
  }

  @Test
  void anotherAuthorityARevokedKeyAndAPassedDayAreToldApart() {
    Issuer stranger =
        Issuer.authority(
            SigningKey.generate(random), "Agency of Examples", NOW, Duration.ofDays(1), random);
    List<Certificate> sent = List.of(issuing.certificate());
    assertThat(
            new Trust(List.of(stranger.certificate()), List.of(), List.of())
                .standing(officer, sent, NOW))
        .isEqualTo(new Trust.Standing.Unknown());
    assertThat(trust(Set.of(officer.serial()), Set.of()).standing(officer, sent, NOW))
        .isEqualTo(new Trust.Standing.Revoked());
    assertThat(trust(Set.of(), Set.of(issuing.certificate().serial())).standing(officer, sent, NOW))
        .isEqualTo(new Trust.Standing.IssuerRevoked());
    assertThat(trust(Set.of(), Set.of()).standing(officer, sent, NOW.plus(Duration.ofDays(400))))
        .isEqualTo(new Trust.Standing.OutOfTime());
    assertThat(
            new Trust(List.of(authority.certificate()), List.of(), List.of())
                .standing(officer, sent, NOW))
        .as("without lists nothing is known of revocation")
        .isEqualTo(new Trust.Standing.Trusted(false));
  }

  @Test
  void anOfficerCannotIssueCertificates() {
    SigningKey other = SigningKey.generate(random);
    assertThatThrownBy(() -> Issuer.of(key, officer, random)).isInstanceOf(CryptoFault.class);
    assertThat(
            trust(Set.of(), Set.of())
                .standing(
                    Issuer.authority(other, "Agency of Examples", NOW, Duration.ofDays(1), random)
                        .certificate(),
                    List.of(officer),
                    NOW))
        .isEqualTo(new Trust.Standing.Unknown());
  }

  @Test
  void everyFlippedBitOfASignatureIsNoticed() {
    byte[] signature =
        CadesSignature.sign(content, key, List.of(officer, issuing.certificate()), NOW);
    Trust trust = trust(Set.of(), Set.of());
    int silent = 0;
    for (int i = 0; i < signature.length; i += 3) {
      byte[] spoiled = signature.clone();
      spoiled[i] ^= 4;
      if (CadesSignature.read(content, spoiled) instanceof CadesSignature.Reading.Signed s
          && trust.standing(s.signer(), s.chain(), NOW) instanceof Trust.Standing.Trusted
          && !s.signer().equals(officer)) {
        silent++;
      }
    }
    assertThat(silent).isZero();
    byte[] other = content.clone();
    other[0] ^= 1;
    assertThat(CadesSignature.read(other, signature))
        .isEqualTo(new CadesSignature.Reading.Altered());
  }

  @Test
  void opensslVerifiesTheSignatureWithRevocation(@TempDir Path folder) throws Exception {
    byte[] signature =
        CadesSignature.sign(content, key, List.of(officer, issuing.certificate()), NOW);
    Files.write(folder.resolve("signature.p7s"), signature);
    Files.write(folder.resolve("content"), content);
    Files.writeString(folder.resolve("authority.pem"), authority.certificate().pem());
    for (boolean revoked : List.of(false, true)) {
      Trust trust = trust(revoked ? Set.of(officer.serial()) : Set.of(), Set.of());
      Files.writeString(
          folder.resolve("crl.pem"), trust.revoked().get(0).pem() + trust.revoked().get(1).pem());
      assertThat(
              trust.standing(officer, List.of(issuing.certificate()), NOW)
                  instanceof Trust.Standing.Trusted)
          .isEqualTo(!revoked);
      if (Tool.has("openssl")) {
        Files.writeString(
            folder.resolve("ca.pem"),
            authority.certificate().pem() + Files.readString(folder.resolve("crl.pem")));
        Tool.Answer answer =
            Tool.run(
                folder,
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "signature.p7s",
                "-content",
                "content",
                "-CAfile",
                "ca.pem",
                "-crl_check_all",
                "-out",
                "/dev/null");
        assertThat(answer.status() == 0).as(answer.text()).isEqualTo(!revoked);
      }
    }
  }

  @Test
  void ageReadsWhatWeWriteAndWeReadWhatAgeWrites(@TempDir Path folder) throws Exception {
    AgeIdentity identity = AgeIdentity.generate();
    assertThat(AgeIdentity.of(identity.secret()).recipient()).isEqualTo(identity.recipient());
    byte[] plain = new byte[200_000];
    random.nextBytes(plain);
    byte[] sealed = encrypt(identity, plain);
    assertThat(decrypt(identity, sealed)).isEqualTo(plain);
    if (Tool.has("age")) {
      Files.write(folder.resolve("a.age"), sealed);
      Files.writeString(folder.resolve("id"), identity.secret() + "\n");
      Files.write(folder.resolve("plain"), plain);
      assertThat(Tool.run(folder, "age", "-d", "-i", "id", "-o", "out", "a.age").status()).isZero();
      assertThat(Files.readAllBytes(folder.resolve("out"))).isEqualTo(plain);
      assertThat(
              Tool.run(folder, "age", "-r", identity.recipient().text(), "-o", "b.age", "plain")
                  .status())
          .isZero();
      assertThat(decrypt(identity, Files.readAllBytes(folder.resolve("b.age")))).isEqualTo(plain);
    }
  }

  @Test
  void cutAlteredAndForeignAgeFilesAreRefused() throws Exception {
    AgeIdentity identity = AgeIdentity.generate();
    byte[] sealed = encrypt(identity, new byte[150_000]);
    assertThatThrownBy(() -> decrypt(AgeIdentity.generate(), sealed))
        .isInstanceOf(NotAuthenticException.class);
    for (int cut : new int[] {10, 200, 70_000, sealed.length - 1}) {
      assertThatThrownBy(() -> decrypt(identity, java.util.Arrays.copyOf(sealed, cut)))
          .isInstanceOfAny(NotAuthenticException.class, IOException.class);
    }
    for (int at = 0; at < sealed.length; at += 4001) {
      byte[] spoiled = sealed.clone();
      spoiled[at] ^= 1;
      assertThatThrownBy(() -> decrypt(identity, spoiled))
          .isInstanceOfAny(NotAuthenticException.class, IOException.class);
    }
  }

  private static byte[] encrypt(AgeIdentity identity, byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream to = Age.encrypt(List.of(identity.recipient()), out)) {
      to.write(plain);
    }
    return out.toByteArray();
  }

  private static byte[] decrypt(AgeIdentity identity, byte[] sealed) throws Exception {
    try (var in = Age.decrypt(List.of(identity), new ByteArrayInputStream(sealed))) {
      return in.readAllBytes();
    }
  }

  private Certificate officerOf(Issuer by) {
    return by.certify(
        key.verifying(), "EX-0001", "field", "Agency of Examples", NOW, Duration.ofDays(9));
  }

  @Test
  void noMoreIssuersStandBelowOneThanItAllows() {
    Issuer below =
        issuing.certifyIssuer(
            SigningKey.generate(random), "Agency Two of Examples", NOW, Duration.ofDays(9));
    List<Certificate> sent = List.of(below.certificate(), issuing.certificate());
    assertThat(trust(Set.of(), Set.of()).standing(officerOf(below), sent, NOW))
        .isEqualTo(new Trust.Standing.Unknown());
  }

  @Test
  void manyIssuersOfOneNameAreNotAllTried() {
    Issuer stranger =
        Issuer.authority(
            SigningKey.generate(random), "Agency of Examples", NOW, Duration.ofDays(1), random);
    List<Certificate> crowd = new ArrayList<>();
    for (int i = 0; i < Trust.MOST_TRIED; i++) {
      crowd.add(
          stranger
              .certifyIssuer(
                  SigningKey.generate(random), "Agency of Examples", NOW, Duration.ofDays(1))
              .certificate());
    }
    Trust trust = trust(Set.of(), Set.of());
    List<Certificate> behind = new ArrayList<>(crowd);
    behind.add(issuing.certificate());
    assertThat(trust.standing(officer, behind, NOW)).isEqualTo(new Trust.Standing.Unknown());
    assertThat(trust.standing(officer, behind.subList(1, behind.size()), NOW))
        .isEqualTo(new Trust.Standing.Trusted(true));
    assertThat(
            new Trust(trust.authorities(), List.of(issuing.certificate()), trust.revoked())
                .standing(officer, crowd, NOW))
        .as("those that are known are tried first")
        .isEqualTo(new Trust.Standing.Trusted(true));
  }

  /** An issuing certificate as no {@link Issuer} makes it. */
  private Issuer issuer(int usage, boolean strange) throws Exception {
    SigningKey own = SigningKey.generate(random);
    java.lang.reflect.Field kept = Issuer.class.getDeclaredField("key");
    kept.setAccessible(true);
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            authority.certificate().jca(),
            java.math.BigInteger.valueOf(77),
            Date.from(NOW.minusSeconds(60)),
            Date.from(NOW.plusSeconds(86_400)),
            new X500Name("CN=odd issuing"),
            own.verifying().jca());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    if (strange) {
      builder.addExtension(
          new ASN1ObjectIdentifier("1.2.3.4.5"), true, new DEROctetString(new byte[1]));
    }
    Certificate made =
        Certificate.of(builder.build(new KeySigner((SigningKey) kept.get(authority))).getEncoded());
    return Issuer.of(own, made, random);
  }

  @Test
  void whatIsCriticalAndUnknownLeadsNowhereAndAKeyForCertificatesAloneTakesNothingBack()
      throws Exception {
    Issuer strange = issuer(KeyUsage.keyCertSign | KeyUsage.cRLSign, true);
    assertThat(
            trust(Set.of(), Set.of())
                .standing(officerOf(strange), List.of(strange.certificate()), NOW))
        .isEqualTo(new Trust.Standing.Unknown());
    Issuer plain = issuer(KeyUsage.keyCertSign | KeyUsage.cRLSign, false);
    Issuer signsOnly = issuer(KeyUsage.keyCertSign, false);
    for (Issuer by : List.of(plain, signsOnly)) {
      Certificate one = officerOf(by);
      Trust trust =
          new Trust(
              List.of(authority.certificate()),
              List.of(by.certificate()),
              List.of(
                  by.revoke(Set.of(one.serial()), 1, NOW, Duration.ofDays(9)),
                  authority.revoke(Set.of(), 1, NOW, Duration.ofDays(9))));
      assertThat(trust.standing(one, List.of(), NOW))
          .isEqualTo(
              by == plain ? new Trust.Standing.Revoked() : new Trust.Standing.Trusted(false));
    }
  }
}
