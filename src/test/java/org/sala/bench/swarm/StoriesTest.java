package org.sala.bench.swarm;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sala.casework.Desks;

/** Short histories that were wrong once, of what is found, kept open and taken back. */
class StoriesTest {
  private static Path place;
  private static Simulation simulation;

  @BeforeAll
  static void found() throws IOException {
    place = Simulation.quickPlace();
    simulation = new Simulation(place, Desks.CHEAP);
  }

  @AfterAll
  static void clear() {
    Simulation.clear(place);
  }

  private static Story story() {
    return new Story(simulation);
  }

  /** One knew of both and found so; another one knew of one of them, and comes before or after. */
  @Test
  void whoeverHasTheSameFindingsShowsTheSame() {
    story()
        .makes(0, Step.What.PERSON_WITH_YES)
        .lends(0, 1)
        .protects(0)
        .takesProtectionAway(1)
        .lends(0, 2)
        .lends(1, 2)
        .takesProtectionAway(2)
        .takesProtectionAway(1)
        .goesHome(2, 0)
        .goesHome(1, 0)
        .lends(2, 1)
        .endsWell(1, 3);
  }

  /** Of two findings on the way the one that signs knew of what the other knew, and that is all. */
  @Test
  void whoTookProtectionAwayWithoutKnowingOfItDidNotTakeItAway() {
    for (int last = 0; last < 2; last++) {
      story()
          .makes(0, Step.What.PERSON_WITH_YES)
          .lends(0, 1)
          .protects(0)
          .takesProtectionAway(1)
          .goesHome(last, 0)
          .goesHome(1 - last, 0)
          .endsWell(1, 2);
    }
  }

  /** Found a child and taken back by two there; then elsewhere more time is needed. */
  @Test
  void whatTwoOfAStationTookBackIsNotBroughtBackByAWeakerFindingElsewhere() {
    story()
        .makes(0, Step.What.PERSON_WITH_YES)
        .then(new Step.Find(0, 0, false, 1))
        .takesProtectionAway(0)
        .lends(0, 1)
        .then(new Step.Find(1, 0, false, 2))
        .goesHome(0, 0)
        .goesHome(1, 0)
        .lends(1, 0)
        .endsWell(1, 2);
  }

  /** Another page wrote on top of what the form had not seen. */
  @Test
  void aFormOfTwoFieldsWritesOverNothingThatLiesUnderTheOther() {
    story()
        .makes(0, Step.What.CASE)
        .lends(0, 1)
        .then(new Step.Open(0, 0))
        .edits(1, 0, 0, 5)
        .lends(1, 0)
        .edits(0, 0, 1, 6)
        .then(new Step.Save(0, 0, 8))
        .endsWell(1, 2);
  }

  /** A value of seven times something is none: the field is emptied. */
  @Test
  void whatWasTakenAwayMeanwhileIsNotPutBackByAForm() {
    story()
        .makes(0, Step.What.CASE)
        .edits(0, 0, 1, 5)
        .lends(0, 1)
        .then(new Step.Open(0, 0))
        .edits(1, 0, 1, 749)
        .lends(1, 0)
        .then(new Step.Save(0, 1, 683))
        .endsWell(1, 2);
  }

  /** What was sealed with an answer before a station was given up stays at headquarters. */
  @Test
  void aStationThatWasGivenUpIsToldNoDecisionWithTheAnswerToItsPackage() {
    story()
        .makes(0, Step.What.CASE)
        .lends(0, 1)
        .edits(0, 0, 0, 300)
        .edits(1, 0, 0, 301)
        .goesHome(0, 0)
        .goesHome(1, 0)
        .then(new Step.Decide(0, 0))
        .edits(0, 0, 1, 302)
        .goesHome(0, 0)
        .then(new Step.Revoke(0, true), new Step.Answer(0))
        .endsWell(1, 2);
  }

  @Test
  void ofAnOfficerWhoWasTakenBackNothingIsBelievedUntilTwoSaySo() {
    for (boolean all : new boolean[] {false, true}) {
      story()
          .makes(0, Step.What.PERSON_WITH_YES)
          .goesHome(0, 0)
          .lends(0, 1)
          .edits(0, 0, 0, 5)
          .sends(0, 1)
          .edits(1, 0, 1, 6)
          .then(new Step.Revoke(0, all))
          .arrives(1)
          .edits(0, 0, 2, 7)
          .goesHome(0, 0)
          .goesHome(1, 0)
          .endsWell(1, 2);
    }
  }

  @Test
  void aCaseThatWentAloneIsFollowedByTheRest() {
    story()
        .makes(0, Step.What.CASE)
        .makes(0, Step.What.CASE)
        .makes(0, Step.What.PERSON_IN_CASE)
        .makes(0, Step.What.PERSON_WITH_YES)
        .then(new Step.SealCase(0, 0), new Step.Carry(0, 0))
        .arrives(0)
        .then(new Step.SealCase(0, 1))
        .goesHome(0, 1)
        .endsWell(1, 2);
  }

  /** The answer to the older package is all that the laptop from the backup waits for. */
  @Test
  void aLaptopFromABackupAsksForWhatItLostThoughItHasNothingToSend() {
    story()
        .makes(0, Step.What.CASE)
        .sends(0, 0)
        .then(new Step.Backup(0))
        .makes(0, Step.What.STATEMENT)
        .arrives(0)
        .sends(0, 1)
        .then(new Step.Answer(0), new Step.Restore(0), new Step.Take(0, 0, 1))
        .endsWell(1, 2);
  }

