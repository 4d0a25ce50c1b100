package org.sala.casework.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.Hall;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.station.Progress;
import org.sala.casework.todo.ToDo;
import org.sala.domain.RecordId;

/** What stations have to hear goes by itself over a carrier that headquarters has set up. */
class TellingStationsTest {
  @TempDir Path folder;
  private Hall hall;

  @BeforeEach
  void twoStationsThatHaveHeardOfEachOther() {
    hall = new Hall(folder);
    hall.heard();
  }

  @AfterEach
  void everybodyGoesHome() {
    hall.close();
  }

  private static List<PackageLine> decisions(Desk desk) {
    return desk.packages().list().stream().filter(p -> p.purpose().equals("decision")).toList();
  }

  private List<ToDo> unsent() {
    return hall.hq.tonight().todo().stream().filter(t -> t.what() == ToDo.What.UNSENT).toList();
  }

  @Test
  void aRoundThatSomebodyAsksForSealsWhatWaitsForAStationThatSendsNothing() {
    assertThat(unsent()).as("the last answers were carried").isEmpty();
    hall.hq.bulletins().tell("The old hotline is dead", "Call 0-0000 instead.");
    assertThat(unsent()).singleElement().satisfies(t -> assertThat(t.several()).contains(2));
    Tally round = hall.hq.sync().once(Desks.stick(hall.usb));
    assertThat(round.count(Tally.Became.SENT)).isEqualTo(2);
    assertThat(unsent()).isEmpty();
    hall.two.sync().once(hall.usb);
    assertThat(hall.two.bulletins().unread()).hasSize(1);
    assertThat(hall.hq.sync().once(hall.usb).items()).as("once is enough").isEmpty();
  }

  @Test
  void whatIsSealedAndNotCarriedWaitsStill() {
    hall.hq.bulletins().tell("The old hotline is dead", "Call 0-0000 instead.");
    Map<RecordId, String> sealed = hall.hq.forStations().seal(Progress.none());
    assertThat(sealed).hasSize(2);
    assertThat(hall.hq.decisions().owed()).isEmpty();
    assertThat(unsent()).hasSize(1);
    assertThat(hall.hq.forStations().seal(Progress.none()))
        .as("nothing is sealed twice")
        .isEqualTo(sealed);
    hall.revoke("Station A");
    assertThat(hall.hq.forStations().waiting()).as("not to a stolen laptop").hasSize(1);
  }

  @Test
  void whoWasTakenBackIsToldAtOnceAndTheRestIsGathered() {
    ExecutorService lane = Executors.newSingleThreadExecutor();
    try {
      hall.hq.sync().carriers().addFolder(Desks.stick(hall.usb), "Stick");
      hall.hq.bulletins().tell("The first", "goes with the first round");
      hall.hq.sync().start(lane);
      await().atMost(Duration.ofMinutes(1)).until(() -> carried() == 2);
      hall.revoke("Station A");
      await().atMost(Duration.ofMinutes(1)).until(() -> carried() == 3);
      hall.two.sync().once(hall.usb);
      assertThat(hall.two.packages().peers()).isEmpty();
    } finally {
      hall.hq.sync().close();
      lane.shutdown();
    }
  }

  @Test
  void thatAnotherStationWasEnrolledIsGatheredForAnHourAndTakesNoPackageOfItsOwnMeanwhile() {
    TellingStations telling = new TellingStations(Desks.station(hall.hq), hall.hq.forStations());
    assertThat(telling.tell(600)).as("nothing waits").isFalse();
    enrol("c", "C");
    assertThat(telling.tell(600)).isFalse();
    assertThat(telling.tell(601)).isFalse();
    enrol("d", "D");
    assertThat(telling.tell(602)).as("nor by any of ten minutes").isFalse();
    assertThat(decisions(hall.hq)).isEmpty();
    assertThat(hall.hq.forStations().waiting()).as("it is in sight").hasSize(4);
    assertThat(telling.tell(606)).isTrue();
    assertThat(decisions(hall.hq)).as("one to each, and not one for each").hasSize(4);
  }

  @Test
  void whoWasTakenBackTakesAlongWhoWasEnrolledAndABulletinDoes() {
    TellingStations telling = new TellingStations(Desks.station(hall.hq), hall.hq.forStations());
    assertThat(telling.tell(600)).isFalse();
    enrol("c", "C");
    hall.revoke("Station A");
    assertThat(telling.tell(600)).as("in the very next round").isTrue();
    assertThat(decisions(hall.hq)).as("not to the stolen one").hasSize(2);
    assertThat(hall.hq.decisions().owed()).isEmpty();
    enrol("d", "D");
    assertThat(telling.tell(600)).isFalse();
    hall.hq.bulletins().tell("The old hotline is dead", "Call 0-0000 instead.");
    assertThat(telling.tell(601)).isTrue();
    assertThat(hall.hq.decisions().owed()).isEmpty();
  }

  private void enrol(String name, String letter) {
    try (Desk desk = Desks.create(folder.resolve(name), "Officer " + letter + " Example", name)) {
      Desks.enrol(desk, hall.hq, folder, letter);
    }
  }

  private long carried() {
    return decisions(hall.hq).stream().filter(p -> p.state() == PackageState.CARRIED).count();
  }
}
