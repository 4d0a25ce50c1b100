package org.sala.casework.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.bench.fuzz.Fuzzing;
import org.sala.bench.fuzz.Parser;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.RecoverySheet;
import org.sala.casework.station.StationState;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Several officers in one request, and a new officer who stands for what a lost key wrote. */
class EnrolmentTest {
  @TempDir Path folder;
  private Desk hq;
  private Path request;
  private Path answer;

  @BeforeEach
  void headquarters() {
    hq = Desks.headquarters(folder.resolve("hq"));
    request = folder.resolve("request.json");
    answer = folder.resolve("answer.age");
  }

  @AfterEach
  void everybodyGoesHome() {
    hq.close();
  }

  private static RecordId newCase(Desk desk, String title) {
    return desk.cases().open(new Cases.NewCase(title, "rescue", "normal", "Example Town", ""));
  }

  private static Optional<Enrolment.Colleague> two(Desk station) {
    return station.enrolment().colleague("two", "phrase of two".toCharArray(), "EX-2");
  }

  private void answerAndAccept(Desk station) {
    String code = hq.headquarters().answer(request, "Station A", "A", "EX-A", answer);
    EnrolmentAnswer opened = station.enrolment().open(answer);
    assertThat(opened.code()).isEqualTo(code);
    station.enrolment().confirm(opened);
  }

  @Test
  void aStickThatWasPreparedCostsNobodyAFile() throws IOException {
    Path mine = Files.writeString(folder.resolve("key.a"), "the only key");
    Files.createSymbolicLink(folder.resolve("request.json.part"), mine);
    Files.createSymbolicLink(request, mine);
    hq.enrolment().request(request, "EX-1");
    assertThat(mine).hasContent("the only key");
    assertThat(EnrolmentRequest.read(request).officers()).hasSize(1);
  }

  private Importing.Outcome carry(Desk station) {
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    return hq.packages().take(station.packages().carry(line.id(), folder.resolve("usb")));
  }

