package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;

/** From the door to a package on a stick without a mouse, and back to the case by its number. */
class KeyboardAloneJourneyTest extends ListWindow {
  /** As many steps of the Tab key at most: no page has more to reach. */
  private static final int STEPS = 80;

  @TempDir static Path folder;

  @BeforeAll
  static void aStationIsEnrolled() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.of(Desks.stick(folder.resolve("stick")));
  }

  @Override
  public FxRobot clickOn(PointQuery point, Motion motion, MouseButton... buttons) {
    throw new AssertionError("nobody has a mouse here");
  }

  @Test
  void aCaseIsOpenedSealedCopiedAndFoundAgainWithoutAMouse() {
    until("#unlock");
    tabTo(n -> "handle".equals(n.getId()));
    write("one");
    tabTo(n -> "passphrase".equals(n.getId()));
    write("phrase of one");
    push(KeyCode.ENTER);
    until("#next");

    push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    until("#cases");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#case-title");
    write("Compound R-7");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#case-people");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#person-name");
    tabTo(n -> "person-name".equals(n.getId()));
    write("Nobody Example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> rows("#case-people") == 1);

    push(KeyCode.SHORTCUT, KeyCode.DIGIT6);
    until("#packages");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> rows("#packages") == 1);
    tabTo(n -> n instanceof Button b && "Copy to USB…".equals(b.getText()));
    push(KeyCode.SPACE);
    await().atMost(PATIENCE).until(() -> line().state() == PackageState.CARRIED);
    untilSaid("Eject the stick");
    push(KeyCode.ESCAPE);
    try (Desk hq = Desks.unlock(folder.resolve("hq"), "zero")) {
      Path file = desk.packages().carry(line().id(), Desks.stick(folder.resolve("another stick")));
      assertThat(hq.packages().take(file)).isInstanceOf(Importing.Outcome.Imported.class);
      assertThat(hq.cases().count("")).isEqualTo(1);
    }

    String number = desk.cases().list("", "number", false, 0, 1).getFirst().number();
    find(number, "Compound R-7");
    push(KeyCode.ENTER);
    until("#case-people");
    find("nobo", "Nobody Example");
    push(KeyCode.ENTER);
    until("#edit-name-1");
    find("exhi", "Exhibits");
    push(KeyCode.ENTER);
    until("#exhibits");

    desk.people()
        .register(List.of(new People.NewPerson("", "", "Another Example", "", "24", "th")));
    push(KeyCode.SHORTCUT, KeyCode.DIGIT6);
    until("#packages");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> rows("#packages") == 2);
    soon(() -> chosen().map(PackageLine::sequence).equals(Optional.of(2L)));
    assertThat(row("packages", 0, (PackageLine p) -> String.valueOf(p.sequence())))
        .as("the last one first")
        .isEqualTo("2");

    push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    choose("#waiting-screening", 0);
    push(KeyCode.ENTER);
    until("#screening-support");
  }

  private Optional<PackageLine> chosen() {
    return chosen("packages");
  }

  private PackageLine line() {
    return desk.packages().list().getFirst();
  }

  /** Types into what Ctrl+K opens, until that is found and stands first. */
  private void find(String typed, String found) {
    push(KeyCode.SHORTCUT, KeyCode.K);
    until("#search");
    write(typed);
    untilSaid(".palette", found);
    soon(
        () -> lookup("#found").queryAs(ListView.class).getSelectionModel().getSelectedIndex() == 0);
  }

  /** Steps on with Tab until the keyboard stands there. */
  private void tabTo(Predicate<Node> there) {
    for (int i = 0; i < STEPS; i++) {
      if (owner().filter(there).isPresent()) {
        return;
      }
      push(KeyCode.TAB);
    }
    throw new AssertionError("Tab does not lead there");
  }

  private Optional<Node> owner() {
    AtomicReference<Node> owner = new AtomicReference<>();
    interact(() -> owner.set(scene.getFocusOwner()));
    return Optional.ofNullable(owner.get());
  }
}
