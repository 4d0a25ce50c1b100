package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.UUID;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.headquarters.Bulletin;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Headquarters tells all stations by its own screen, and a station reads it in Today. */
class BulletinJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private final Path mine = folder.resolve(UUID.randomUUID().toString());

  @Override
  protected Path workspace() {
    return mine.resolve("a");
  }

  @Test
  void whatHeadquartersTellsStandsInTodayUntilItWasRead() {
    try (Desk hq = Desks.headquarters(mine.resolve("hq"));
        Desk station = Desks.create(mine.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, mine, "A");
    }
    interact(() -> enter(Desks.unlock(mine.resolve("hq"), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Stations()));
    until("#tell-all");
    clickOn("#tell-all");
    there("#bulletin-words", TextArea.class);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("Both are needed");
    type("#bulletin-title", "The old hotline is dead");
    type("#bulletin-words", "Call 0-0000 instead.");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.bulletins().all().size() == 1);
    DecisionDelivery.Owed owed = desk.decisions().owed().getFirst();
    RecordId sealed = desk.decisions().seal(owed.station(), Progress.none()).orElseThrow();
    Path file = desk.packages().carry(sealed, Desks.stick(mine.resolve("usb")));
    interact(this::lock);
    try (Desk station = Desks.unlock(mine.resolve("a"), "one")) {
      station.packages().take(file);
    }

    interact(() -> enter(Desks.unlock(mine.resolve("a"), "one")));
    until("#next");
    await().atMost(PATIENCE).until(() -> reads(t -> t.equals("The old hotline is dead")));
    press("Read");
    untilSaid("Call 0-0000 instead.");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.bulletins().unread().isEmpty());
    assertThat(desk.bulletins().all()).allMatch(Bulletin::readHere);
    await().atMost(PATIENCE).until(() -> rows("#next") == 0);
  }
}
