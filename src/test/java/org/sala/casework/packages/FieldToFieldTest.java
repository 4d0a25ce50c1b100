package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.history.Histories;
import org.sala.casework.keys.Peer;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.Change;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Two laptops of one agency in one hall, a stick between them, and no headquarters. */
class FieldToFieldTest {
  @TempDir Path folder;
  private Desk hq;
  private Desk one;
  private Desk two;
  private Path usb;
  private RecordId caseId;

  @BeforeEach
  void twoStationsThatHaveHeardFromHeadquarters() {
    usb = folder.resolve("usb");
    hq = Desks.headquarters(folder.resolve("hq"));
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    two = Desks.create(folder.resolve("b"), "Officer Two Example", "two");
    Desks.enrol(one, hq, folder, "A");
    Desks.enrol(two, hq, folder, "B");
    assertThat(one.packages().peers()).as("headquarters has not named them yet").isEmpty();
    caseId = one.cases().open(new Cases.NewCase("A hall", "rescue", "normal", "", ""));
    report(one);
    report(two);
  }

  @AfterEach
  void everybodyGoesHome() {
    one.close();
    two.close();
    hq.close();
  }

  private void report(Desk from) {
    SealPlan plan = from.packages().plan(Optional.empty());
    Packages.PackageLine sealed = from.packages().seal(plan, Progress.none());
    Importing.Outcome taken = hq.packages().take(from.packages().carry(sealed.id(), usb));
    RecordId receipt = ((Importing.Outcome.Imported) taken).receipt().orElseThrow();
    from.packages().take(hq.packages().carry(receipt, usb));
  }

  private RecordId person(Consents.Answer answer) {
    RecordId id =
        one.people()
            .add(
                caseId, new People.NewPerson("A-1", "", "Person Example", "f", "17", "th"), "", "");
    one.people().edit(id, Map.of("needs", Value.text("Insulin")), "");
    one.consents()
        .ask(id, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS, answer, "th", "");
    return id;
  }

  private static Peer only(Desk desk) {
    assertThat(desk.packages().peers()).hasSize(1);
    return desk.packages().peers().getFirst();
  }

  private Path sealed(Desk from) {
    Peer peer = only(from);
    SealPlan plan = plan(from, peer);
    assertThat(plan.recipient()).isEqualTo(peer.name());
    return from.packages().carry(seal(from, peer, plan).id(), usb);
  }

  private static SealPlan plan(Desk from, Peer peer) {
    return from.packages().planFor(List.of(peer), Optional.empty(), LeftOut.nothing());
  }

  private static Packages.PackageLine seal(Desk from, Peer peer, SealPlan plan) {
    return from.packages()
        .sealFor(List.of(peer), plan, LeftOut.nothing(), Progress.none())
        .getFirst();
  }

