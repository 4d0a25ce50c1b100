package org.sala.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.Certificate;
import org.sala.crypto.CertificateRequest;
import org.sala.crypto.Issuer;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Tool;

/** What practice is marked with: certificates, requests and packages. */
class TrainingTest {
  private final Agency agency = new Agency();
  @TempDir Path folder;

  private ParcelHeader header(Purpose purpose) {
    ParcelHeader h = agency.header();
    return new ParcelHeader(
        h.format(),
        h.id(),
        h.station(),
        h.incarnation(),
        h.addressee(),
        h.sequence(),
        h.previous(),
        h.recipients(),
        purpose,
        h.protection(),
        h.created(),
        h.changes(),
        h.auditEntries(),
        h.auditLength(),
        h.auditHead(),
        h.auditStart(),
        h.authors(),
        h.keys(),
        h.notes());
  }

  @Test
  void aTrainingPackageSaysSoInsideUnderItsSignatureAndOutsideToWhoeverCannotOpenIt()
      throws Exception {
    Path file = agency.seal(folder, header(Purpose.TRAINING), agency.source());
    Verdict ours = agency.verify(file);
    assertThat(ours.genuine()).isTrue();
    assertThat(ours.header().orElseThrow().purpose()).isEqualTo(Purpose.TRAINING);
    Verdict elsewhere =
        new ParcelReader(List.of(AgeIdentity.generate()), agency.trust(List.of()), Agency.NOW)
            .read(file, Sink.nothing());
    assertThat(elsewhere.kind()).isEqualTo(Verdict.Kind.TRAINING);
    assertThat(elsewhere.sound()).isFalse();
    if (Tool.has("age")) {
      Files.writeString(folder.resolve("identity.txt"), agency.reader.secret() + "\n");
      Tool.Answer age =
          Tool.run(folder, "age", "-d", "-i", "identity.txt", "-o", "p.zip", file.toString());
      assertThat(age.status())
          .as("age passes over a stanza that it does not know: " + age.text())
          .isZero();
    }
  }

  @Test
  void everyOtherPackageStaysUnreadableForOthersAndNothingMore() throws Exception {
    Path file = agency.seal(folder);
    Verdict elsewhere =
        new ParcelReader(List.of(AgeIdentity.generate()), agency.trust(List.of()), Agency.NOW)
            .read(file, Sink.nothing());
    assertThat(elsewhere.kind()).isEqualTo(Verdict.Kind.UNREADABLE);
  }

  @Test
  void everyCertificateBelowAPracticeAuthoritySaysSoAndARequestSaysItUnderItsSignature()
      throws Exception {
    Issuer authority =
        Issuer.authority(
            SigningKey.generate(agency.random),
            "Agency of Examples",
            Agency.NOW,
            Duration.ofDays(9),
            agency.random,
            true);
    Issuer issuing =
        authority.certifyIssuer(
            SigningKey.generate(agency.random),
            "Agency of Examples",
            Agency.NOW,
            Duration.ofDays(9));
    Certificate officer =
        issuing.certify(
            agency.key.verifying(), "EX-1", "field", "Other", Agency.NOW, Duration.ofDays(9));
    assertThat(authority.certificate().practice()).isTrue();
    assertThat(issuing.certificate().practice()).isTrue();
    assertThat(officer.practice()).isTrue();
    assertThat(officer.number()).isEqualTo("EX-1");
    assertThat(officer.role()).isEqualTo("field");
    assertThat(agency.officer.practice()).isFalse();
    CertificateRequest asked = CertificateRequest.make(agency.key, "EX-1", true);
    assertThat(CertificateRequest.of(asked.der()).practice()).isTrue();
    assertThat(CertificateRequest.of(asked.der()).number()).isEqualTo("EX-1");
    assertThat(CertificateRequest.of(CertificateRequest.make(agency.key, "EX-1").der()).practice())
        .isFalse();
  }
}
