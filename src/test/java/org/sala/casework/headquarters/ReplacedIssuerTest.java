package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.crypto.Certificate;
import org.sala.crypto.RevocationList;
import org.sala.crypto.Tool;

/** The issuing key is stolen: the authority takes it back, and nobody has to come in for it. */
class ReplacedIssuerTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk station;
  private Desk other;

  @BeforeEach
  void anAgencyWithTwoStations() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    other = Desks.create(folder.resolve("b"), "Officer Six Example", "six");
    Desks.enrol(other, hq, folder, "B");
  }

  @AfterEach
  void everybodyGoesHome() {
    other.close();
    station.close();
    hq.close();
  }

  private AuthorityActs.Handed replace(String phrase) {
    return hq.headquarters()
        .authority()
        .replaceIssuer(folder.resolve("authority of hq"), phrase.toCharArray());
  }

  private Path sealed(Desk from, String name) {
    from.cases().open(new Cases.NewCase(name, "rescue", "normal", "", ""));
    PackageLine line =
        from.packages().seal(from.packages().plan(Optional.empty()), Progress.none());
    return from.packages().carry(line.id(), folder.resolve("usb"));
  }

  private Importing.Outcome answered(Desk to, Optional<org.sala.domain.RecordId> receipt) {
    return to.packages().take(hq.packages().carry(receipt.orElseThrow(), folder.resolve("usb")));
  }

  @Test
  void whatHadComeStaysWhatComesLaterWaitsAndTheAnswerBringsWhatToSealAgainWith() {
    Path early = sealed(station, "Compound R-7");
    assertThat(hq.packages().take(early)).isInstanceOf(Importing.Outcome.Imported.class);
    Path late = sealed(station, "Compound R-8");
    String issuing = hq.headquarters().authority().issuingKey();

    assertThat(replace(Desks.AUTHORITY)).isEqualTo(AuthorityActs.Handed.OVER);
    assertThat(hq.headquarters().authority().issuingKey()).isNotEqualTo(issuing);
    assertThat(hq.cases().count("")).as("what had come stays").isEqualTo(1);
    assertThat(hq.packages().check(early).genuine()).as("and is judged by its day").isTrue();
    Importing.Outcome.Held held = (Importing.Outcome.Held) hq.packages().take(late);
    assertThat(held.doubts()).contains(Doubt.SIGNER_ISSUER_REVOKED);
    assertThat(held.doubts())
        .as("the key that wrote the changes has a certificate that counts")
        .doesNotContain(Doubt.CHANGE_AUTHOR_REVOKED);
    assertThat(hq.cases().count("")).isEqualTo(1);

    assertThat(answered(station, held.receipt())).isInstanceOf(Importing.Outcome.Imported.class);
    Importing.Outcome again = hq.packages().take(sealed(station, "Compound R-9"));
    assertThat(again)
        .as("sealed with the new certificate")
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(answered(station, ((Importing.Outcome.Imported) again).receipt()))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  @Test
  void whoeverHoldsTheStolenKeyIsBelievedByNobodyWhoHasHeard() {
    Certificate stolen = Desks.station(hq).trust().issuers().getFirst();
    replace(Desks.AUTHORITY);
    assertThat(Desks.station(hq).trust().issuers())
        .as("what it has issued is still known, for taken back")
        .contains(stolen)
        .hasSize(2);
    Importing.Outcome.Held held =
        (Importing.Outcome.Held) hq.packages().take(sealed(other, "Compound R-7"));
    answered(other, held.receipt());
    assertThat(Desks.station(other).trust().revoked())
        .as("the authority's own list names it, at the station too")
        .anyMatch(l -> l.serials().contains(stolen.serial()));
    assertThat(Desks.station(other).state().texts("issuers")).doesNotContain(stolen.pem());

    hq.headquarters()
        .authority()
        .renewList(folder.resolve("authority of hq"), Desks.AUTHORITY.toCharArray());
    assertThat(Desks.station(hq).trust().revoked())
        .as("a list that is signed anew forgets nothing")
        .anyMatch(l -> l.serials().contains(stolen.serial()));
  }

  @Test
  void aWrongPassphraseChangesNothingAndWhereThereAreTwoOfficersItWaitsForTheSecond() {
    String issuing = hq.headquarters().authority().issuingKey();
    assertThat(replace("phrase of nobody")).isEqualTo(AuthorityActs.Handed.WRONG_PASSPHRASE);
    assertThat(hq.headquarters().authority().issuingKey()).isEqualTo(issuing);
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
    assertThatThrownBy(() -> replace(Desks.AUTHORITY))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.SAME_OFFICER));
    hq.approvals().give(Approvals.Of.ISSUER, issuing, "nine", "phrase of nine".toCharArray());
    assertThat(replace(Desks.AUTHORITY)).isEqualTo(AuthorityActs.Handed.OVER);
    assertThat(hq.approvals().needed()).as("both have certificates that count").isTrue();
    assertThatThrownBy(() -> replace(Desks.AUTHORITY))
        .as("a word is for one key")
        .isInstanceOf(CaseworkFault.class);
  }

  @Test
  void whoWasTakenBackGetsNoNewCertificate() {
    hq.headquarters().revoke(hq.headquarters().stations().getFirst().id(), "lost");
    replace(Desks.AUTHORITY);
    assertThat(hq.headquarters().stations().getFirst().officers())
        .allMatch(Headquarters.Certified::revoked);
    assertThat(hq.headquarters().stations().getLast().officers())
        .noneMatch(Headquarters.Certified::revoked);
    Importing.Outcome.Held held =
        (Importing.Outcome.Held) hq.packages().take(sealed(station, "Compound R-7"));
    assertThat(held.doubts()).contains(Doubt.SIGNER_REVOKED);
  }

  /** What a court or a partner has is the two files that headquarters writes. */
  @Test
  void opensslSaysTheSame() throws Exception {
    hq.headquarters().exportForChecking(folder.resolve("before"), false);
    Certificate old = officer("a");
    replace(Desks.AUTHORITY);
    Certificate next = officer("a");
    assertThat(next.key().fingerprint()).isEqualTo(old.key().fingerprint());
    hq.headquarters().exportForChecking(folder.resolve("check"), false);
    String serial = issuerBefore().serial();
    assertThat(RevocationList.ofPem(Files.readString(folder.resolve("check/crl.pem"))))
        .anyMatch(l -> l.serials().contains(serial));
    assertThat(Tool.has("openssl") || System.getenv("CI") == null).isTrue();
    if (Tool.has("openssl")) {
      assertThat(openssl(old, "before").status()).isZero();
      Tool.Answer taken = openssl(old, "check");
      assertThat(taken.status()).as(taken.text()).isNotZero();
      assertThat(taken.text()).contains("certificate revoked");
      Tool.Answer counts = openssl(next, "check");
      assertThat(counts.status()).as(counts.text()).isZero();
    }
  }

  private Certificate officer(String station) {
    return new org.sala.casework.station.Roster(Desks.station(hq).state())
        .certificates().stream()
            .filter(c -> c.number().toLowerCase(java.util.Locale.ROOT).endsWith(station))
            .reduce((a, b) -> b)
            .orElseThrow();
  }

  private Certificate issuerBefore() throws Exception {
    return Certificate.ofPem(Files.readString(folder.resolve("before/authority.pem"))).getLast();
  }

  private Tool.Answer openssl(Certificate leaf, String files) throws Exception {
    Files.writeString(folder.resolve("leaf.pem"), leaf.pem());
    Files.writeString(folder.resolve("chain.pem"), issuerBefore().pem());
    return Tool.run(
        folder,
        "openssl",
        "verify",
        "-crl_check_all",
        "-CAfile",
        files + "/authority.pem",
        "-CRLfile",
        files + "/crl.pem",
        "-untrusted",
        "chain.pem",
        "leaf.pem");
  }
}
