package org.sala.casework.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Screened;
import org.sala.casework.consent.Consents;
import org.sala.casework.protection.Outcomes;
import org.sala.casework.screening.Findings;
import org.sala.domain.RecordId;
import org.sala.store.PersonRows;

/** Two stations find something else of one person, and neither knows of the other. */
class TwoFindingsTest {
  @TempDir Path folder;

  @Test
  void noneThatCameLaterTakesAwayAProtectionThatItDidNotKnowOf() {
    try (Hall hall = new Hall(folder)) {
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      hall.give(hall.one, hall.two);
      hall.one.findings().find(person, Findings.Finding.PRESUMED_VICTIM, "sold twice");
      RecordId screening = Screened.closed(hall.two, person);
      lower(hall.two, person, screening);
      assertThat(finding(hall.two, person)).isEqualTo("no_indications");
      hall.report(hall.one);
      hall.report(hall.two);
      assertThat(finding(hall.hq, person)).as("the other came last").isEqualTo("presumed_victim");
      // Whoever knows both may find so.
      lower(hall.hq, person, screening);
      assertThat(finding(hall.hq, person)).isEqualTo("no_indications");
    }
  }

  /** Another one who did not know of the protection either brings it back no more. */
  @Test
  void whoKnewOfBothIsBelievedWhateverComesAfterIt() {
    try (Hall hall = new Hall(folder)) {
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      hall.give(hall.one, hall.two);
      hall.one.findings().find(person, Findings.Finding.PRESUMED_VICTIM, "sold twice");
      RecordId screening = Screened.closed(hall.two, person);
      lower(hall.two, person, screening);
      hall.report(hall.one);
      hall.report(hall.two);
      lower(hall.hq, person, screening);
      lower(hall.two, person, screening);
      hall.report(hall.two);
      assertThat(finding(hall.hq, person)).isEqualTo("no_indications");
    }
  }

  @Test
  void whatCameWhileThePageWasOpenIsEndedByNoFindingAndReadByWhoeverSigns() {
    try (Hall hall = new Hall(folder)) {
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      hall.give(hall.one, hall.two);
      RecordId screening = Screened.closed(hall.two, person);
      Set<RecordId> read = hall.two.findings().here(person);
      hall.one.findings().find(person, Findings.Finding.PRESUMED_VICTIM, "sold twice");
      hall.give(hall.one, hall.two);
      hall.two
          .findings()
          .find(
              person,
              Optional.of(screening),
              Findings.Finding.NO_INDICATIONS,
              "nothing was said",
              read);
      assertThat(finding(hall.two, person))
          .as("nobody here has read it")
          .isEqualTo("presumed_victim");
      hall.two
          .findings()
          .find(
              person,
              Optional.of(screening),
              Findings.Finding.NO_INDICATIONS,
              "read both",
              hall.two.findings().here(person));
      assertThat(finding(hall.two, person)).isEqualTo("no_indications");
      assertThat(hall.two.findings().firstWord(person).orElseThrow().others())
          .extracting(Findings.Other::reason)
          .containsExactlyInAnyOrder("sold twice", "nothing was said");
    }
  }

  @Test
  void whoeverIsPresumedToBeAVictimStaysSoUntilThatStationOrHeadquartersSaysLess() {
    try (Hall hall = new Hall(folder)) {
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      hall.give(hall.one, hall.two);
      found(hall.one, person, Findings.Finding.PRESUMED_VICTIM);
      hall.give(hall.one, hall.two);
      found(hall.two, person, Findings.Finding.MORE_TIME_NEEDED);
      assertThat(finding(hall.two, person))
          .as("one officer elsewhere")
          .isEqualTo("presumed_victim");
      found(hall.two, person, Findings.Finding.PRESUMED_VICTIM_CHILD);
      assertThat(finding(hall.two, person)).as("more").isEqualTo("presumed_victim_child");
      found(hall.two, person, Findings.Finding.PRESUMED_VICTIM);
      assertThat(finding(hall.two, person)).as("its own").isEqualTo("presumed_victim");
      hall.report(hall.one);
      hall.report(hall.two);
      assertThat(finding(hall.hq, person)).isEqualTo("presumed_victim");
      found(hall.hq, person, Findings.Finding.MORE_TIME_NEEDED);
      assertThat(finding(hall.hq, person)).isEqualTo("more_time_needed");
    }
  }