  /** Two decisions lay in one package; it was lost, and its file went with what was erased. */
  @Test
  void aDecisionThatWasPackedWithWhatIsErasedIsSaidAgainAndNothingWaitsForNobody() {
    story()
        .makes(0, Step.What.CASE)
        .makes(0, Step.What.CASE)
        .then(new Step.Lend(0, 1, 0), new Step.Lend(0, 1, 1))
        .edits(0, 0, 0, 300)
        .edits(1, 0, 0, 301)
        .edits(0, 1, 0, 300)
        .edits(1, 1, 0, 301)
        .sends(0, 1)
        .goesHome(1, 1)
        .isAnswered(0, 1)
        .isAnswered(1, 1)
        .then(new Step.Decide(0, 0), new Step.Decide(0, 0), new Step.Answer(0))
        .then(new Step.Lose(0, 0), new Step.Lose(0, 0), new Step.Lose(0, 0), new Step.Lose(0, 0))
        .then(new Step.Erase(0))
        .endsWell(1, 2);
  }

  /** A neighbour brings back what was written last; what was written before it is missing still. */
  @Test
  void aLaptopFromABackupAsksForWhatLiesBeforeThatWhichANeighbourBroughtBack() {
    story()
        .makes(0, Step.What.CASE)
        .then(new Step.Backup(0))
        .makes(0, Step.What.CASE)
        .edits(0, 0, 0, 300)
        .edits(0, 1, 1, 301)
        .then(new Step.Seal(0), new Step.Lend(0, 1, 1), new Step.Carry(0, 2))
        .then(new Step.Restore(0), new Step.Lend(1, 0, 1))
        .endsWell(1, 2);
  }

  /** What waits for people in the same package is about something else, and is sent again. */
  @Test
  void erasingRefusesNothingForEverOnWhichPeopleHadToDecide() {
    story()
        .makes(1, Step.What.CASE)
        .makes(0, Step.What.PERSON_WITHOUT)
        .then(new Step.Lend(0, 1, 1))
        .edits(1, 1, 5, 300)
        .then(new Step.Revoke(0, true))
        .goesHome(1, 0)
        .then(new Step.Erase(0))
        .endsWell(1, 2);
  }

  /** The decision on what was written in one act with it is all that the station hears. */
  @Test
  void whatWasErasedWaitsNoMoreWhenTheRestOfItsActWasDecided() {
    story()
        .makes(0, Step.What.CASE)
        .makes(0, Step.What.PERSON_IN_CASE)
        .then(new Step.Lend(0, 1, 2))
        .edits(0, 2, 1, 648)
        .edits(1, 2, 1, 649)
        .edits(1, 1, 4, 225)
        .goesHome(0, 0)
        .then(new Step.Erase(1))
        .goesHome(1, 0)
        .then(new Step.Decide(0, 0))
        .isAnswered(1, 1)
        .endsWell(1, 2);
  }

  /** People bring it, and lose it, and its receipt: it is brought until it was answered. */
  @Test
  void aCopyForAnotherAgencyIsReceivedThoughItAndItsReceiptWereLost() {
    story()
        .makes(0, Step.What.PERSON_WITH_YES)
        .then(new Step.Let(0, 0, true))
        .goesHome(0, 0)
        .then(new Step.Copy(0), new Step.HandOver(false), new Step.HandOver(true))
        .then(new Step.FromAbroad(false), new Step.HandOver(true))
        .endsWell(1, 2);
  }

  @Test
  void aCopyStaysWhenTheYesWasTakenBackBeforeItWasHandedOver() {
    story()
        .makes(0, Step.What.PERSON_WITH_YES)
        .then(new Step.Let(0, 0, true))
        .goesHome(0, 0)
        .then(new Step.Copy(0), new Step.Let(0, 0, false))
        .goesHome(0, 1)
        .then(new Step.HandOver(true), new Step.FromAbroad(true))
        .endsWell(1, 2);
  }

  /** Headquarters cannot see that whoever keeps it back wrote it, and tells nobody else. */
  @Test
  void whoseProtectedPartNeverLeftIsToldNoDecisionOnIt() {
    story()
        .makes(0, Step.What.PERSON_WITH_YES)
        .lends(0, 1)
        .lends(1, 2)
        .edits(1, 0, 4, 175)
        .edits(2, 0, 4, 176)
        .then(new Step.TakeBack(0, 0))
        .goesHome(2, 2)
        .goesHome(1, 2)
        .then(new Step.Decide(0, 0))
        .endsWell(1, 3);
  }

  /** It is written down that some of it waits before its file lies where what waits is kept. */
  @Test
  void whatWaitsInAPackageIsAdmittedWhereverHeadquartersIsKilledWhileItTakesTheRest() {
    for (int write = 0; write < 8; write++) {
      story()
          .makes(0, Step.What.PERSON_WITHOUT)
          .lends(0, 1)
          .edits(1, 0, 5, 300)
          .then(new Step.Revoke(0, true))
          .sends(1, 0)
          .then(new Step.KillHeadquarters(write, true))
          .arrives(0)
          .endsWell(write, 2);
    }
  }
}
