package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** In and out: whoever types on while a key opens is told, and what was new before is new after. */
class DoorJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private Path opened = folder.resolve("w");
  private RecordId caseId;

  @BeforeAll
  static void somebodyWorksHere() {
    try (Desk desk = Desks.create(folder.resolve("w"), "Officer One Example", "one")) {
      assertThat(desk.officers().me()).isEqualTo("Officer One Example");
    }
  }

  @Override
  protected Path workspace() {
    return opened;
  }

  @Test
  void keysTypedWhileTheDoorOpensAreToldAsNotTaken() throws Exception {
    type("#handle", "one");
    type("#passphrase", "phrase of two");
    slowly("unlock-again");
    assertThat(label("#door-trouble")).startsWith("The handle or the passphrase");
    soon(() -> lookup("#passphrase").tryQuery().filter(Node::isFocused).isPresent());
    assertThat(lookup("#passphrase").queryTextInputControl().getText())
        .as("nothing half of it stands there")
        .isEmpty();
    type("#passphrase", "phrase of one");
    slowly("somebody");
    until("#next");
  }

  @Test
  void whatCameIsNewOverALockUntilSomebodySaysThatItWasSeen() {
    opened = folder.resolve("hq");
    try (Desk hq = Desks.headquarters(opened);
        Desk station = Desks.create(folder.resolve("a"), "Officer Two Example", "two")) {
      Desks.enrol(station, hq, folder, "A");
      caseId = station.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      came(station, hq, "A-001");
    }
    interact(() -> enter(Desks.unlock(opened, "zero")));
    until("#next");
    news(1);
    again();
    news(1);
    clickOn("#news-all");
    soon(() -> rows("#news-people") == 0);
    again();
    news(0);
    try (Desk station = Desks.unlock(folder.resolve("a"), "two")) {
      came(station, desk, "A-002");
    }
    again();
    news(1);
  }

  private void news(int people) {
    interact(() -> shell.go(new Place.News()));
    until("#news-people");
    soon(() -> rows("#news-people") == people);
  }

  private void again() {
    push(KeyCode.SHORTCUT, KeyCode.L);
    type("#handle", "zero");
    type("#passphrase", "phrase of zero");
    clickOn("#unlock");
    until("#next");
  }

  private void came(Desk station, Desk hq, String number) {
    station.people().add(caseId, new People.NewPerson(number, "", "", "", "24", "my"), "said", "");
    var line = station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    assertThat(hq.packages().take(station.packages().carry(line.id(), folder.resolve("usb"))))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  /** Enter, and letters while the lane has not answered. */
  private void slowly(String letters) throws Exception {
    CountDownLatch key = new CountDownLatch(1);
    lane.execute(
        () -> {
          try {
            key.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    waitFor(asyncFx(() -> KeyDown.on(scene, KeyCode.ENTER, "\r")));
    Pulses.settle();
    assertThat(label("#door-trouble")).isEqualTo("One moment…");
    letters
        .chars()
        .forEach(
            c ->
                waitFor(
                    asyncFx(() -> KeyDown.on(scene, KeyCode.UNDEFINED, Character.toString(c)))));
    Pulses.settle();
    assertThat(label("#door-trouble")).startsWith("What you type now is not taken");
    key.countDown();
    settle();
  }
}
