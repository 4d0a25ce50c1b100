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
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Stored;
import org.sala.domain.Change;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Two laptops of one agency in one hall, a stick between them, and no headquarters. */
class FieldToFieldTest {
  @TempDir Path folder;
  private Hall hall;
  private RecordId caseId;

  @BeforeEach
  void twoStationsThatHaveHeardFromHeadquarters() {
    hall = new Hall(folder);
    assertThat(hall.one.packages().peers()).as("headquarters has not named them yet").isEmpty();
    caseId = hall.heard();
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  private static String refused(Importing.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Importing.Outcome.Refused.class);
    return ((Importing.Outcome.Refused) outcome).checked().kind();
  }

  @Test
  void whatOneWroteIsAtTheOtherAsFromThatStationAndHeadquartersStillWaitsForIt() {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    assertThat(Hall.peer(hall.one).name()).isEqualTo("Station B");
    Path brought = hall.toPeer(hall.one);
    assertThat(hall.two.packages().take(brought)).isInstanceOf(Importing.Outcome.Imported.class);
    assertThat(hall.two.packages().take(brought))
        .isInstanceOf(Importing.Outcome.AlreadyImported.class);
    assertThat(hall.two.people().find(person).orElseThrow().possiblyChild()).isTrue();
    assertThat(hall.two.people().fields(person).get("needs").value())
        .isEqualTo(Value.text("Insulin"));
    assertThat(hall.two.histories().of(person))
        .isNotEmpty()
        .hasSameSizeAs(hall.one.histories().of(person));
    assertThat(hall.one.packages().reached(person))
        .as("another station is not headquarters")
        .isEqualTo(RecordStates.Reached.HERE);
    assertThat(hall.two.packages().reached(person))
        .as("nobody has told this one whether headquarters has it")
        .isEqualTo(RecordStates.Reached.ELSEWHERE);
    assertThat(hall.one.packages().way(caseId))
        .as("the case was receipted, the person in it was not")
        .isEqualTo(new RecordStates.Way(RecordStates.Reached.RECEIVED, RecordStates.Reached.HERE));
    assertThat(hall.one.packages().plan(Optional.empty()).people()).isEqualTo(1);
    assertThat(hall.two.packages().plan(Optional.empty()).people())
        .as("each station sends what it wrote itself")
        .isZero();
    hall.report(hall.one);
    assertThat(hall.hq.people().find(person)).isPresent();
    assertThat(hall.one.packages().way(caseId))
        .isEqualTo(
            new RecordStates.Way(RecordStates.Reached.RECEIVED, RecordStates.Reached.RECEIVED));
    hall.two.people().edit(person, Map.of("sex", Value.text("male")), "");
    assertThat(hall.two.packages().reached(person)).isEqualTo(RecordStates.Reached.HERE);
  }

  @Test
  void bothWriteOnDifferentlyAndItIsShownOnBothUntilHeadquartersDecides() {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    hall.two.packages().take(hall.toPeer(hall.one));
    hall.one.people().edit(person, Map.of("sex", Value.text("female")), "");
    hall.two.people().edit(person, Map.of("sex", Value.text("male")), "");
    hall.two.packages().take(hall.toPeer(hall.one));
    hall.one.packages().take(hall.toPeer(hall.two));
    for (Desk desk : List.of(hall.one, hall.two)) {
      assertThat(desk.people().fields(person).get("sex").versions()).hasSize(2);
      assertThat(desk.disagreements().open()).containsExactly(person);
    }
    assertThat(hall.one.histories().of(person).stream().map(Histories.Entry::station).distinct())
        .hasSize(2);
  }

  @Test
  void withoutAYesTheProtectedPartStaysHereAsForHeadquarters() {
    RecordId person = hall.person(caseId, Consents.Answer.NO);
    hall.two.packages().take(hall.toPeer(hall.one));
    assertThat(hall.two.people().find(person)).isPresent();
    assertThat(hall.two.people().fields(person)).doesNotContainKey("needs");
  }

  @Test
  void whoWasRevokedIsBelievedNoMoreAndOtherAgenciesNever() {
    hall.person(caseId, Consents.Answer.YES);
    Path brought = hall.toPeer(hall.one);
    hall.revoke("Station A");
    hall.two
        .people()
        .register(List.of(new People.NewPerson("B-1", "", "Another Example", "m", "", "th")));
    hall.report(hall.two);
    assertThat(refused(hall.two.packages().take(brought))).isEqualTo("REVOKED");
    assertThat(hall.two.packages().peers())
        .as("whoever holds the laptop reads nothing new")
        .isEmpty();
    try (Desk other = Desks.create(folder.resolve("c"), "Officer Three Example", "three")) {
      assertThat(other.packages().peers()).isEmpty();
      assertThatThrownBy(
              () -> Hall.seal(other, Hall.peer(hall.one), Hall.plan(hall.one, Hall.peer(hall.one))))
          .isInstanceOf(CaseworkFault.class);
    }
  }

  @Test
  void nobodySaysWhoTheOfficersOfAnotherStationAre() {
    String name = "Officer Two Example";
    hall.one.packages().take(hall.toPeer(hall.two));
    RecordId theirs =
        Desks.station(hall.one)
            .view()
            .records()
            .fieldsOfKind(Kinds.OFFICER.key())
            .entrySet()
            .stream()
            .filter(e -> Stored.text(e.getValue(), "name").equals(Optional.of(name)))
            .findFirst()
            .orElseThrow()
            .getKey();
    new Ledger(Desks.station(hall.one))
        .write(new Act().edit(theirs, Kinds.OFFICER, Map.of("name", Value.text("Somebody Else"))));
    SealPlan plan = hall.one.packages().plan(Optional.empty());
    PackageLine forged = hall.one.packages().seal(plan, Progress.none());
    refused(hall.hq.packages().take(hall.one.packages().carry(forged.id(), hall.usb)));
    assertThat(hall.hq.officers().names().values()).contains(name).doesNotContain("Somebody Else");
  }

  @Test
  void aStationPassesOnNothingOfAThirdAndGivesNoOrders() {
    RecordId person = hall.person(caseId, Consents.Answer.YES);
    // Two holds what one wrote, and says that it is its own station's.
    java.util.ArrayList<Change> all = new java.util.ArrayList<>();
    Desks.station(hall.one).journal().replay(0, run -> run.forEach(c -> all.add(c.change())));
    Desks.take(hall.two, all);
    Peer peer = Hall.peer(hall.two);
    Value own = Value.text(Desks.station(hall.two).identity().station().toString());
    Desks.station(hall.two)
        .state()
        .set("station", Value.text(Desks.station(hall.one).identity().station().toString()));
    Path forged =
        hall.two
            .packages()
            .carry(Hall.seal(hall.two, peer, Hall.plan(hall.two, peer)).id(), hall.usb);
    Desks.station(hall.two).state().set("station", own);
    assertThat(refused(hall.one.packages().take(forged))).isNotEqualTo("GENUINE");
    assertThat(hall.one.packages().reached(person)).isEqualTo(RecordStates.Reached.HERE);
    assertThat(hall.one.packages().plan(Optional.empty()).people())
        .as("nothing of ours counts as received by it")
        .isEqualTo(1);
  }
}