  private static String refused(Importing.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Importing.Outcome.Refused.class);
    return ((Importing.Outcome.Refused) outcome).checked().kind();
  }

  @Test
  void whatOneWroteIsAtTheOtherAsFromThatStationAndHeadquartersStillWaitsForIt() {
    RecordId person = person(Consents.Answer.YES);
    assertThat(only(one).name()).isEqualTo("Station B");
    Path brought = sealed(one);
    assertThat(two.packages().take(brought)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(two.packages().take(brought)).isInstanceOf(Importing.Outcome.AlreadyImported.class);
    assertThat(two.people().find(person).orElseThrow().possiblyChild()).isTrue();
    assertThat(two.people().fields(person).get("needs").value()).isEqualTo(Value.text("Insulin"));
    assertThat(two.histories().of(person)).isNotEmpty().hasSameSizeAs(one.histories().of(person));
    assertThat(one.packages().reached(person))
        .as("another station is not headquarters")
        .isEqualTo(RecordStates.Reached.HERE);
    assertThat(two.packages().reached(person))
        .as("nobody has told this one whether headquarters has it")
        .isEqualTo(RecordStates.Reached.ELSEWHERE);
    assertThat(one.packages().way(caseId))
        .as("the case was receipted, the person in it was not")
        .isEqualTo(new RecordStates.Way(RecordStates.Reached.RECEIVED, RecordStates.Reached.HERE));
    assertThat(one.packages().plan(Optional.empty()).people()).isEqualTo(1);
    assertThat(two.packages().plan(Optional.empty()).people())
        .as("each station sends what it wrote itself")
        .isZero();
    report(one);
    assertThat(hq.people().find(person)).isPresent();
    assertThat(one.packages().way(caseId))
        .isEqualTo(
            new RecordStates.Way(RecordStates.Reached.RECEIVED, RecordStates.Reached.RECEIVED));
    two.people().edit(person, Map.of("sex", Value.text("male")), "");
    assertThat(two.packages().reached(person)).isEqualTo(RecordStates.Reached.HERE);
  }

  @Test
  void bothWriteOnDifferentlyAndItIsShownOnBothUntilHeadquartersDecides() {
    RecordId person = person(Consents.Answer.YES);
    two.packages().take(sealed(one));
    one.people().edit(person, Map.of("sex", Value.text("female")), "");
    two.people().edit(person, Map.of("sex", Value.text("male")), "");
    two.packages().take(sealed(one));
    one.packages().take(sealed(two));
    for (Desk desk : List.of(one, two)) {
      assertThat(desk.people().fields(person).get("sex").versions()).hasSize(2);
      assertThat(desk.disagreements().open()).containsExactly(person);
    }
    assertThat(one.histories().of(person).stream().map(Histories.Entry::station).distinct())
        .hasSize(2);
  }

  @Test
  void withoutAYesTheProtectedPartStaysHereAsForHeadquarters() {
    RecordId person = person(Consents.Answer.NO);
    two.packages().take(sealed(one));
    assertThat(two.people().find(person)).isPresent();
    assertThat(two.people().fields(person)).doesNotContainKey("needs");
  }

  @Test
  void whoWasRevokedIsBelievedNoMoreAndOtherAgenciesNever() {
    person(Consents.Answer.YES);
    Path brought = sealed(one);
    hq.headquarters()
        .revoke(
            hq.headquarters().stations().stream()
                .filter(s -> s.name().equals("Station A"))
                .findFirst()
                .orElseThrow()
                .officers()
                .getFirst()
                .serial(),
            "the laptop is lost");
    two.people()
        .register(List.of(new People.NewPerson("B-1", "", "Another Example", "m", "", "th")));
    report(two);
    assertThat(refused(two.packages().take(brought))).isEqualTo("REVOKED");
    assertThat(only(two).officers()).as("nobody speaks for it any more").isEmpty();
    try (Desk other = Desks.create(folder.resolve("c"), "Officer Three Example", "three")) {
      assertThat(other.packages().peers()).isEmpty();
      assertThatThrownBy(() -> seal(other, only(one), plan(one, only(one))))
          .isInstanceOf(CaseworkFault.class);
    }
  }

  @Test
  void aStationPassesOnNothingOfAThirdAndGivesNoOrders() {
    RecordId person = person(Consents.Answer.YES);
    // Two holds what one wrote, and says that it is its own station's.
    java.util.ArrayList<Change> all = new java.util.ArrayList<>();
    Desks.station(one).journal().replay(0, run -> run.forEach(c -> all.add(c.change())));
    Desks.take(two, all);
    Peer peer = only(two);
    Value own = Value.text(Desks.station(two).identity().station().toString());
    Desks.station(two)
        .state()
        .set("station", Value.text(Desks.station(one).identity().station().toString()));
    Path forged = two.packages().carry(seal(two, peer, plan(two, peer)).id(), usb);
    Desks.station(two).state().set("station", own);
    assertThat(refused(one.packages().take(forged))).isNotEqualTo("GENUINE");
    assertThat(one.packages().reached(person)).isEqualTo(RecordStates.Reached.HERE);
    assertThat(one.packages().plan(Optional.empty()).people())
        .as("nothing of ours counts as received by it")
        .isEqualTo(1);
  }
}
