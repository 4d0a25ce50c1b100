package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.register.PackageDetails;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.register.Reception;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.take.FirstLook;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** What is known of each package, on both sides, from the plan to the receipt. */
class PackageStatesTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk station;
  private RecordId caseId;

  @BeforeEach
  void aStationThatWorkedBeforeItWasEnrolled() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    caseId =
        station
            .cases()
            .open(new Cases.NewCase("Compound R-7", "rescue", "normal", "Example Town", ""));
    Desks.enrol(station, hq, folder, "A");
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private RecordId person(String number, Consents.Answer answer) {
    RecordId id =
        station
            .people()
            .add(caseId, new People.NewPerson(number, "", "Zaw Example", "", "24", "my"), "", "");
    station.people().edit(id, Map.of("needs", Value.text("Insulin")), "");
    say(id, answer);
    return id;
  }

  private void say(RecordId person, Consents.Answer answer) {
    station
        .consents()
        .ask(person, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS, answer, "my", "IN-04");
  }

  private PackageLine seal() {
    return station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
  }

  private Path carry(RecordId id) {
    return station.packages().carry(id, folder.resolve("usb"));
  }

  @Test
  void aStickThatIsNotInIsNotMadeAndNothingCountsAsCarried() {
    PackageLine line = seal();
    Path away = folder.resolve("not in");
    for (ThrowingCallable act :
        List.<ThrowingCallable>of(
            () -> station.packages().carry(line.id(), away),
            () -> station.packages().spaceIn(away, line.id()))) {
      assertThatThrownBy(act)
          .isInstanceOfSatisfying(
              CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.AWAY));
    }
    assertThat(away).doesNotExist();
    assertThat(station.packages().list().getFirst().state()).isEqualTo(PackageState.SEALED);
  }

  @Test
  void whatWasWrittenBeforeEnrolmentIsAdoptedByIt() {
    PackageLine line = seal();
    assertThat(hq.packages().take(carry(line.id()))).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(hq.cases().find(caseId)).isPresent();
    assertThat(hq.quarantine().waiting()).isEmpty();
  }

  @Test
  void aPackageSaysUnderWhichConsentWithNumbersAndNoNames() {
    person("A-001", Consents.Answer.YES);
    person("A-002", Consents.Answer.NO);
    PackageLine line = seal();
    PackageDetails d = station.packages().details(line.id());
    assertThat(d.withConsent()).containsExactly("A-001");
    assertThat(d.keptBack()).containsExactly("A-002");
    assertThat(d.cases()).hasSize(1);
    assertThat(d.people()).isEqualTo(2);
    assertThat(d.recipients()).as("headquarters and this station").hasSize(2);
    assertThat(d.signer()).isEqualTo("EX-100A");
    assertThat(d.peer()).isEqualTo("Agency of Examples");
    assertThat(d.toString() + line).doesNotContain("Zaw");
  }

  @Test
  void aYesTakenBackAfterSealingKeepsThePackageHereUntilItIsSealedAgainWithoutIt() {
    RecordId person = person("A-001", Consents.Answer.YES);
    person("A-002", Consents.Answer.YES);
    PackageLine line = seal();
    assertThat(station.packages().withdrawn(line.id())).isEmpty();
    say(person, Consents.Answer.WITHDRAWN);
    assertThat(station.packages().withdrawn(line.id())).containsExactly("A-001");
    assertThatThrownBy(() -> carry(line.id()))
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CONSENT_WITHDRAWN));
    assertThat(folder.resolve("usb").toFile().list()).isNullOrEmpty();

    station.packages().setAside(line.id(), "A-001 has withdrawn");
    assertThat(station.packages().details(line.id()).setAside()).isEqualTo("A-001 has withdrawn");
    assertThat(station.packages().reached(caseId)).isEqualTo(RecordStates.Reached.HERE);
    assertThatThrownBy(() -> carry(line.id())).isInstanceOf(CaseworkFault.class);
    PackageLine again = seal();
    PackageDetails d = station.packages().details(again.id());
    assertThat(d.keptBack()).containsExactly("A-001");
    assertThat(d.withConsent()).containsExactly("A-002");
    assertThat(hq.packages().take(carry(again.id())))
        .isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(hq.people().find(person)).isPresent();
    assertThatThrownBy(() -> station.packages().setAside(again.id(), "what has left, has left"))
        .isInstanceOf(CaseworkFault.class);
  }

  private void answered(PackageLine line) {
    Importing.Outcome.Imported there =
        (Importing.Outcome.Imported) hq.packages().take(carry(line.id()));
    Path receipt = hq.packages().carry(there.receipt().orElseThrow(), folder.resolve("usb"));
    station.packages().take(receipt);
  }

  @Test
  void whatIsOverIsNotReadWithEveryLookAtToday() {
    person("A-001", Consents.Answer.YES);
    answered(seal());
    assertThat(station.packages().lines().asked()).as("it has arrived").isEmpty();
    person("A-002", Consents.Answer.YES);
    PackageLine waits = seal();
    carry(waits.id());
    person("A-003", Consents.Answer.YES);
    PackageLine holdsIt = seal();
    assertThat(station.packages().lines().asked())
        .extracting(PackageLine::sequence, PackageLine::overtakenBy)
        .containsExactlyInAnyOrder(
            tuple(waits.sequence(), holdsIt.sequence()), tuple(holdsIt.sequence(), 0L));
    answered(holdsIt);
    assertThat(station.packages().lines().asked())
        .as("what has arrived still stands for what has not")
        .extracting(PackageLine::sequence, PackageLine::overtakenBy)
        .contains(tuple(waits.sequence(), holdsIt.sequence()));
  }

  @Test
  void whoseTriageAloneIsInItStandsInTheListsAndStopsItLikeAnybody() {
    RecordId yes = person("A-001", Consents.Answer.YES);
    RecordId no = person("A-002", Consents.Answer.NO);
    answered(seal());
    for (RecordId p : List.of(yes, no)) {
      station.triages().done(p, new Triages.Answers(Map.of("q1", "yes"), Map.of("q8", "a doctor")));
    }
    SealPlan plan = station.packages().plan(Optional.empty());
    assertThat(plan.protection()).isTrue();
    assertThat(plan.withConsent()).containsExactly(yes);
    assertThat(plan.keptBack()).containsExactly(no);
    assertThat(plan.people()).as("of both, that something is urgent").isEqualTo(2);

    PackageLine line = station.packages().seal(plan, Progress.none());
    say(yes, Consents.Answer.WITHDRAWN);
    assertThat(station.packages().withdrawn(line.id())).containsExactly("A-001");
    assertThatThrownBy(() -> carry(line.id())).isInstanceOf(CaseworkFault.class);
    assertThatThrownBy(() -> station.packages().seal(plan, Progress.none()))
        .as("a plan from before does not go round it")
        .isInstanceOfSatisfying(
            CaseworkFault.class,
            f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.CONSENT_WITHDRAWN));
  }

  @Test
  void whoIsToldOfWithoutConsentIsCountedWhateverItIsThatTells() {
    RecordId person = person("A-001", Consents.Answer.NOT_ASKED);
    answered(seal());
    RecordId statement =
        station
            .statements()
            .begin(caseId, person, new Statements.Setting("my", "IN-04", "", "Example Hall"));
    assertThat(station.packages().plan(Optional.empty()).withoutConsent()).containsExactly(person);
    answered(seal());
    station.statements().write(statement, Map.of("text", "It was another boat."));
    SealPlan plan = station.packages().plan(Optional.empty());
    assertThat(plan.withoutConsent()).as("what is written later too").containsExactly(person);
    assertThat(plan.people()).isEqualTo(1);
    assertThat(plan.keptBack()).isEmpty();
  }

  @Test
  void aPackageIsOvertakenByALaterOneThatHoldsAllOfItAndNotWhereAProtectedPartIsMissing() {
    RecordId person = person("A-001", Consents.Answer.YES);
    PackageLine first = seal();
    carry(first.id());
    assertThat(line(first).overtakenBy()).isZero();
    station.cases().edit(caseId, Map.of("place", Value.text("Elsewhere Example")), "");
    PackageLine second = seal();
    assertThat(line(first).overtakenBy()).isEqualTo(second.sequence());
    assertThat(line(second).overtakenBy()).isZero();

    say(person, Consents.Answer.WITHDRAWN);
    station.packages().setAside(second.id(), "A-001 has withdrawn");
    assertThat(line(first).overtakenBy()).as("what is set aside carries nothing").isZero();
    seal();
    assertThat(line(first).overtakenBy()).as("the protected part is not in it").isZero();
  }

  private PackageLine line(PackageLine of) {
    return station.packages().list().stream()
        .filter(l -> l.id().equals(of.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFirstLookTellsTheOneFromTheOtherBeforeAnythingIsTakenIn() throws Exception {
    Path good = carry(seal().id());
    Path spoiled = folder.resolve("usb/spoiled.sala");
    byte[] bytes = Files.readAllBytes(good);
    bytes[bytes.length - 400] ^= 1;
    Files.write(spoiled, bytes);
    Path random = folder.resolve("usb/random.sala");
    Files.write(random, new byte[5000]);
    Files.createDirectories(folder.resolve("usb/folder.sala"));
    assertThat(hq.packages().waitingIn(folder.resolve("usb"))).hasSize(3);

    assertThat(look(hq, good)).isEqualTo(FirstLook.Kind.NEW);
    assertThat(look(hq, spoiled)).isEqualTo(FirstLook.Kind.BAD);
    assertThat(look(hq, random)).isEqualTo(FirstLook.Kind.NOT_READABLE);
    assertThat(look(hq, folder.resolve("usb/folder.sala"))).isEqualTo(FirstLook.Kind.NOT_READABLE);
    assertThat(look(hq, folder.resolve("usb/nothing.sala"))).isEqualTo(FirstLook.Kind.NOT_READABLE);
    assertThat(look(station, good)).isEqualTo(FirstLook.Kind.OWN);
    assertThat(Desks.came(hq)).as("looking takes nothing in").isEmpty();

    Importing.Outcome.Imported imported = (Importing.Outcome.Imported) hq.packages().take(good);
    hq.packages().take(spoiled);
    hq.packages().take(spoiled);
    assertThat(look(hq, good)).isEqualTo(FirstLook.Kind.BEFORE);
    List<Reception.Came> came = Desks.came(hq);
    assertThat(came)
        .extracting(Reception.Came::state)
        .containsExactlyInAnyOrder(PackageState.IMPORTED, PackageState.REFUSED);
    Reception.Came refused =
        came.stream().filter(c -> c.state() == PackageState.REFUSED).findFirst().orElseThrow();
    assertThat(refused.stationName()).as("nobody has shown whose it is").isEmpty();
    assertThat(hq.packages().details(refused.id()).findings()).isNotEmpty();
    assertThat(hq.reception().receiptsHere()).containsExactly(imported.receipt().orElseThrow());

    hq.packages().carry(imported.receipt().orElseThrow(), folder.resolve("usb"));
    assertThat(hq.reception().receiptsHere()).isEmpty();
    assertThat(hq.headquarters().stations().getFirst().lastNumber()).isEqualTo(1);
    assertThat(hq.headquarters().stations().getFirst().missing()).isZero();
  }

  private static FirstLook.Kind look(Desk desk, Path file) {
    return desk.packages().look(file, Progress.none()).kind();
  }

  @Test
  void aMissingPackageShowsAtTheStationAndInTheImport() {
    carry(seal().id());
    person("A-001", Consents.Answer.NOT_ASKED);
    Path second = carry(seal().id());
    assertThat(((Importing.Outcome.Imported) hq.packages().take(second)).gap()).isEqualTo(1);
    assertThat(hq.headquarters().stations().getFirst().missing()).isEqualTo(1);
  }

  @Test
  void everyLongStepCanBeStoppedAndLeavesNothing() throws Exception {
    SealPlan plan = station.packages().plan(Optional.empty());
    stops(() -> station.packages().seal(plan, new Stopped()));
    assertThat(folder.resolve("a/outbox").toFile().list()).isEmpty();
    assertThat(station.packages().list()).isEmpty();
    PackageLine line = seal();
    stops(() -> station.packages().carry(line.id(), folder.resolve("usb"), new Stopped()));
    assertThat(folder.resolve("usb").toFile().list())
        .as("what is begun counts for nothing; the next copy of it goes on")
        .allMatch(name -> name.endsWith(".part"));
    assertThat(station.packages().list().getFirst().state()).isEqualTo(PackageState.SEALED);
    Path file = carry(line.id());
    stops(() -> hq.packages().take(file, new Stopped()));
    stops(() -> hq.packages().look(file, new Stopped()));
    assertThat(Desks.came(hq)).isEmpty();
    assertThat(hq.cases().find(caseId)).isEmpty();
  }

  private static void stops(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.STOPPED));
  }

  private static final class Stopped implements Progress {
    @Override
    public void done(long bytes, long ofBytes) {
      // It is stopped before anybody could look.
    }

    @Override
    public boolean stopped() {
      return true;
    }
  }

  @Test
  void whatStayedHereBeforeAYesGoesAfterItAlthoughItsChangeWasReceipted() {
    RecordId person = person("A-001", Consents.Answer.NOT_ASKED);
    receive(seal().id());
    assertThat(hq.people().fields(person)).doesNotContainKey("needs");
    assertThat(station.packages().plan(Optional.empty()).empty()).isTrue();
    say(person, Consents.Answer.YES);
    PackageLine later = seal();
    assertThat(station.packages().details(later.id()).withConsent()).containsExactly("A-001");
    receive(later.id());
    assertThat(hq.people().fields(person).get("needs").value()).isEqualTo(Value.text("Insulin"));
    assertThat(station.packages().plan(Optional.empty()).empty()).as("and only once").isTrue();
    assertThat(hq.histories().of(person)).hasSameSizeAs(station.histories().of(person));
  }

  @Test
  void whatIsOlderThanAReceivedPackageAndWasNotInItStillGoes() {
    person("A-001", Consents.Answer.YES);
    RecordId later =
        station
            .cases()
            .open(new Cases.NewCase("Compound R-8", "rescue", "normal", "Example Town", ""));
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.of(later)), Progress.none());
    receive(line.id());
    SealPlan rest = station.packages().plan(Optional.empty());
    assertThat(rest.people()).as("written before what was received").isEqualTo(1);
    receive(station.packages().seal(rest, Progress.none()).id());
    assertThat(station.packages().plan(Optional.empty()).empty()).isTrue();
    RecordId last =
        station
            .cases()
            .open(new Cases.NewCase("Compound R-9", "rescue", "normal", "Example Town", ""));
    assertThat(station.packages().plan(Optional.empty()).about()).containsExactly(last);
  }

  @Test
  void aLaterPackageOfALargeCaseHoldsWhatIsNewAndStaysSmallHoweverManyCameBefore() {
    for (int i = 0; i < 120; i++) {
      RecordId id =
          station
              .people()
              .add(
                  caseId,
                  new People.NewPerson("A-" + (100 + i), "", "Zaw Example", "", "24", "my"),
                  "",
                  "");
      assertThat(id).isNotNull();
    }
    PackageLine first = seal();
    receive(first.id());
    List<PackageLine> later = new java.util.ArrayList<>();
    for (int i = 0; i < 6; i++) {
      station.cases().edit(caseId, Map.of("place", Value.text("Place " + i)), "");
      PackageLine line = seal();
      receive(line.id());
      later.add(line);
    }
    assertThat(first.size()).isGreaterThan(10 * later.getFirst().size());
    assertThat(later.getLast().size())
        .as("it does not grow with what was before")
        .isLessThan(later.get(2).size() + 400);
    assertThat(station.packages().plan(Optional.empty()).empty()).isTrue();
  }

  /** A name on a carrier says nothing, and the same things sealed again have another one. */
  @Test
  void namesOfPackagesAreRandom() {
    PackageLine one = seal();
    carry(one.id());
    PackageLine again = seal();
    assertThat(List.of(one.fileName(), again.fileName()))
        .doesNotHaveDuplicates()
        .allMatch(n -> n.matches("[a-z2-7]{26}\\.sala"));
  }

  private void receive(RecordId parcel) {
    Importing.Outcome.Imported imported =
        (Importing.Outcome.Imported) hq.packages().take(carry(parcel));
    Path receipt =
        hq.packages()
            .carry(imported.receipt().orElseThrow(), Desks.stick(folder.resolve("usb back")));
    assertThat(station.packages().take(receipt)).isInstanceOf(Importing.Outcome.Imported.class);
  }
}