  /** What two officers of a station took back is not theirs again by what another one finds. */
  @Test
  void aFindingThatItsOwnStationTookBackStandsNoMoreWhereAnotherProtectsLess() {
    try (Hall hall = new Hall(folder)) {
      hall.one.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
      Desks.certify(hall.one, hall.hq, folder, "nine");
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      found(hall.one, person, Findings.Finding.PRESUMED_VICTIM_CHILD);
      lower(hall.one, person, Screened.closed(hall.one, person));
      hall.give(hall.one, hall.two);
      assertThat(finding(hall.two, person)).isEqualTo("no_indications");
      found(hall.two, person, Findings.Finding.MORE_TIME_NEEDED);
      assertThat(finding(hall.two, person)).isEqualTo("more_time_needed");
      hall.report(hall.one);
      hall.report(hall.two);
      assertThat(finding(hall.hq, person)).isEqualTo("more_time_needed");
    }
  }

  /** One officer alone took nothing back. */
  @Test
  void aFindingThatNobodySignedAwayStandsAgainWhereAnotherStationProtectsLess() {
    try (Hall hall = new Hall(folder)) {
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      found(hall.one, person, Findings.Finding.PRESUMED_VICTIM_CHILD);
      hall.one
          .findings()
          .find(
              person,
              Optional.of(Screened.closed(hall.one, person)),
              Findings.Finding.NO_INDICATIONS,
              "nothing was said");
      hall.give(hall.one, hall.two);
      found(hall.two, person, Findings.Finding.MORE_TIME_NEEDED);
      assertThat(finding(hall.two, person)).isEqualTo("presumed_victim_child");
    }
  }

  private static void found(Desk at, RecordId person, Findings.Finding finding) {
    at.findings().find(person, finding, "as it was told");
  }

  @Test
  void aYesCountsForNothingWhileAnotherSecondOfficerSaysNo() {
    try (Hall hall = new Hall(folder)) {
      RecordId person = hall.person(hall.heard(), Consents.Answer.YES);
      lower(hall.one, person, Screened.closed(hall.one, person));
      RecordId found =
          Desks.station(hall.one)
              .view()
              .people()
              .find(person)
              .flatMap(PersonRows.Row::finding)
              .orElseThrow();
      hall.one.officers().add("Officer Ten Example", "ten", "phrase of ten".toCharArray());
      assertThat(signed(hall.one, person)).isTrue();
      assertThat(hall.one.outcomes().against(person)).isEmpty();
      says(hall.one, found, false);
      assertThat(signed(hall.one, person)).isFalse();
      assertThat(hall.one.outcomes().against(person))
          .extracting(Outcomes.Against::by)
          .containsExactly("Officer Ten Example");
      says(hall.one, found, true);
      assertThat(signed(hall.one, person)).as("who said no has agreed since").isTrue();
      assertThat(hall.one.outcomes().against(person)).isEmpty();
    }
  }

  private static boolean signed(Desk at, RecordId person) {
    return Desks.station(at).view().people().find(person).orElseThrow().findingConfirmed();
  }

  private static void says(Desk at, RecordId finding, boolean agrees) {
    assertThat(at.findings().confirm(finding, agrees, "read", "ten", "phrase of ten".toCharArray()))
        .isEqualTo(Findings.Confirmed.DONE);
  }

  /** Found after a screening, and agreed to by another officer. */
  private static void lower(Desk at, RecordId person, RecordId screening) {
    RecordId finding =
        at.findings()
            .find(
                person,
                Optional.of(screening),
                Findings.Finding.NO_INDICATIONS,
                "nothing was said");
    if (at.officers().second("nine", "phrase of nine".toCharArray()).isEmpty()) {
      at.officers().add("Officer Nine Example", "nine", "phrase of nine".toCharArray());
    }
    assertThat(at.findings().confirm(finding, true, "read", "nine", "phrase of nine".toCharArray()))
        .isEqualTo(Findings.Confirmed.DONE);
  }

  private static String finding(Desk at, RecordId person) {
    return at.people().find(person).orElseThrow().finding();
  }
}
