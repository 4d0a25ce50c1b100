package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Pending;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;

/** The authority hands over to a new key, and no laptop has to come in for it. */
class AuthorityActsTest {
  private static final String NEXT = "another phrase of the authority";

  @TempDir Path folder;
  private Desk hq;
  private Desk station;

  @BeforeEach
  void anAgencyWithOneStation() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private Path safe() {
    return folder.resolve("authority of hq");
  }

  private AuthorityActs.Handed succeed(Path from, String phrase, Path to) {
    return hq.headquarters()
        .authority()
        .succeed(from, phrase.toCharArray(), Desks.stick(to), NEXT.toCharArray());
  }

  /** A package goes, the answer comes back. */
  private Importing.Outcome exchange(Desk from) {
    Path usb = folder.resolve("usb");
    from.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
    PackageLine line =
        from.packages().seal(from.packages().plan(Optional.empty()), Progress.none());
    Importing.Outcome.Imported i =
        (Importing.Outcome.Imported) hq.packages().take(from.packages().carry(line.id(), usb));
    return from.packages().take(hq.packages().carry(i.receipt().orElseThrow(), usb));
  }

  @Test
  void aStationFollowsWithTheNextReceiptAndItsOfficersKeepTheirCertificates() {
    String before = station.enrolment().trusted().orElseThrow().authority();
    String certificate = station.enrolment().standing().orElseThrow().until().toString();
    assertThat(succeed(safe(), Desks.AUTHORITY, folder.resolve("next")))
        .isEqualTo(AuthorityActs.Handed.OVER);
    assertThat(station.enrolment().trusted().orElseThrow().authority())
        .as("nothing has reached it yet")
        .isEqualTo(before);
    assertThat(exchange(station)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(station.enrolment().trusted().orElseThrow().authority())
        .isNotEqualTo(before)
        .isEqualTo(hq.headquarters().authority().key());
    assertThat(station.enrolment().standing().orElseThrow().until()).hasToString(certificate);
    assertThat(exchange(station)).as("and goes on").isInstanceOf(Importing.Outcome.Imported.class);
  }

  @Test
  void aStationThatMissedOneFindsItsWayToTheLastOfThem() {
    Path second = folder.resolve("second");
    succeed(safe(), Desks.AUTHORITY, second);
    assertThat(succeed(second, NEXT, folder.resolve("third"))).isEqualTo(AuthorityActs.Handed.OVER);
    exchange(station);
    assertThat(station.enrolment().trusted().orElseThrow().authority())
        .isEqualTo(hq.headquarters().authority().key());
    try (Desk other = Desks.create(folder.resolve("b"), "Officer Six Example", "six")) {
      Desks.enrol(other, hq, folder, "B");
      assertThat(exchange(other)).isInstanceOf(Importing.Outcome.Imported.class);
    }
  }

  @Test
  void aStationThatHeardNeitherOfSuccessorsNorOfAnotherIssuingKeyHearsOfAllAtOnce() {
    Path second = folder.resolve("second");
    Path third = folder.resolve("third");
    succeed(safe(), Desks.AUTHORITY, second);
    succeed(second, NEXT, third);
    assertThat(hq.headquarters().authority().replaceIssuer(third, NEXT.toCharArray()))
        .isEqualTo(AuthorityActs.Handed.OVER);
    Path usb = folder.resolve("usb");
    station.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    Importing.Outcome.Held held =
        (Importing.Outcome.Held) hq.packages().take(station.packages().carry(line.id(), usb));
    assertThat(station.packages().take(hq.packages().carry(held.receipt().orElseThrow(), usb)))
        .as("headquarters is believed under an authority that the station has never heard of")
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(station.enrolment().trusted().orElseThrow().authority())
        .isEqualTo(hq.headquarters().authority().key());
    assertThat(exchange(station)).as("and goes on").isInstanceOf(Importing.Outcome.Imported.class);
  }

  /** A night on which the issuing key is stolen and the safe stands open. */
  @Test
  void aStationThatHeardNeitherOfAnotherIssuingKeyNorOfTheSuccessorAfterItIsNotCutOff() {
    Path usb = folder.resolve("usb");
    Path early = sealed(usb);
    assertThat(hq.headquarters().authority().replaceIssuer(safe(), Desks.AUTHORITY.toCharArray()))
        .isEqualTo(AuthorityActs.Handed.OVER);
    Importing.Outcome.Held before = (Importing.Outcome.Held) hq.packages().take(early);
    Path late = sealed(usb);
    succeed(safe(), Desks.AUTHORITY, folder.resolve("next"));

    assertThat(hq.quarantine().reject(before.id(), "sealed anew"))
        .as("what waited since before can be decided")
        .isPresent();
    Importing.Outcome.Held held = (Importing.Outcome.Held) hq.packages().take(late);
    assertThat(held.doubts()).contains(Doubt.SIGNER_ISSUER_REVOKED);
    assertThat(station.packages().take(hq.packages().carry(held.receipt().orElseThrow(), usb)))
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(station.enrolment().trusted().orElseThrow().authority())
        .isEqualTo(hq.headquarters().authority().key());
    assertThat(exchange(station)).as("and goes on").isInstanceOf(Importing.Outcome.Imported.class);
  }

  private Path sealed(Path usb) {
    station.cases().open(new Cases.NewCase("Compound R-8", "rescue", "normal", "", ""));
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    return station.packages().carry(line.id(), usb);
  }

  @Test
  void theFormerKeySignsNothingAnyMoreAndAWrongOneChangesNothing() {
    String first = hq.headquarters().authority().key();
    assertThat(succeed(safe(), "phrase of nobody", folder.resolve("next")))
        .isEqualTo(AuthorityActs.Handed.WRONG_PASSPHRASE);
    assertThatThrownBy(() -> succeed(safe(), Desks.AUTHORITY, safe()))
        .as("a new key is not written over another")
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.ALREADY_DONE));
    assertThat(hq.headquarters().authority().key()).isEqualTo(first);
    assertThat(hq.pending()).doesNotContain(Pending.AUTHORITY_LIST_ENDS);
    succeed(safe(), Desks.AUTHORITY, folder.resolve("next"));
    assertThat(succeed(safe(), Desks.AUTHORITY, folder.resolve("other")))
        .isEqualTo(AuthorityActs.Handed.ANOTHER_KEY);
    assertThat(hq.headquarters().authority().renewList(folder.resolve("next"), NEXT.toCharArray()))
        .isTrue();
    hq.headquarters().exportForChecking(folder.resolve("check"), false);
    assertThat(folder.resolve("check/former-authorities.pem")).isNotEmptyFile();
  }

  @Test
  void whereThereIsASecondOfficerItWaitsForTheSecondsWord() {
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    hq.headquarters().certify(hq.headquarters().uncertified().keySet().iterator().next(), "EX-9");
    assertThatThrownBy(() -> succeed(safe(), Desks.AUTHORITY, folder.resolve("next")))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.SAME_OFFICER));
    assertThat(folder.resolve("next")).isEmptyDirectory();
    String key = hq.headquarters().authority().key();
    hq.approvals().give(Approvals.Of.SUCCEED, key, "nine", "phrase of nine".toCharArray());
    assertThat(succeed(safe(), Desks.AUTHORITY, folder.resolve("next")))
        .isEqualTo(AuthorityActs.Handed.OVER);
  }
}
