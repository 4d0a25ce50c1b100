package org.sala.ui;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.ui.route.Place;

/** From a number of the overview to its list, and what came is marked as seen by a key. */
class OverviewJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @BeforeAll
  static void aStationSendsTheFirstAndTheThird() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      for (int i = 1; i <= 3; i++) {
        station
            .people()
            .register(List.of(new People.NewPerson("A-00" + i, "", "", "", "30", "my")));
        var line =
            station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
        Path file = station.packages().carry(line.id(), folder.resolve("usb"));
        if (i != 2) {
          hq.packages().take(file);
        }
      }
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  @Test
  void numbersLeadToTheirListsAndNewsIsSeenOnlyWhenSaid() {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    push(KeyCode.SHORTCUT, KeyCode.K);
    until("#search");
    write("over");
    push(KeyCode.ENTER);
    until("#way-missing");
    clickOn("#station-unanswered-A");
    until("#narrowed");
    await().atMost(PATIENCE).until(() -> rows("#arrivals") == 2);
    push(KeyCode.ALT, KeyCode.LEFT);
    clickOn("#way-missing");
    until("#station-side");
    untilSaid("0002");
    interact(() -> shell.go(new Place.Overview()));
    clickOn("#tab-contact");
    until("#contact-board");
    untilSaid("#contact-board", "not on the map");
    clickOn("#place-A");
    until("#map-where");
    push(KeyCode.RIGHT);
    push(KeyCode.SHIFT, KeyCode.UP);
    push(KeyCode.ENTER);
    until("#map-undo");
    soon(() -> lookup(".map-mark").queryAll().size() == 1);
    push(KeyCode.ENTER);
    untilSaid("#contact-board", "not on the map");
    soon(() -> lookup(".map-mark").queryAll().isEmpty());
    clickOn("#tab-numbers");
    until("#statistics");
    clickOn("#news");
    await().atMost(PATIENCE).until(() -> rows("#news-people") == 3);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> rows("#news-people") == 0);
    soon(() -> desk.news().unseen().size() == 0);
  }
}
