package org.sala.bench.swarm;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sala.casework.Desks;

/** Short histories of stations that exchange, and of a headquarters that knows less than they. */
class NeighbourStoriesTest {
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

  /** Its backup has something of the one station, and nothing of the other. */
  @Test
  void whoHasNothingNewSendsAgainWhatAHeadquartersFromABackupHasLost() {
    story()
        .makes(0, Step.What.CASE)
        .goesHome(0, 0)
        .then(new Step.BackupHeadquarters())
        .edits(0, 0, 0, 5)
        .makes(1, Step.What.PERSON_WITH_YES)
        .goesHome(0, 0)
        .goesHome(1, 1)
        .isAnswered(0, 0)
        .isAnswered(1, 1)
        .then(new Step.RestoreHeadquarters(false))
        .endsWell(31, 2);
  }

  @Test
  void aDecisionThatHeadquartersHasLostComesBackFromThoseWhoHeardIt() {
    story()
        .makes(0, Step.What.CASE)
        .lends(0, 1)
        .then(new Step.BackupHeadquarters())
        .edits(0, 0, 0, 300)
        .edits(1, 0, 0, 301)
        .goesHome(0, 0)
        .goesHome(1, 0)
        .then(new Step.Decide(0, 0))
        .isAnswered(0, 0)
        .then(new Step.RestoreHeadquarters(false))
        .endsWell(29, 2);
  }

  /** One says so, a neighbour takes it back, and headquarters speaks on top of both. */
  @Test
  void headquartersWordOnTwoRecordsComesThoughAThirdHasSpoken() {
    story()
        .makes(0, Step.What.PERSON_WITH_YES)
        .makes(0, Step.What.PERSON_WITHOUT)
        .makes(1, Step.What.CASE)
        .goesHome(0, 0)
        .goesHome(1, 0)
        .isAnswered(0, 0)
        .isAnswered(1, 0)
        .then(new Step.Link(0, 0, 1), new Step.SealFor(0, 1), new Step.Carry(0, 1))
        .then(new Step.Take(1, 1, 1), new Step.Part(1, 0, false))
        .goesHome(0, 0)
        .goesHome(1, 0)
        .then(new Step.Part(-1, 0, true))
        .endsWell(137, 2);
  }

  @Test
  void anAnswerOfBeforeThatComesLateDoesNotSayThatWhatWasLostIsThere() {
    story()
        .then(new Step.BackupHeadquarters())
        .makes(0, Step.What.CASE)
        .goesHome(0, 0)
        .then(new Step.Answer(0), new Step.RestoreHeadquarters(false))
        .isAnswered(0, 1)
        .then(new Step.Take(0, 0, 1))
        .endsWell(1, 2);
  }

  @Test
  void whatAllAreToldComesToAllAndIsOverForAll() {
    story()
        .then(new Step.Tell(false))
        .isAnswered(0, 0)
        .then(new Step.Tell(true), new Step.Tell(false))
        .endsWell(6, 2);
  }
}
