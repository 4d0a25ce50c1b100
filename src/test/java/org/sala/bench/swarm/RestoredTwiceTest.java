package org.sala.bench.swarm;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sala.casework.Desks;

/** Short histories in which more than one backup is brought back, or one of them twice. */
class RestoredTwiceTest {
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

  private static final Step BACKUP = new Step.BackupHeadquarters();
  private static final Step RESTORE = new Step.RestoreHeadquarters(false);

  /** A laptop whose work of after its backup is at headquarters alone. */
  private static Story lostAndReceived() {
    return story()
        .then(BACKUP)
        .makes(0, Step.What.CASE)
        .then(new Step.Backup(0))
        .edits(0, 0, 0, 5)
        .goesHome(0, 0)
        .then(new Step.Restore(0))
        .goesHome(0, 0);
  }

  @Test
  void whatWasGivenBackToALaptopGoesAgainWhereHeadquartersLostIt() {
    lostAndReceived().isAnswered(0, 0).then(RESTORE).endsWell(2, 2);
  }

  /** It lay on a stick when headquarters was lost, and its successor speaks first. */
  @Test
  void whatIsGivenBackLateByALostHeadquartersGoesAgainAsWell() {
    lostAndReceived()
        .then(new Step.Answer(0), RESTORE)
        .isAnswered(0, 1)
        .then(new Step.Take(0, 0, 1))
        .endsWell(2, 2);
  }

  /**
   * The first answer was by a headquarters that had less of it, and its successor knows of none.
   */
  @Test
  void aRestoredLaptopAsksAgainWhereHeadquartersWasRestoredSince() {
    story()
        .makes(0, Step.What.CASE)
        .then(new Step.Backup(0))
        .edits(0, 0, 0, 5)
        .goesHome(0, 0)
        .edits(0, 0, 1, 6)
        .sends(0, 1)
        .then(BACKUP, new Step.Restore(0))
        .goesHome(0, 0)
        .isAnswered(0, 0)
        .then(RESTORE)
        .arrives(1)
        .endsWell(2, 2);
  }

  /** What it wrote in between arrives when its last one was answered. */
  @Test
  void aLaptopThatWasRestoredTwiceFromOneBackupGetsBackWhatItDidInBetween() {
    story()
        .makes(0, Step.What.CASE)
        .goesHome(0, 0)
        .isAnswered(0, 0)
        .then(new Step.Backup(0), new Step.Restore(0))
        .edits(0, 0, 0, 5)
        .sends(0, 1)
        .then(new Step.Restore(0))
        .goesHome(0, 0)
        .isAnswered(0, 0)
        .arrives(1)
        .endsWell(2, 2);
  }

  @Test
  void whatHeadquartersDidBetweenTwoRestoresOfOneBackupComesBack() {
    story()
        .makes(0, Step.What.CASE)
        .lends(0, 1)
        .then(BACKUP)
        .edits(0, 0, 0, 300)
        .edits(1, 0, 0, 301)
        .then(RESTORE)
        .goesHome(0, 0)
        .goesHome(1, 0)
        .then(new Step.Decide(0, 0))
        .isAnswered(0, 0)
        .then(RESTORE)
        .endsWell(29, 2);
  }

  /** Neither of the two knows of the other, and nobody has anything new to send. */
  @Test
  void anAnswerOfBetweenTwoRestoresThatComesLateSaysNothing() {
    story()
        .then(BACKUP, RESTORE)
        .makes(0, Step.What.CASE)
        .goesHome(0, 0)
        .then(new Step.Answer(0), RESTORE)
        .isAnswered(0, 1)
        .then(new Step.Take(0, 0, 1))
        .endsWell(2, 2);
  }

  @Test
  void whatWasGivenBackBetweenTwoRestoresGoesAgain() {
    story()
        .then(BACKUP, RESTORE)
        .makes(0, Step.What.CASE)
        .then(new Step.Backup(0))
        .edits(0, 0, 0, 5)
        .goesHome(0, 0)
        .then(new Step.Restore(0))
        .goesHome(0, 0)
        .isAnswered(0, 0)
        .then(RESTORE)
        .endsWell(2, 2);
  }

  /** Its author's laptop and headquarters have both forgotten it, and nobody writes of it again. */
  @Test
  void whatANeighbourAloneStillHasGoesToAHeadquartersThatLostIt() {
    story()
        .makes(0, Step.What.PERSON_WITH_YES)
        .makes(1, Step.What.CASE)
        .goesHome(0, 0)
        .goesHome(1, 0)
        .isAnswered(0, 0)
        .isAnswered(1, 0)
        .then(new Step.SealFor(0, 1), new Step.Carry(0, 1), new Step.Take(1, 1, 1))
        .edits(1, 0, 0, 7)
        .goesHome(1, 0)
        .isAnswered(1, 0)
        .then(BACKUP, new Step.Backup(0))
        .edits(0, 0, 1, 8)
        .then(new Step.SealFor(0, 1), new Step.Carry(0, 1), new Step.Take(1, 1, 1))
        .goesHome(0, 0)
        .then(new Step.Restore(0), RESTORE)
        .endsWell(2, 2);
  }
}