  @Test
  void oneRequestAndOneAnswerEnrolEveryOfficerOfALaptop() {
    Path there = folder.resolve("a");
    try (Desk station = Desks.create(there, "Officer One Example", "one")) {
      station.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      assertThat(station.enrolment().colleague("two", "guess".toCharArray(), "EX-2")).isEmpty();
      station.enrolment().request(request, "EX-1", List.of(two(station).orElseThrow()));
      assertThat(hq.headquarters().read(request).officers())
          .extracting(Headquarters.Asker::number)
          .containsExactly("EX-1", "EX-2");
      assertThat(hq.headquarters().read(request).adopts()).isEmpty();
    }
    try (Desk station = Desks.unlock(there, "two")) {
      answerAndAccept(station);
      assertThat(station.enrolment().standing().orElseThrow().officerNumber()).isEqualTo("EX-2");
      newCase(station, "Compound R-7");
    }
    try (Desk station = Desks.unlock(there, "one")) {
      assertThat(station.enrolment().standing().orElseThrow().officerNumber()).isEqualTo("EX-1");
      newCase(station, "Compound R-8");
      Importing.Outcome outcome = carry(station);
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Importing.Outcome.Imported.class, i -> assertThat(i.held()).isZero());
      assertThat(hq.headquarters().stations().getFirst().officers()).hasSize(2);
      assertThat(hq.cases().count("")).isEqualTo(2);
    }
  }

  @Test
  void nobodyIsAskedForTwice() {
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Enrolment.Colleague self =
          station.enrolment().colleague("one", "phrase of one".toCharArray(), "EX-9").orElseThrow();
      assertThatThrownBy(() -> station.enrolment().request(request, "EX-1", List.of(self)))
          .isInstanceOf(CaseworkFault.class)
          .hasMessage("SAME_OFFICER");
      assertThat(request).doesNotExist();
    }
  }

  /** A station whose only officer is gone; a new one has come in by the sheet. */
  private Desk recovered(Path there) {
    RecoverySheet sheet;
    try (Desk station = Desks.create(there, "Officer One Example", "one")) {
      newCase(station, "Compound R-7");
      assertThat(station.adoptions().lost()).as("nobody adopts a colleague's work").isEmpty();
      sheet = station.recoverySheets().make();
    }
    Workplace.Entry.Recovered in =
        (Workplace.Entry.Recovered) new Workplace(there, Desks.CHEAP).recover(sheet.code());
    Workplace.Entry entered =
        in.recovery()
            .enter(
                "Officer Two Example", "two", "phrase of two".toCharArray(), Desks.CHEAP.random());
    return ((Workplace.Entry.Entered) entered).desk();
  }

  @Test
  void whatALostKeyWroteIsTakenInOnceItsAdoptionWasConfirmed() {
    try (Desk station = recovered(folder.resolve("a"))) {
      Adoptions.Lost lost = station.adoptions().lost().getFirst();
      assertThat(lost.name()).isEqualTo("Officer One Example");
      station.adoptions().adopt(lost.key(), "passphrase lost, recovered by the sheet");
      assertThat(station.adoptions().lost().getFirst().adopted()).isTrue();
      station.enrolment().request(request, "EX-2");
      assertThat(hq.headquarters().read(request).adopts())
          .extracting(Headquarters.Adopted::fingerprint)
          .containsExactly(lost.key().hex());
      answerAndAccept(station);
      assertThat(carry(station))
          .isInstanceOfSatisfying(
              Importing.Outcome.Imported.class, i -> assertThat(i.held()).isZero());
      RecordId there = hq.cases().list("", "number", true, 0, 1).getFirst().id();
      assertThat(hq.histories().of(there).getFirst().authorName())
          .as("the author stays the author")
          .isEqualTo("Officer One Example");
    }
  }

  @Test
  void withoutAnAdoptionItWaitsAndALaterOneReleasesIt() {
    try (Desk station = recovered(folder.resolve("a"))) {
      station.enrolment().request(request, "EX-2");
      answerAndAccept(station);
      Importing.Outcome.Imported first = (Importing.Outcome.Imported) carry(station);
      assertThat(first.held()).isPositive();
      assertThat(hq.cases().count("")).isZero();
      assertThat(hq.quarantine().again(first.id())).as("nothing is known anew").isEmpty();

      Adoptions.Lost lost = station.adoptions().lost().getFirst();
      station.adoptions().adopt(lost.key(), "passphrase lost");
      station.enrolment().request(request, "EX-2");
      answerAndAccept(station);
      assertThat(hq.quarantine().again(first.id())).isPresent();
      assertThat(hq.cases().count("")).isEqualTo(1);
    }
  }

  @Test
  void whatTheLostKeySignsLaterIsNotCovered() {
    Path there = folder.resolve("a");
    try (Desk station = recovered(there)) {
      station.adoptions().adopt(station.adoptions().lost().getFirst().key(), "key lost");
      station.enrolment().request(request, "EX-2");
      answerAndAccept(station);
    }
    try (Desk station = Desks.unlock(there, "one")) {
      newCase(station, "Somebody has the old key");
    }
    try (Desk station = Desks.unlock(there, "two")) {
      assertThat(carry(station))
          .isInstanceOfSatisfying(
              Importing.Outcome.Imported.class, i -> assertThat(i.held()).isEqualTo(1));
      assertThat(hq.cases().count("")).as("only what was there before").isEqualTo(1);
    }
  }

  @Test
  void anAdoptionThatTheAskingKeyDidNotSignIsNoRequest() throws Exception {
    try (Desk station = recovered(folder.resolve("a"))) {
      station.adoptions().adopt(station.adoptions().lost().getFirst().key(), "key lost");
      station.enrolment().request(request, "EX-2");
      String altered = Files.readString(request).replaceFirst("(\"upTo\":\"[^:]*:)", "$19");
      Files.writeString(request, altered);
      assertThatThrownBy(() -> hq.headquarters().read(request))
          .isInstanceOf(CaseworkFault.class)
          .hasMessage("BAD_FILE");
    }
  }

  @Test
  void whateverARequestHoldsItIsReadOrRefused() throws Exception {
    try (Desk station = recovered(folder.resolve("a"))) {
      station.enrolment().request(request, "EX-2");
    }
    Parser parser =
        new Parser(
            "enrolment request",
            List.of(Files.readAllBytes(request)),
            List.of("\"format\":1", "\"adopts\":[", "\"requests\":[\"", "age1", "=", "[[", "{}"),
            EnrolmentRequest::read,
            List.of(CaseworkFault.class));
    Fuzzing.Result result = Fuzzing.run(parser, 5, 1000, Duration.ofSeconds(2));
    assertThat(result.findings()).isEmpty();
    assertThat(result.taken()).isGreaterThan(0);
  }

  private void report(Desk station, Desk to) {
    newCase(station, "Compound R-9");
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    Path usb = folder.resolve("usb");
    Importing.Outcome.Imported taken =
        (Importing.Outcome.Imported) to.packages().take(station.packages().carry(line.id(), usb));
    assertThat(station.packages().take(to.packages().carry(taken.receipt().orElseThrow(), usb)))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  @Test
  void whoeverIsEnrolledElsewhereKnowsNobodyOfTheFormerHeadquartersAndEverybodyOfTheNew() {
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
        Desk other = Desks.create(folder.resolve("b"), "Officer Two Example", "two");
        Desk elsewhere = Desks.headquarters(folder.resolve("hq elsewhere"))) {
      Desks.enrol(station, hq, folder, "A");
      report(station, hq);
      Desks.enrol(other, hq, folder, "B");
      report(station, hq);
      assertThat(station.packages().peers()).extracting(Peer::name).containsExactly("Station B");
      Desks.enrol(station, elsewhere, folder, "Z");
      assertThat(station.packages().peers()).isEmpty();
      Desks.enrol(other, elsewhere, folder, "Y");
      report(station, elsewhere);
      assertThat(station.packages().peers()).extracting(Peer::name).containsExactly("Station Y");
    }
  }

  private EnrolmentAnswer askedAgain(Desk station) {
    station.enrolment().request(request, "EX-1");
    hq.headquarters().answer(request, "Station A", "A", "EX-A", answer);
    return station.enrolment().open(answer);
  }

  private static void isRefused(Desk station, EnrolmentAnswer opened) {
    List<String> before = Desks.station(station).state().texts("revoked");
    assertThatThrownBy(() -> station.enrolment().confirm(opened))
        .isInstanceOf(CaseworkFault.class)
        .hasMessage("BAD_FILE");
    assertThat(Desks.station(station).state().texts("revoked")).isEqualTo(before);
  }

  @Test
  void anAnswerThatWasOpenedBeforeANewerListCameIsNotConfirmed() {
    try (Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
        Desk other = Desks.create(folder.resolve("b"), "Officer Two Example", "two")) {
      Desks.enrol(station, hq, folder, "A");
      Desks.enrol(other, hq, folder, "B");
      EnrolmentAnswer opened = askedAgain(station);
      hq.headquarters().revoke(Desks.station(other).identity().station(), "the laptop is lost");
      report(station, hq);
      isRefused(station, opened);
      EnrolmentAnswer ofAnIssuer = askedAgain(station);
      // As a list says by which the issuing key was replaced.
      Desks.station(station)
          .state()
          .set(
              StationState.FORMER_ISSUERS,
              Value.texts(EnrolmentAnswer.texts(ofAnIssuer.content(), "issuers")));
      isRefused(station, ofAnIssuer);
    }
  }
}
