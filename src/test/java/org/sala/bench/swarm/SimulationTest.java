package org.sala.bench.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
          Deed.DECIDED,
          Deed.DISPUTED,
          Deed.RESTORED,
          Deed.CLONED,
          Deed.ADMITTED,
          Deed.CLOCK_SET,
          Deed.KILLED);

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
   * A thousand, or as many as two minutes allow on a machine that is slow or busy; {@code
   * -Dsala.histories=N} plays that many however long it takes.
   */
  @Test
  void historiesComeToTheSameAndLoseNothing() {
    Long asked = Long.getLong("sala.histories");
    long first = Long.getLong("sala.histories.from", 1);
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    Simulation.Result result =
        simulation.run(
            first,
            asked == null ? 1_000 : asked,
            Broken.NOTHING,
            5,
            () -> asked == null && System.nanoTime() > end);
    assertThat(result.failed().stream().map(Simulation.Failed::text)).isEmpty();
    assertThat(result.played()).isPositive();
    if (result.played() >= 100) {
      // Histories in which nothing happens find nothing out.
      assertThat(result.deeds())
          .allSatisfy((deed, times) -> assertThat(times).as(deed.name()).isPositive());
      for (Deed often : OFTEN) {
        assertThat(result.deeds().get(often)).as(often.name()).isGreaterThan(result.played() / 8);
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
    Simulation.Result result = simulation.run(1, 300, Broken.IGNORED_FORK, 1, () -> false);
    long seed = result.failed().getFirst().seed();
    Simulation.Failed least = simulation.least(seed, Broken.IGNORED_FORK, 25);
    assertThat(least.wrong()).isNotEmpty();
    assertThat(least.steps()).hasSizeLessThan(History.of(seed).steps().size());
    assertThat(least.text()).startsWith("seed " + seed).contains("Clone[laptop=");
  }

  @Test
  void whereverAProgramIsKilledWhileItTakesAnAnswerTheAnswerIsHeard() {
    for (int write = 0; write < 8; write++) {
      for (boolean kept : new boolean[] {false, true}) {
        List<Step> steps =
            List.of(
                new Step.Make(0, Step.What.PERSON_WITH_YES),
                new Step.Seal(0),
                new Step.Carry(0, 0),
                new Step.TakeAtHeadquarters(0, 1),
                new Step.Answer(0),
                new Step.Kill(0, write, kept),
                new Step.Take(0, 0, 1));
        assertThat(simulation.judged(new History(write, 2, steps))).isEmpty();
      }
    }
  }

  @Test
  void whatAnOlderPackageBringsLateComesBackToARestoredLaptop() {
    List<Step> steps =
        List.of(
            new Step.Make(0, Step.What.CASE),
            new Step.Backup(0),
            new Step.Edit(0, 0, 1, 308),
            new Step.Seal(0),
            new Step.Carry(0, 1),
            new Step.Restore(0),
            new Step.Edit(0, 0, 2, 545),
            new Step.Seal(0),
            new Step.Carry(0, 0),
            new Step.TakeAtHeadquarters(0, 1),
            new Step.Answer(0),
            new Step.Take(0, 0, 1),
            new Step.TakeAtHeadquarters(1, 1));
    assertThat(simulation.judged(new History(1, 2, steps))).isEmpty();
  }

  @Test
  void aRestoredLaptopHearsAgainWhatWasDecidedAfterItsBackup() {
    List<Step> steps =
        List.of(
            new Step.Make(0, Step.What.PERSON_WITH_YES),
            new Step.Lend(0, 1, 0),
            new Step.Edit(0, 0, 0, 1),
            new Step.Edit(1, 0, 0, 2),
            new Step.Seal(0),
            new Step.Carry(0, 0),
            new Step.Seal(1),
            new Step.Carry(1, 0),
            new Step.TakeAtHeadquarters(0, 1),
            new Step.Backup(0),
            new Step.Decide(0, 0),
            new Step.Answer(1),
            new Step.Take(0, 1, 1),
            new Step.Edit(0, 0, 1, 5),
            new Step.Seal(0),
            new Step.Carry(0, 0),
            new Step.TakeAtHeadquarters(0, 2),
            new Step.Lose(1, 0),
            new Step.Lose(1, 0),
            new Step.Restore(0));
    assertThat(simulation.judged(new History(1, 2, steps))).isEmpty();
    List<Step> notRestored = steps.subList(0, steps.size() - 1);
    assertThat(simulation.judged(new History(1, 2, notRestored))).isEmpty();
  }

  @Test
  void theYesThatANeighbourWroteGoesWithWhatRestsOnIt() {
    List<Step> steps =
        List.of(
            new Step.Make(1, Step.What.PERSON_WITH_YES),
            new Step.Make(2, Step.What.CASE),
            new Step.Make(1, Step.What.CASE),
            new Step.Backup(2),
            new Step.Make(2, Step.What.PERSON_WITH_YES),
            new Step.Lend(2, 1, 3),
            new Step.Restore(2),
            new Step.Edit(1, 3, 11, 293));
    assertThat(simulation.judged(new History(1272, 3, steps))).isEmpty();
  }

  @Test
  void whatACopyOfTheSameLaptopLentIsSealedOnce() {
    List<Step> steps =
        List.of(
            new Step.Make(1, Step.What.PERSON_WITHOUT),
            new Step.Clone(1),
            new Step.Edit(2, 622, 4, 974),
            new Step.Lend(2, 1, 754));
    assertThat(simulation.judged(new History(149, 2, steps))).isEmpty();
  }

  @Test
  void ofTwoCopiesEachHearsWhatTheOtherHasHeardBefore() {
    for (int writes = 0; writes < 9; writes++) {
      List<Step> steps =
          List.of(
              new Step.Make(1, Step.What.PERSON_WITHOUT),
              new Step.Lend(1, 2, 0),
              new Step.Clone(1),
              new Step.Edit(1, 0, 9, 156),
              new Step.Edit(2, 0, 9, 157),
              new Step.Seal(1),
              new Step.Carry(1, 1),
              new Step.TakeAtHeadquarters(1, 1),
              new Step.Seal(2),
              new Step.Carry(2, 0),
              new Step.TakeAtHeadquarters(0, 1),
              new Step.Decide(594, 2),
              new Step.Edit(1, 0, 9, 158),
              new Step.Answer(0),
              new Step.Take(1, 0, 1),
              new Step.KillHeadquarters(writes, true),
              new Step.Edit(4, 0, 0, 604));
      assertThat(simulation.judged(new History(1, 4, steps))).as("%d writes", writes).isEmpty();
    }
  }

  @Test
  void whatANeighbourBringsOfALostLaptopComesBackToIt() {
    List<Step> steps =
        List.of(
            new Step.Make(0, Step.What.PERSON_WITH_YES),
            new Step.Backup(0),
            new Step.Edit(0, 0, 1, 308),
            new Step.Lend(0, 1, 0),
            new Step.Restore(0),
            new Step.Edit(0, 0, 2, 545),
            new Step.Seal(0),
            new Step.Carry(0, 0),
            new Step.TakeAtHeadquarters(0, 1),
            new Step.Answer(0),
            new Step.Take(0, 0, 1),
            new Step.Edit(1, 0, 3, 11));
    assertThat(simulation.judged(new History(1, 2, steps))).isEmpty();
  }

  @Test
  void whoIsToldThatPeopleWillDecideIsToldWhenNobodyHasToAnyMore() {
    List<Step> steps =
        List.of(
            new Step.Make(0, Step.What.CASE),
            new Step.Lend(0, 1, 0),
            new Step.Edit(0, 0, 1, 300),
            new Step.Edit(1, 0, 1, 301),
            new Step.Seal(0),
            new Step.Carry(0, 0),
            new Step.TakeAtHeadquarters(0, 1),
            new Step.Seal(1),
            new Step.Carry(1, 0),
            new Step.TakeAtHeadquarters(0, 1),
            new Step.Answer(0),
            new Step.Take(1, 0, 1),
            new Step.Edit(0, 0, 1, 301));
    assertThat(simulation.judged(new History(1, 2, steps))).isEmpty();
  }
}
