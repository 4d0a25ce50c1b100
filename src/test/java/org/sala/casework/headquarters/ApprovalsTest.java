package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.todo.ToDo;
import org.sala.domain.Fingerprint;

/** Giving trust waits for a second officer; taking it away does not, and is looked at later. */
class ApprovalsTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk station;

  @BeforeEach
  void twoOfficersAtHeadquarters() {
    hq = Desks.headquarters(folder.resolve("hq"));
    assertThat(hq.approvals().needed()).as("nobody else is there to ask").isFalse();
    hq.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    hq.headquarters().certify(colleague(), "EX-9");
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private Fingerprint colleague() {
    return hq.headquarters().uncertified().keySet().iterator().next();
  }

  private Approvals.Word give(Approvals.Of of, String about, String handle) {
    return hq.approvals().give(of, about, handle, ("phrase of " + handle).toCharArray());
  }

  private static void isRefused(Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.SAME_OFFICER));
  }

  @Test
  void aStationIsEnrolledOnlyAfterASecondOfficerHasApprovedThatRequest() {
    assertThat(hq.approvals().needed()).isTrue();
    Path request = folder.resolve("request.json");
    Path answer = folder.resolve("answer.age");
    station.enrolment().request(request, "EX-100A");
    Runnable answering = () -> hq.headquarters().answer(request, "Station A", "A", "EX-A", answer);
    isRefused(answering);
    assertThat(answer).doesNotExist();
    String about = hq.headquarters().read(request).digest();
    assertThat(give(Approvals.Of.ANSWER, about, "zero")).isEqualTo(Approvals.Word.SAME_OFFICER);
    assertThat(hq.approvals().give(Approvals.Of.ANSWER, about, "nine", "guess".toCharArray()))
        .isEqualTo(Approvals.Word.WRONG_PASSPHRASE);
    hq.officers().add("Officer Eight Example", "eight", "phrase of eight".toCharArray());
    assertThat(give(Approvals.Of.ANSWER, about, "eight")).isEqualTo(Approvals.Word.NOT_CERTIFIED);
    isRefused(answering);
    isRefused(() -> hq.headquarters().certify(colleague(), "EX-8"));

    assertThat(give(Approvals.Of.ANSWER, about, "nine")).isEqualTo(Approvals.Word.GIVEN);
    answering.run();
    assertThat(answer).isNotEmptyFile();
    station.enrolment().request(request, "EX-200A");
    isRefused(answering);
    assertThat(give(Approvals.Of.CERTIFY, colleague().hex(), "nine"))
        .isEqualTo(Approvals.Word.GIVEN);
    hq.headquarters().certify(colleague(), "EX-8");
    assertThat(hq.headquarters().uncertified()).isEmpty();
  }

  @Test
  void whatWasApprovedIsAnsweredAndNotWhatLiesInTheFileByThen() {
    Path request = folder.resolve("request.json");
    Path answer = folder.resolve("answer.age");
    station.enrolment().request(request, "EX-100A");
    Headquarters.Asked asked = hq.headquarters().read(request);
    assertThat(give(Approvals.Of.ANSWER, asked.digest(), "nine")).isEqualTo(Approvals.Word.GIVEN);
    try (Desk stranger = Desks.create(folder.resolve("stranger"), "Officer Example", "other")) {
      stranger.enrolment().request(request, "EX-666");
      isRefused(() -> hq.headquarters().answer(request, "Station A", "A", "EX-A", answer));
      hq.headquarters().answer(asked, "Station A", "A", "EX-A", Set.of(), answer);
      assertThatThrownBy(() -> stranger.enrolment().open(answer)).isInstanceOf(CaseworkFault.class);
    }
    assertThat(hq.headquarters().stations())
        .singleElement()
        .satisfies(
            s -> assertThat(s.officers()).extracting(o -> o.number()).containsExactly("EX-100A"));
    station.enrolment().confirm(station.enrolment().open(answer));
  }

  @Test
  void whoSupervisesIsPartOfWhatIsApproved() {
    Path request = folder.resolve("request.json");
    Path answer = folder.resolve("answer.age");
    station.enrolment().request(request, "EX-100A");
    Headquarters.Asked asked = hq.headquarters().read(request);
    Set<String> supervisor = Set.of(asked.officers().getFirst().fingerprint());
    assertThat(give(Approvals.Of.ANSWER, asked.digest(), "nine")).isEqualTo(Approvals.Word.GIVEN);
    isRefused(() -> hq.headquarters().answer(asked, "Station A", "A", "EX-A", supervisor, answer));
    assertThat(give(Approvals.Of.ANSWER, asked.approved(supervisor), "nine"))
        .isEqualTo(Approvals.Word.GIVEN);
    hq.headquarters().answer(asked, "Station A", "A", "EX-A", supervisor, answer);
  }

  @Test
  void aCertificateIsKnownHereBeforeItsAnswerCanBeCarriedAway() {
    Path request = folder.resolve("request.json");
    station.enrolment().request(request, "EX-100A");
    Headquarters.Asked asked = hq.headquarters().read(request);
    assertThat(give(Approvals.Of.ANSWER, asked.digest(), "nine")).isEqualTo(Approvals.Word.GIVEN);
    Path gone = folder.resolve("a stick that was pulled out").resolve("answer.age");
    assertThatThrownBy(() -> hq.headquarters().answer(asked, "A", "A", "EX-A", Set.of(), gone))
        .isInstanceOf(CaseworkFault.class);
    // Whatever became of the file: what was certified for it can be taken back.
    hq.headquarters().revoke(asked.station(), "the stick is lost");
    assertThat(hq.headquarters().stations())
        .singleElement()
        .satisfies(s -> assertThat(s.officers()).allMatch(Headquarters.Certified::revoked));
  }

  /** One officer takes the other back and would be alone; only the authority's key helps. */
  @Test
  void nobodyBecomesMasterOfAllByTakingTheOthersBack() {
    String nine =
        hq.headquarters().own().stream()
            .filter(c -> c.number().equals("EX-9"))
            .findFirst()
            .orElseThrow()
            .serial();
    hq.headquarters().revoke(nine, "said to be lost");
    Path request = folder.resolve("request.json");
    Path answer = folder.resolve("answer.age");
    station.enrolment().request(request, "EX-100A");
    Runnable answering = () -> hq.headquarters().answer(request, "Station A", "A", "EX-A", answer);
    isRefused(answering);
    String about = hq.headquarters().read(request).digest();
    assertThat(give(Approvals.Of.ANSWER, about, "nine")).isEqualTo(Approvals.Word.NOT_CERTIFIED);
    Path safe = folder.resolve("authority of hq");
    assertThat(
            hq.approvals().giveByAuthority(Approvals.Of.ANSWER, about, safe, "guess".toCharArray()))
        .isEqualTo(Approvals.Word.WRONG_PASSPHRASE);
    isRefused(answering);
    assertThat(
            hq.approvals()
                .giveByAuthority(Approvals.Of.ANSWER, about, safe, Desks.AUTHORITY.toCharArray()))
        .isEqualTo(Approvals.Word.GIVEN);
    answering.run();
    assertThat(answer).isNotEmptyFile();
    assertThat(
            hq.approvals()
                .giveByAuthority(Approvals.Of.REVOKE, nine, safe, Desks.AUTHORITY.toCharArray()))
        .isEqualTo(Approvals.Word.GIVEN);
    assertThat(hq.approvals().needed()).as("confirmed: one is left").isFalse();
  }

  @Test
  void takingTrustAwayHoldsAtOnceAndStandsInDoNextUntilASecondHasLooked() {
    Desks.enrol(station, hq, folder, "A");
    String serial = hq.headquarters().stations().getFirst().officers().getFirst().serial();
    assertThat(hq.approvals().unconfirmed()).isEmpty();
    hq.headquarters().revoke(serial, "the laptop was stolen");
    assertThat(hq.headquarters().stations().getFirst().officers().getFirst().revoked())
        .as("nobody waits for a second")
        .isTrue();
    assertThat(hq.approvals().unconfirmed())
        .singleElement()
        .satisfies(u -> assertThat(u.officer()).isEqualTo("EX-100A"))
        .satisfies(u -> assertThat(u.reason()).isEqualTo("the laptop was stolen"))
        .satisfies(u -> assertThat(u.byName()).isEqualTo("Officer Zero Example"));
    assertThat(hq.tonight().todo()).extracting(ToDo::what).contains(ToDo.What.UNCONFIRMED);
    assertThat(give(Approvals.Of.REVOKE, serial, "zero")).isEqualTo(Approvals.Word.SAME_OFFICER);
    assertThat(hq.approvals().unconfirmed()).hasSize(1);
    assertThat(give(Approvals.Of.REVOKE, serial, "nine")).isEqualTo(Approvals.Word.GIVEN);
    assertThat(hq.approvals().unconfirmed()).isEmpty();
  }

  @Test
  void aWordThatWasGivenBeforeALaptopWasLostCountsNoMore() {
    Path request = folder.resolve("request.json");
    Path answer = folder.resolve("answer.age");
    station.enrolment().request(request, "EX-100A");
    Headquarters.Asked asked = hq.headquarters().read(request);
    assertThat(asked.takenBack()).isFalse();
    give(Approvals.Of.ANSWER, asked.digest(), "nine");
    Runnable answering = () -> hq.headquarters().answer(request, "Station A", "A", "EX-A", answer);
    answering.run();
    answering.run();
    hq.headquarters().revoke(asked.station(), "stolen");
    isRefused(answering);
    assertThat(hq.headquarters().read(request).takenBack()).isTrue();
    give(Approvals.Of.ANSWER, asked.digest(), "nine");
    assertThatThrownBy(answering::run)
        .as("no key of the station counts any more: it cannot prove that it asks")
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.NOT_PROVED));
    Headquarters.Asked again = hq.headquarters().read(request).vouched();
    give(Approvals.Of.ANSWER, again.approved(Set.of()), "nine");
    hq.headquarters().answer(again, "Station A", "A", "EX-A", Set.of(), answer);
  }

  /** By a clock before they were certified, or after they end, nobody's certificate counts. */
  @Test
  void nobodyBecomesMasterOfAllByTheClock() {
    Path request = folder.resolve("request.json");
    Path answer = folder.resolve("answer.age");
    station.enrolment().request(request, "EX-100A");
    for (long days : new long[] {-4_000, 4_000}) {
      hq.close();
      hq = Desks.unlockAfter(Duration.ofDays(days), folder.resolve("hq"), "zero");
      assertThat(hq.approvals().needed()).as("%d days off", days).isTrue();
      isRefused(() -> hq.headquarters().answer(request, "Station A", "A", "EX-A", answer));
    }
  }

  @Test
  void thatNobodyOfTheStationSignedItIsPartOfWhatIsApproved() {
    Desks.enrol(station, hq, folder, "A");
    Path request = folder.resolve("another.json");
    Path answer = folder.resolve("another.age");
    try (Desk anew = Desks.create(folder.resolve("anew"), "Officer Example", "other")) {
      anew.enrolment().request(request, "EX-200A");
      Headquarters.Asked read = hq.headquarters().read(request);
      Headquarters.Asked asked =
          new Headquarters.Asked(
              read.station(),
              read.officers(),
              read.adopts(),
              Headquarters.Proof.MISSING,
              read.takenBack(),
              read.request());
      give(Approvals.Of.ANSWER, asked.digest(), "nine");
      isRefused(
          () -> hq.headquarters().answer(asked.vouched(), "A", "A", "EX-A", Set.of(), answer));
      give(Approvals.Of.ANSWER, asked.vouched().approved(Set.of()), "nine");
      hq.headquarters().answer(asked.vouched(), "A", "A", "EX-A", Set.of(), answer);
      assertThat(answer).isNotEmptyFile();
    }
  }

  @Test
  void aRenewalIsApprovedAnewEachTime() {
    Desks.enrol(station, hq, folder, "A");
    String serial = hq.headquarters().stations().getFirst().officers().getFirst().serial();
    isRefused(() -> hq.headquarters().renew(serial));
    give(Approvals.Of.RENEW, serial, "nine");
    hq.close();
    hq = Desks.unlockAfter(Duration.ofDays(10), folder.resolve("hq"), "zero");
    hq.headquarters().renew(serial);
    assertThatThrownBy(() -> hq.headquarters().renew(serial))
        .as("the word is used up")
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.ALREADY_DONE));
  }

  @Test
  void aColleagueWhoWasTakenBackIsCertifiedAgainOnlyByTwo() {
    hq.officers().add("Officer Eight Example", "eight", "phrase of eight".toCharArray());
    Fingerprint eight = colleague();
    give(Approvals.Of.CERTIFY, eight.hex(), "nine");
    hq.headquarters().certify(eight, "EX-8");
    String serial =
        hq.headquarters().own().stream()
            .filter(c -> c.key().equals(eight))
            .findFirst()
            .orElseThrow()
            .serial();
    hq.headquarters().revoke(serial, "dismissed");
    give(Approvals.Of.REVOKE, serial, "nine");
    isRefused(() -> hq.headquarters().certify(eight, "EX-8"));
    give(Approvals.Of.CERTIFY, eight.hex(), "nine");
    hq.headquarters().certify(eight, "EX-8");
  }
}
