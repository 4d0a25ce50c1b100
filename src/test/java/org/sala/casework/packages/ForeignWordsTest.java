package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Records from another laptop that say what would let something leave this one. */
class ForeignWordsTest {
  @TempDir Path folder;
  private Hall hall;
  private RecordId person;
  private RecordId word;

  /** Somebody in need who has said no to the first one; the second one knows both. */
  @BeforeEach
  void somebodyWhoHasSaidNo() {
    hall = new Hall(folder);
    person = hall.person(hall.heard(), Consents.Answer.YES);
    word = Hall.says(hall.one, person, Consents.Answer.NO);
    hall.give(hall.one, hall.two);
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  private static void decides(Desk at, RecordId person, Consents.Reason why) {
    at.overrides()
        .decide(
            person, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS, why, "Danger, example");
  }

  /** What no screen offers: another one's record is written over, and comes back signed. */
  private void writesOver(RecordId record, Kind kind, Map<String, Value> fields) {
    new Ledger(Desks.station(hall.two)).write(new Act().edit(record, kind, fields));
    hall.give(hall.two, hall.one);
  }

  private void nothingLeaves() {
    assertThat(Hall.lets(hall.one, person)).isFalse();
    assertThat(Hall.plan(hall.one).protection()).isFalse();
    hall.report(hall.one);
    assertThat(hall.hq.people().fields(person)).doesNotContainKey("needs");
  }

  @Test
  void whatAnotherLaptopDecidedWithoutThePersonOpensNothingHere() {
    decides(hall.two, person, Consents.Reason.DANGER_TO_LIFE);
    hall.give(hall.two, hall.one);
    assertThat(Hall.lets(hall.two, person)).as("it answers for that itself").isTrue();
    assertThat(hall.one.overrides().waiting(person)).as("it is seen").hasSize(1);
    nothingLeaves();
    decides(hall.one, person, Consents.Reason.DANGER_TO_LIFE);
    assertThat(Hall.plan(hall.one).withConsent()).containsExactly(person);
  }

  @Test
  void noReasonOfASupervisorIsBelievedOfAnybodyElse() {
    new Ledger(Desks.station(hall.one))
        .write(
            new Act()
                .make(
                    Desks.station(hall.one).ids().record(),
                    Kinds.CONSENT,
                    Desks.station(hall.one).scopeOf(person),
                    Map.of(
                        "person", Value.ref(person),
                        "purpose", Value.text(Sealing.INVESTIGATION_PURPOSE),
                        "recipient", Value.text(Sealing.TO_HEADQUARTERS),
                        "answer", Value.text(Consents.Reason.SUPERVISOR.name()),
                        "why", Value.text("said so"))));
    nothingLeaves();
  }

  @Test
  void aNoThatAnotherHandHasTurnedIntoAYesStaysANo() {
    writesOver(word, Kinds.CONSENT, Map.of("answer", Value.text("YES")));
    nothingLeaves();
    Hall.says(hall.one, person, Consents.Answer.YES);
    assertThat(Hall.lets(hall.one, person)).as("asked again").isTrue();
  }

  @Test
  void aNoThatAnotherHandHasEmptiedOrMovedAwayEndsTheYesBeforeItAsEver() {
    writesOver(word, Kinds.CONSENT, Map.of("answer", Value.text("DANGER_TO_LIFE")));
    assertThat(Hall.lets(hall.one, person)).isFalse();
    writesOver(word, Kinds.CONSENT, Map.of("answer", Value.text("NOT_ASKED")));
    assertThat(Hall.lets(hall.one, person)).isFalse();
    writesOver(word, Kinds.CONSENT, Map.of("purpose", Value.text("care"), "knew", Value.text("-")));
    nothingLeaves();
  }

  @Test
  void whatAYesLeavesOutStaysOutWhateverAnotherHandMakesOfIt() {
    RecordId yes =
        hall.one
            .consents()
            .ask(
                person,
                Sealing.INVESTIGATION_PURPOSE,
                Sealing.TO_HEADQUARTERS,
                Consents.Answer.YES,
                Set.of("name"),
                new Consents.How("th", "", "Guardian Example"));
    hall.give(hall.one, hall.two);
    for (Map<String, Value> over :
        List.<Map<String, Value>>of(
            Map.of("without", Value.text("")), Map.of("answer", Value.text("NOT_ASKED")))) {
      writesOver(yes, Kinds.CONSENT, over);
      assertThat(
              hall.one
                  .consents()
                  .leftOut(Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS)
                  .getOrDefault(person, Set.of()))
          .containsExactly("name");
    }
  }

  @Test
  void atHeadquartersAStationsDecisionLetsNothingGoToAnotherAgency() {
    hall.one
        .overrides()
        .decide(person, "care", "health-service", Consents.Reason.DANGER_TO_LIFE, "Coma, example");
    hall.report(hall.one);
    assertThat(hall.hq.overrides().waiting(person)).as("it came").hasSize(1);
    assertThat(hall.hq.consents().lastWord(person, "care", "health-service")).isEmpty();
    hall.hq
        .overrides()
        .decide(person, "care", "health-service", Consents.Reason.DANGER_TO_LIFE, "Coma, example");
    assertThat(
            hall.hq
                .consents()
                .lastWord(person, "care", "health-service")
                .filter(Consents.LastWord::lets))
        .isPresent();
  }

  @Test
  void whoeverSetsAgainWhatIsWrittenOnceChangesNothing() {
    writesOver(person, Kinds.PERSON, Map.of("wristband", Value.text("B-666")));
    assertThat(hall.one.people().find(person).map(p -> p.wristband()))
        .isEqualTo(Optional.of("A-1"));
    hall.one.close();
    hall.one = Desks.unlock(folder.resolve("a"), "one");
    assertThat(hall.one.people().find(person).map(p -> p.wristband()))
        .isEqualTo(Optional.of("A-1"));
  }
}
