package org.sala.casework.packages.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Restoring;
import org.sala.casework.consent.Consents;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.history.Histories;
import org.sala.casework.joining.Choice;
import org.sala.casework.keys.Neighbours;
import org.sala.casework.packages.AnyOrder;
import org.sala.casework.packages.Hall;
import org.sala.casework.packages.Signed;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.packages.take.Quarantine;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Taking;
import org.sala.crypto.Certificate;
import org.sala.crypto.Issuer;
import org.sala.crypto.SigningKey;
import org.sala.domain.ChangeId;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.Value;

/**
 * What one station wrote about a person goes home with what its neighbour wrote of the same person,
 * and stands on its own author's signature.
 */
class PassedOnChangesTest {
  @TempDir Path folder;
  private Hall hall;
  private RecordId caseId;

  @BeforeEach
  void twoStationsThatHaveHeardFromHeadquarters() {
    hall = new Hall(folder);
    caseId = hall.heard();
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  private static Certificate certificate(Desk desk) {
    String key = Desks.station(desk).me().hex();
    return Certificate.ofPem(Desks.station(desk).state().text("certificate." + key).orElseThrow())
        .getFirst();
  }

  @Test
  void theYesAndWhatRestsOnItReachHeadquartersThoughTheLaptopThatWroteThemIsLost() {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    hall.give(hall.one, hall.two);
    assertThat(Hall.plan(hall.two).empty())
        .as("whoever wrote nothing of a person passes nothing on")
        .isTrue();
    hall.two.people().edit(person, Map.of("health", Value.text("Diabetes")), "");
    SealPlan plan = Hall.plan(hall.two);
    assertThat(plan.passedOn()).isPositive().isLessThan(plan.changes().size());
    assertThat(plan.withConsent()).containsExactly(person);
    hall.report(hall.two);
    assertThat(Hall.lets(hall.hq, person)).isTrue();
    assertThat(hall.hq.people().fields(person).get("health").value())
        .isEqualTo(Value.text("Diabetes"));
    assertThat(hall.hq.people().find(person).orElseThrow().possiblyChild()).isTrue();
    assertThat(hall.hq.histories().of(person).stream().map(Histories.Entry::station).distinct())
        .as("each stays the author of what it wrote")
        .hasSize(2);
    assertThat(Hall.plan(hall.two).empty()).as("the receipt names all").isTrue();
    hall.report(hall.one);
    assertThat(hall.hq.people().fields(person).get("needs").value()).isEqualTo(Hall.INSULIN);
    assertThat(Hall.plan(hall.one).empty()).isTrue();
    int known = hall.hq.histories().of(person).size();
    hall.two.people().edit(person, Map.of("sex", Value.text("male")), "");
    hall.report(hall.two);
    assertThat(hall.hq.histories().of(person)).as("nothing is doubled").hasSize(known + 1);
    assertThat(hall.hq.quarantine().waiting()).isEmpty();
  }

  @Test
  void whatASupervisorWroteGoesToTheNeighbourAndHomeWithIt() {
    Desks.enrolSupervisor(hall.one, hall.hq, folder, "A");
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    hall.give(hall.one, hall.two);
    hall.two.people().edit(person, Map.of("health", Value.text("Diabetes")), "");
    hall.report(hall.two);
    assertThat(Hall.lets(hall.hq, person)).isTrue();
    assertThat(hall.hq.quarantine().waiting()).isEmpty();
  }

  @Test
  void aCertificateThatANeighbourMadeForItselfIsNotKept() {
    Certificate theirs = certificate(hall.two);
    Issuer nobody =
        Issuer.authority(
            SigningKey.generate(Desks.CHEAP.random()),
            theirs.agency(),
            theirs.from(),
            Duration.ofDays(7300),
            Desks.CHEAP.random(),
            false);
    Certificate made =
        nobody.certify(
            theirs.key(),
            theirs.number(),
            theirs.role(),
            theirs.agency(),
            theirs.from(),
            Duration.ofDays(3650));
    StationState state = Desks.station(hall.one).state();
    Neighbours.met(
        Desks.station(hall.one),
        Desks.station(hall.two).identity().station(),
        List.of(theirs, made));
    assertThat(Neighbours.known(state))
        .extracting(Neighbours.Officer::certificate)
        .containsExactly(theirs);
  }

  @Test
  void aReceiptTellsWhatBecameOfTheNeighboursWorkAsWell() {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    hall.give(hall.one, hall.two);
    RecordId yes = hall.two.consents().standing(person).getFirst().id();
    hall.two.people().edit(person, Map.of("sex", Value.text("male")), "");
    Path sealed = hall.toHeadquarters(hall.two);
    assertThat(hall.two.packages().reached(yes))
        .as("that it is on its way says nothing of whether it is there")
        .isEqualTo(RecordStates.Reached.ELSEWHERE);
    hall.answer(hall.two, ((Importing.Outcome.Imported) hall.hq.packages().take(sealed)).receipt());
    assertThat(hall.two.packages().reached(yes)).isEqualTo(RecordStates.Reached.RECEIVED);
    assertThat(hall.two.packages().reached(person))
        .as("of the protected part, which goes by the other one, nobody has told")
        .isEqualTo(RecordStates.Reached.ELSEWHERE);
  }

  /** The author hears by the decision itself, which nobody sends to who only carried. */
  @Test
  void whoeverCarriedWhatPeopleHadToDecideHearsThatNobodyHasToAnyMore() {
    RecordId person =
        hall.one
            .people()
            .add(caseId, new People.NewPerson("A-9", "", "Other Example", "f", "30", "th"), "", "");
    hall.report(hall.one);
    hall.hq.people().edit(person, Map.of("sex", Value.text("male")), "");
    hall.one.people().edit(person, Map.of("sex", Value.text("other")), "");
    hall.give(hall.one, hall.two);
    Hall.says(hall.two, person, Consents.Answer.YES);
    hall.report(hall.two);
    assertThat(hall.two.packages().reached(person)).isEqualTo(RecordStates.Reached.WAITING);
    assertThat(hall.hq.decisions().owed()).isEmpty();
    Choice own =
        new Choice.Keep(
            hall.hq.disagreements().of(person).orElseThrow().points().getFirst().voices().stream()
                .filter(v -> v.parcel() == 0)
                .findFirst()
                .orElseThrow()
                .version());
    hall.hq.disagreements().decide(person, Map.of("sex", own), "was asked");
    DecisionDelivery.Owed carrier =
        hall.hq.decisions().owed().stream()
            .filter(o -> o.name().equals("Station B"))
            .findFirst()
            .orElseThrow();
    RecordId told = hall.hq.decisions().seal(carrier.station(), Progress.none()).orElseThrow();
    hall.answer(hall.two, Optional.of(told));
    assertThat(hall.two.packages().reached(person)).isEqualTo(RecordStates.Reached.JOINED);
    assertThat(hall.two.people().find(person).orElseThrow().sex())
        .as("what was decided is not this one's to know")
        .isEqualTo("other");
    assertThat(hall.hq.decisions().owed())
        .extracting(DecisionDelivery.Owed::name)
        .as("it is told once, and the author waits for the decision")
        .containsExactly("Station A");
  }

  @Test
  void whichPackageBroughtItIsToldWithWhosePackageItWas() {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    hall.give(hall.one, hall.two);
    hall.two.people().edit(person, Map.of("sex", Value.text("male")), "");
    hall.one.people().edit(person, Map.of("sex", Value.text("female")), "");
    hall.give(hall.one, hall.two);
    hall.report(hall.two);
    assertThat(voices(person)).containsExactlyInAnyOrder("Station A 2 Station B", "Station B 2 ");
    hall.report(hall.one);
    assertThat(voices(person))
        .as("what came again came first by the other one")
        .containsExactlyInAnyOrder("Station A 2 Station B", "Station B 2 ");
  }

  private List<String> voices(RecordId person) {
    return hall.hq.disagreements().of(person).orElseThrow().points().getFirst().voices().stream()
        .map(v -> v.station() + " " + v.parcel() + " " + v.carrier())
        .toList();
  }

  @Test
  void whatAnAuthorWroteWhomHeadquartersDoesNotKnowWaitsForTwo() {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    hall.give(hall.one, hall.two);
    hall.two.people().edit(person, Map.of("sex", Value.text("male")), "");
    hall.one.people().edit(person, Map.of("sex", Value.text("female")), "");
    hall.give(hall.one, hall.two);
    hall.secondOfficer();
    forgetStationA();
    assertThat(hall.report(hall.two).held()).isPositive();
    Quarantine.Waiting waiting = hall.hq.quarantine().waiting().getFirst();
    assertThat(waiting.doubts()).containsExactly(Doubt.CHANGE_AUTHOR_NOT_ENROLLED);
    assertThat(hall.hq.people().fields(person).get("sex").value()).isEqualTo(Value.text("male"));
    assertThat(hall.two.packages().reached(hall.two.consents().standing(person).getFirst().id()))
        .as("headquarters has it and decides")
        .isEqualTo(RecordStates.Reached.HELD);
    hall.two.people().edit(person, Map.of("interpreter", Value.text("Karen")), "");
    hall.report(hall.two);
    hall.admit(waiting);
    assertThat(hall.hq.disagreements().of(person).orElseThrow().points().getFirst().voices())
        .extracting(v -> v.parcel() + " " + v.carrier())
        .as("what waited came with the package that waited")
        .containsExactlyInAnyOrder("2 Station B", "2 ");
  }

  /** As after a headquarters was brought back from a backup of before. */
  private void forgetStationA() {
    StationState state = Desks.station(hall.hq).state();
    String a = Desks.station(hall.one).identity().station().toString();
    List<Value> others = new ArrayList<>();
    state.listing("officers").stream()
        .filter(p -> p.text("station").filter(a::equals).isEmpty())
        .forEach(others::add);
    state.set(Map.of("officers", new Value.Listing(others)));
  }

  @Test
  void whatWasWrittenOnALaptopThatWasGivenUpWaitsForTwo() throws IOException {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    Path backup =
        Path.of(
            hall.one
                .backups()
                .make(Files.createDirectory(folder.resolve("stick")), Progress.none())
                .place());
    assertThat(
            new Restoring(Desks.CHEAP)
                .restore(
                    backup,
                    folder.resolve("back"),
                    "one",
                    "phrase of one".toCharArray(),
                    Progress.none()))
        .isInstanceOf(Restoring.Outcome.Restored.class);
    try (Desk back = Desks.unlock(folder.resolve("back"), "one")) {
      back.people().edit(person, Map.of("interpreter", Value.text("Karen")), "");
      hall.report(back);
    }
    hall.one.people().edit(person, Map.of("sex", Value.text("female")), "");
    hall.give(hall.one, hall.two);
    hall.two.people().edit(person, Map.of("language/my", Value.flag(true)), "");
    assertThat(hall.report(hall.two).held()).as("what came after it alone").isEqualTo(1);
    assertThat(hall.hq.quarantine().waiting().getFirst().doubts())
        .containsExactly(Doubt.OLD_INCARNATION);
    assertThat(hall.hq.people().fields(person).get("sex").value()).isEqualTo(Value.text("f"));
    assertThat(hall.hq.people().fields(person)).containsKeys("interpreter", "language/my");
  }

  @Test
  void whatAPersonSaysToItLaterGoesByItself() {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    hall.give(hall.one, hall.two);
    hall.two.people().edit(person, Map.of("health", Value.text("Diabetes")), "");
    hall.report(hall.two);
    Hall.says(hall.one, person, Consents.Answer.WITHDRAWN);
    hall.one.people().edit(person, Map.of("sex", Value.text("male")), "");
    hall.give(hall.one, hall.two);
    SealPlan plan = Hall.plan(hall.two);
    assertThat(plan.changes()).as("the withdrawal alone").hasSize(1);
    assertThat(plan.passedOn()).isEqualTo(1);
    hall.report(hall.two);
    assertThat(Hall.lets(hall.hq, person)).isFalse();
  }

  @Test
  void whatAPersonDoesNotWantToLeaveIsPassedOnByNobody() {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    hall.give(hall.one, hall.two);
    Hall.says(hall.two, person, Consents.Answer.WITHDRAWN);
    hall.two.people().edit(person, Map.of("sex", Value.text("male")), "");
    assertThat(Hall.plan(hall.two).keptBack()).containsExactly(person);
    hall.report(hall.two);
    assertThat(hall.hq.people().fields(person)).doesNotContainKey("needs");
    Hall.says(hall.two, person, Consents.Answer.YES);
    hall.report(hall.two);
    assertThat(hall.hq.people().fields(person).get("needs").value())
        .as("with a yes the rest of it goes")
        .isEqualTo(Hall.INSULIN);
  }

  @Test
  void whoSignsForAStationThatIsNotTheOwnIsRefused() {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    hall.give(hall.one, hall.two);
    var state = Desks.station(hall.two).state();
    Value own = Value.text(state.station().toString());
    state.set("station", Value.text(Desks.station(hall.one).identity().station().toString()));
    hall.two.people().edit(person, Map.of("sex", Value.text("male")), "");
    // Under an id of that station's too, or an honest program would leave it out; of several that
    // claim one revision chance has it, so that more are made until one of them does.
    List<Revision> claimed = AnyOrder.changes(hall.two).getLast().revisions();
    ChangeId forged;
    do {
      forged = Desks.station(hall.one).ids().change();
      Desks.take(hall.two, List.of(Signed.under(hall.two, forged, claimed)));
    } while (Desks.station(hall.two).view().records().revisionsOf(forged).isEmpty());
    state.set("station", own);
    hall.two.people().edit(person, Map.of("interpreter", Value.text("Karen")), "");
    Neighbours.keep(
        state, Desks.station(hall.one).identity().station(), List.of(certificate(hall.two)));
    assertThat(hall.hq.packages().take(hall.toHeadquarters(hall.two)))
        .isInstanceOf(Importing.Outcome.Refused.class);
    assertThat(hall.hq.people().find(person)).isEmpty();
  }

  @Test
  void whatSomebodyWroteWhoWasTakenBackWaitsForTwoAndTheCarriersWorkDoesNot() {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    hall.give(hall.one, hall.two);
    hall.two.people().edit(person, Map.of("sex", Value.text("male")), "");
    hall.secondOfficer();
    hall.revoke("Station A");
    Importing.Outcome.Imported taken = hall.report(hall.two);
    assertThat(taken.held()).isPositive();
    assertThat(taken.changes()).isPositive();
    assertThat(Hall.lets(hall.hq, person)).isFalse();
    assertThat(hall.hq.people().fields(person).get("sex").value()).isEqualTo(Value.text("male"));
    Quarantine.Waiting waiting = hall.hq.quarantine().waiting().getFirst();
    assertThat(waiting.doubts()).containsExactly(Doubt.CHANGE_AUTHOR_REVOKED);
    hall.admit(waiting);
    assertThat(Hall.lets(hall.hq, person)).isTrue();
  }

  @Test
  void filesGoByWhoeverTookThemInAndByTheNeighbourOnceNobodySpeaksForThatStation()
      throws IOException {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    Path file = Files.write(folder.resolve("letter"), new byte[] {1, 2, 3});
    assertThat(
            hall.one
                .exhibits()
                .take(
                    caseId,
                    new Exhibits.NewExhibit("A letter", "", Optional.empty(), "", ""),
                    file,
                    Progress.none()))
        .isInstanceOf(Taking.Taken.class);
    hall.give(hall.one, hall.two);
    hall.two.cases().edit(caseId, Map.of("place", Value.text("North")), "");
    assertThat(Hall.plan(hall.two).files()).isEmpty();
    hall.report(hall.two);
    assertThat(hall.hq.exhibits().count("")).isZero();
    hall.revoke("Station A");
    hall.two.people().edit(person, Map.of("sex", Value.text("male")), "");
    hall.report(hall.two);
    hall.two.cases().edit(caseId, Map.of("place", Value.text("South")), "");
    assertThat(Hall.plan(hall.two).files()).hasSize(1);
    assertThat(hall.report(hall.two).held()).as("what it wrote waits for two").isPositive();
  }

  @Test
  void ofTwoCopiesOfANeighbourTheSecondWaitsAndTheCarrierIsToldNothing() throws IOException {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    hall.give(hall.one, hall.two);
    hall.report(hall.one);
    hall.one.close();
    copy(folder.resolve("a"), folder.resolve("c"));
    hall.one = Desks.unlock(folder.resolve("a"), "one");
    try (Desk copy = Desks.unlock(folder.resolve("c"), "one")) {
      copy.people().edit(person, Map.of("sex", Value.text("male")), "");
      hall.give(copy, hall.two);
    }
    hall.one.people().edit(person, Map.of("sex", Value.text("female")), "");
    hall.report(hall.one);
    hall.two.people().edit(person, Map.of("interpreter", Value.text("Karen")), "");
    assertThat(hall.report(hall.two).held()).isPositive();
    assertThat(hall.hq.quarantine().waiting().getFirst().doubts())
        .containsExactly(Doubt.CHANGE_OF_TWO_COPIES);
    assertThat(hall.hq.people().fields(person).get("interpreter").value())
        .isEqualTo(Value.text("Karen"));
    assertThat(Desks.station(hall.two).state().flag("newIncarnationOrdered")).isFalse();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path f : files.toList()) {
        Path there = to.resolve(from.relativize(f).toString());
        if (Files.isDirectory(f)) {
          Files.createDirectories(there);
        } else {
          Files.copy(f, there);
        }
      }
    }
  }
}
