package org.sala.casework.packages.carry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Separate;
import org.sala.casework.packages.Hall;
import org.sala.casework.packages.seal.Sealing;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** A yes of yesterday: what another laptop knows by now, and what an older word must not undo. */
class WithdrawnConsentsTest {
  @TempDir Path folder;
  private Hall hall;
  private RecordId person;

  /** Somebody in need who has said yes to the first one; the second one knows both. */
  @BeforeEach
  void somebodyWhomBothKnow() {
    hall = new Hall(folder);
    person = hall.person(hall.heard(), Consents.Answer.YES);
    hall.give(hall.one, hall.two);
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  private boolean hasNeeds() {
    return hall.hq.people().fields(person).containsKey("needs");
  }

  @Test
  void whoHasNotHeardOfAWithdrawalBringsNothingProtectedThatANeighbourWrote() {
    Hall.says(hall.one, person, Consents.Answer.WITHDRAWN);
    hall.two.people().edit(person, Map.of("sex", Value.text("male")), "");
    assertThat(Hall.plan(hall.two).protection()).isFalse();
    hall.report(hall.two);
    assertThat(hasNeeds()).isFalse();
    assertThat(Hall.plan(hall.two).empty()).as("and does not try again").isTrue();
    hall.report(hall.one);
    assertThat(hasNeeds()).isFalse();
    assertThat(Hall.lets(hall.hq, person)).isFalse();
  }

  @Test
  void whatThePersonSaysToTheNeighbourItselfLetsItGo() {
    hall.two.people().edit(person, Map.of("sex", Value.text("male")), "");
    hall.report(hall.two);
    assertThat(hasNeeds()).isFalse();
    Hall.says(hall.two, person, Consents.Answer.YES);
    assertThat(Hall.plan(hall.two).withConsent()).containsExactly(person);
    hall.report(hall.two);
    assertThat(hasNeeds()).isTrue();
    assertThat(Hall.plan(hall.two).empty()).isTrue();
  }

  @Test
  void aYesThatTheNeighbourHeardBeforeAnotherOneIsNoLongerTheLast() {
    Hall.says(hall.two, person, Consents.Answer.YES);
    hall.give(hall.two, hall.one);
    Hall.says(hall.one, person, Consents.Answer.YES);
    hall.give(hall.one, hall.two);
    assertThat(Hall.plan(hall.two).protection()).isFalse();
  }

  @Test
  void whereNobodySpeaksForItsStationAnyMoreTheNeighbourBringsIt() {
    hall.revoke("Station A");
    hall.two.people().edit(person, Map.of("sex", Value.text("male")), "");
    assertThat(Hall.plan(hall.two).protection()).as("it has not heard of that").isFalse();
    hall.report(hall.two);
    assertThat(Hall.plan(hall.two).protection()).isTrue();
  }

  @Test
  void anOlderYesThatComesLaterTakesNoWithdrawalBack() {
    Hall.says(hall.two, person, Consents.Answer.YES);
    Hall.says(hall.one, person, Consents.Answer.WITHDRAWN);
    hall.report(hall.one);
    hall.report(hall.two);
    assertThat(Hall.lets(hall.hq, person)).as("it came last, and knew of no withdrawal").isFalse();
    hall.give(hall.two, hall.one);
    assertThat(Hall.lets(hall.one, person)).isFalse();
    hall.give(hall.one, hall.two);
    assertThat(Hall.lets(hall.two, person)).isFalse();
    Hall.says(hall.two, person, Consents.Answer.YES);
    assertThat(Hall.lets(hall.two, person)).as("asked again by whoever knew").isTrue();
    hall.report(hall.two);
    assertThat(Hall.lets(hall.hq, person)).isTrue();
  }

  @Test
  void thatNobodyWasAskedEndsNoNoAndAnUndoneYesNeither() {
    for (Consents.Answer no :
        new Consents.Answer[] {Consents.Answer.NO, Consents.Answer.WITHDRAWN}) {
      Hall.says(hall.one, person, no);
      Hall.says(hall.one, person, Consents.Answer.NOT_ASKED);
      assertThat(hall.one.consents().refuses(person, Separate.AUTHORITIES)).isTrue();
      Hall.says(hall.one, person, Consents.Answer.YES);
      hall.one.histories().undo();
      assertThat(hall.one.consents().refuses(person, Separate.AUTHORITIES)).isTrue();
    }
    Hall.says(hall.one, person, Consents.Answer.YES);
    assertThat(Hall.lets(hall.one, person)).as("asked again").isTrue();
    Hall.says(hall.one, person, Consents.Answer.NOT_ASKED);
    assertThat(Hall.lets(hall.one, person)).as("a yes it ends").isFalse();
  }

  @Test
  void whateverIsSaidAfterAWithdrawalItStaysSomebodysTaskUntilTheyWereToldOrItIsYesAgain() {
    RecordId withdrawn = Hall.says(hall.one, person, Consents.Answer.WITHDRAWN);
    for (Consents.Answer next :
        new Consents.Answer[] {Consents.Answer.NOT_ASKED, Consents.Answer.NO}) {
      Hall.says(hall.one, person, next);
      assertThat(toTell()).containsExactly(withdrawn);
    }
    hall.one.consents().told(withdrawn, "Duty officer Example");
    assertThat(toTell()).isEmpty();
    Hall.says(hall.one, person, Consents.Answer.WITHDRAWN);
    RecordId again = Hall.says(hall.one, person, Consents.Answer.WITHDRAWN);
    assertThat(toTell()).as("once").containsExactly(again);
    Hall.says(hall.one, person, Consents.Answer.YES);
    assertThat(toTell()).isEmpty();
  }

  private List<RecordId> toTell() {
    return hall.one.takenBack().toAct(person).stream().map(a -> a.said().id()).toList();
  }

  @Test
  void whatEitherOfTwoWordsLeavesOutStaysOut() {
    says(hall.one, Set.of("name"));
    says(hall.two, Set.of("age"));
    hall.give(hall.one, hall.two);
    hall.give(hall.two, hall.one);
    for (Desk desk : new Desk[] {hall.one, hall.two}) {
      assertThat(leftOut(desk)).containsExactlyInAnyOrder("name", "age");
    }
    Hall.says(hall.two, person, Consents.Answer.WITHDRAWN);
    assertThat(leftOut(hall.two)).as("who gives less").containsExactlyInAnyOrder("name", "age");
    says(hall.two, Set.of("contact"));
    assertThat(leftOut(hall.two)).containsExactly("contact");
  }

  private Set<String> leftOut(Desk desk) {
    return desk.consents()
        .leftOut(Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS)
        .getOrDefault(person, Set.of());
  }

  private void says(Desk at, Set<String> without) {
    at.consents()
        .ask(
            person,
            Sealing.INVESTIGATION_PURPOSE,
            Sealing.TO_HEADQUARTERS,
            Consents.Answer.YES,
            without,
            new Consents.How("th", "", "Guardian Example"));
  }
}
