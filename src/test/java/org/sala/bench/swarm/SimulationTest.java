package org.sala.bench.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.casework.Desks;

/** F7: random histories of stations and a headquarters all come to the same, whatever happened. */
class SimulationTest {
  private static final List<Deed> OFTEN =
      List.of(
          Deed.LENT,
          Deed.LOST,
          Deed.TWICE,
          Deed.FETCHED,
          Deed.CAME_AGAIN,
          Deed.TAKEN_BACK,
          Deed.DECIDED,
          Deed.DISPUTED,
          Deed.RESTORED,
          Deed.CLONED,
          Deed.ADMITTED,
          Deed.CLOCK_SET,
          Deed.KILLED);

  /** As many are played however long it takes. */
  private static final int AT_LEAST = 250;

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

  /**
   * A thousand, or as many as two minutes allow on a machine that is slow or busy, and never fewer
   * than {@link #AT_LEAST}; {@code -Dsala.histories=N} plays that many however long it takes.
   */
  @Test
  void historiesComeToTheSameAndLoseNothing() {
    Long asked = Long.getLong("sala.histories");
    long first = Long.getLong("sala.histories.from", 1);
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    AtomicLong begun = new AtomicLong();
    Simulation.Result result =
        simulation.run(
            first,
            asked == null ? 1_000 : asked,
            Broken.NOTHING,
            5,
            () -> asked == null && begun.getAndIncrement() >= AT_LEAST && System.nanoTime() > end);
    System.out.println(
        "histories played: " + result.played() + ", " + result.perMinute() + " a minute");
    assertThat(result.failed().stream().map(Simulation.Failed::text)).isEmpty();
    assertThat(result.played()).isGreaterThanOrEqualTo(asked == null ? AT_LEAST : asked);
    if (result.played() >= AT_LEAST) {
      // Histories in which nothing happens find nothing out.
      assertThat(result.deeds())
          .allSatisfy((deed, times) -> assertThat(times).as(deed.name()).isPositive());
      for (Deed often : OFTEN) {
        assertThat(result.deeds().get(often)).as(often.name()).isGreaterThan(result.played() / 16);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
  void whatIsBrokenOnPurposeIsFoundOut(Broken broken) {
    assertThat(simulation.run(1, 300, broken, 1, () -> false).failed()).isNotEmpty();
  }

  @Test
  void aSeedPlaysTheSameHistoryAgainAndAFailingOneIsCutDown() {
    assertThat(History.of(7)).isEqualTo(History.of(7)).isNotEqualTo(History.of(8));
    long seed =
        LongStream.rangeClosed(1, 300)
            .filter(SimulationTest::onlyACloneIsHeld)
            .filter(s -> !simulation.least(s, Broken.IGNORED_FORK, 0).wrong().isEmpty())
            .findFirst()
            .orElseThrow();
    Simulation.Failed least = simulation.least(seed, Broken.IGNORED_FORK, 25);
    assertThat(least.wrong()).isNotEmpty();
    assertThat(least.steps()).hasSizeLessThan(History.of(seed).steps().size());
    assertThat(least.text()).startsWith("seed " + seed).contains("Clone[laptop=");
  }

  /** Whose certificate ended or whose issuer did, and who is out of time, is held as well. */
  private static boolean onlyACloneIsHeld(long seed) {
    List<Step> steps = History.of(seed).steps();
    return steps.stream().anyMatch(s -> s instanceof Step.Clone)
        && steps.stream()
            .noneMatch(
                s ->
                    s instanceof Step.Revoke
                        || s instanceof Step.SetClock
                        || s instanceof Step.NewKey);
  }

  private static Story story() {
    return new Story(simulation);
  }

  @Test
  void whereverAProgramIsKilledWhileItTakesAnAnswerTheAnswerIsHeard() {
    for (int write = 0; write < 8; write++) {
      for (boolean kept : new boolean[] {false, true}) {
        story()
            .makes(0, Step.What.PERSON_WITH_YES)
            .goesHome(0, 0)
            .then(new Step.Answer(0), new Step.Kill(0, write, kept), new Step.Take(0, 0, 1))
            .endsWell(write, 2);
      }
    }
  }

  @Test
  void whatAnOlderPackageBringsLateComesBackToARestoredLaptop() {
    story()
        .makes(0, Step.What.CASE)
        .then(new Step.Backup(0))
        .edits(0, 0, 1, 308)
        .sends(0, 1)
        .then(new Step.Restore(0))
        .edits(0, 0, 2, 545)
        .goesHome(0, 0)
        .isAnswered(0, 0)
        .arrives(1)
        .endsWell(1, 2);
  }

  @Test
  void aRestoredLaptopHearsAgainWhatWasDecidedAfterItsBackup() {
    Story decided =
        story()
            .makes(0, Step.What.PERSON_WITH_YES)
            .lends(0, 1)
            .edits(0, 0, 0, 1)
            .edits(1, 0, 0, 2)
            .sends(0, 0)
            .goesHome(1, 0)
            .then(new Step.Backup(0), new Step.Decide(0, 0))
            .isAnswered(0, 1)
            .edits(0, 0, 1, 5)
            .goesHome(0, 0)
            .then(new Step.Lose(1, 0), new Step.Lose(1, 0));
    decided.endsWell(1, 2);
    decided.then(new Step.Restore(0)).endsWell(1, 2);
  }

  @Test
  void theYesThatANeighbourWroteGoesWithWhatRestsOnIt() {
    story()
        .makes(1, Step.What.PERSON_WITH_YES)
        .makes(2, Step.What.CASE)
        .makes(1, Step.What.CASE)
        .then(new Step.Backup(2))
        .makes(2, Step.What.PERSON_WITH_YES)
        .then(new Step.Lend(2, 1, 3), new Step.Restore(2))
        .edits(1, 3, 11, 293)
        .endsWell(1272, 3);
  }

  @Test
  void whatACopyOfTheSameLaptopLentIsSealedOnce() {
    story()
        .makes(1, Step.What.PERSON_WITHOUT)
        .then(new Step.Clone(1))
        .edits(2, 622, 4, 974)
        .lends(2, 1)
        .endsWell(149, 2);
  }

  @Test
  void twoCopiesAreSeenThoughOneOfThemBringsWhatBothWrote() {
    story()
        .makes(1, Step.What.PERSON_WITHOUT)
        .then(new Step.Clone(1))
        .edits(1, 0, 8, 212)
        .edits(2, 0, 9, 691)
        // Numbers of packages that never come, so that nothing but the changes' own tells.
        .then(new Step.Seal(2))
        .lends(2, 1)
        .then(new Step.Seal(2))
        .goesHome(1, 0)
        .endsWell(2371, 2);
  }

  @Test
  void ofTwoCopiesEachHearsWhatTheOtherHasHeardBefore() {
    for (int writes = 0; writes < 9; writes++) {
      story()
          .makes(1, Step.What.PERSON_WITHOUT)
          .lends(1, 2)
          .then(new Step.Clone(1))
          .edits(1, 0, 9, 156)
          .edits(2, 0, 9, 157)
          .goesHome(1, 1)
          .goesHome(2, 0)
          .then(new Step.Decide(594, 2))
          .edits(1, 0, 9, 158)
          .isAnswered(1, 0)
          .then(new Step.KillHeadquarters(writes, true))
          .edits(4, 0, 0, 604)
          .endsWell(1, 4);
    }
  }

  @Test
  void aLaptopThatWasGivenUpAndIsInUseStillHearsWhatTheOneFromTheBackupHasHeard() {
    Story decided =
        story()
            .makes(0, Step.What.CASE)
            .then(new Step.Backup(0))
            .lends(0, 1)
            .then(new Step.Clone(0), new Step.Restore(0))
            .edits(0, 0, 1, 300)
            .goesHome(0, 0)
            .edits(1, 0, 1, 301)
            .goesHome(1, 0)
            .then(new Step.Decide(0, 0))
            .isAnswered(0, 0)
            .edits(0, 0, 2, 5)
            .goesHome(0, 0);
    for (int i = 0; i < 12; i++) {
      decided.then(new Step.Lose(0, 0));
    }
    decided.edits(2, 0, 3, 8).endsWell(3068, 2);
  }

  @Test
  void whatANeighbourBringsOfALostLaptopComesBackToIt() {
    story()
        .makes(0, Step.What.PERSON_WITH_YES)
        .then(new Step.Backup(0))
        .edits(0, 0, 1, 308)
        .lends(0, 1)
        .then(new Step.Restore(0))
        .edits(0, 0, 2, 545)
        .goesHome(0, 0)
        .isAnswered(0, 0)
        .edits(1, 0, 3, 11)
        .endsWell(1, 2);
  }

  @Test
  void whoIsToldThatPeopleWillDecideIsToldWhenNobodyHasToAnyMore() {
    story()
        .makes(0, Step.What.CASE)
        .lends(0, 1)
        .edits(0, 0, 1, 300)
        .edits(1, 0, 1, 301)
        .goesHome(0, 0)
        .goesHome(1, 0)
        .isAnswered(1, 0)
        .edits(0, 0, 1, 301)
        .endsWell(1, 2);
  }

  @Test
  void whoHasNotHeardThatAYesWasTakenBackBringsNothingProtectedOfTheNeighbours() {
    story()
        .makes(0, Step.What.PERSON_WITH_YES)
        .lends(0, 1)
        .then(new Step.TakeBack(0, 0))
        .edits(1, 0, 0, 7)
        .goesHome(1, 0)
        .goesHome(0, 0)
        .endsWell(1, 2);
  }

  @Test
  void aYesThatIsOlderAndComesLaterTakesNoWithdrawalBack() {
    story()
        .makes(0, Step.What.PERSON_WITHOUT)
        .lends(0, 1)
        .then(new Step.Yes(1, 0), new Step.Yes(0, 0), new Step.TakeBack(0, 0))
        .goesHome(0, 0)
        .goesHome(1, 0)
        .endsWell(1, 2);
  }

  /** The same package by a stick and by a store whose line is cut, before and after it is there. */
  @Test
  void aPackageThatComesByTwoWaysIsTakenOnceAndHeardOnce() {
    for (boolean arrived : new boolean[] {false, true}) {
      story()
          .makes(0, Step.What.PERSON_WITH_YES)
          .then(new Step.Cut(arrived))
          .sends(0, World.STICKS)
          .then(new Step.Carry(0, 1), new Step.Carry(0, World.STICKS))
          .arrives(World.STICKS)
          .edits(0, 0, 0, 5)
          .isAnswered(0, 0)
          .arrives(1)
          .endsWell(1, 2);
    }
  }
}
