package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.Packages;
import org.sala.casework.people.People;
import org.sala.casework.sync.Configured;

/** A stick is set up once; from then on a sealed package leaves and its receipt comes by itself. */
class SyncJourneyTest extends JourneyWindow {

  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.of(folder.resolve("stick"));
  }

  @Test
  void aSealedPackageLeavesAndItsReceiptComesWithoutAClick() throws Exception {
    Files.createDirectory(folder.resolve("stick"));
    Desk hq = Desks.headquarters(folder.resolve("hq"));
    Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    station
        .people()
        .register(List.of(new People.NewPerson("A-1", "", "Person Example", "f", "", "th")));
    station.close();
    Configured theirs = hq.sync().carriers().addFolder(folder.resolve("stick"), "Stick");
    interact(() -> enter(Desks.unlock(folder.resolve("a"), "one")));
    until("#next");
    setUp();
    press("Packages");
    until("#packages");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> state() == Packages.State.CARRIED);
    await().atMost(PATIENCE).until(() -> shown("The stick can be taken out."));
    hq.sync().once(theirs.id());
    await().atMost(PATIENCE).until(() -> state() == Packages.State.RECEIVED);
    await().atMost(PATIENCE).until(() -> shown("Received"));
    press("Pause");
    await().atMost(PATIENCE).until(() -> shown("paused"));
    assertThat(desk.sync().carriers().list().getFirst().paused()).isTrue();
    hq.close();
  }

  private void setUp() {
    press("Settings");
    until("#carrier-folder");
    interact(() -> ((Button) lookup("#carrier-folder").query()).fire());
    await().atMost(PATIENCE).until(() -> desk.sync().carriers().list().size() == 1);
    await().atMost(PATIENCE).until(() -> lookup(b -> says(b, "Test")).tryQuery().isPresent());
    interact(() -> lookup(b -> says(b, "Test")).queryButton().fire());
    await().atMost(PATIENCE).until(() -> shown("It answers, and the key is accepted."));
    push(KeyCode.ESCAPE);
  }

  private Packages.State state() {
    return desk.packages().list().stream()
        .filter(Packages.PackageLine::outgoing)
        .findFirst()
        .map(Packages.PackageLine::state)
        .orElse(Packages.State.SEALED);
  }

  private boolean shown(String words) {
    return lookup(
            n ->
                n instanceof Label l
                    && l.isVisible()
                    && l.getText() != null
                    && l.getText().contains(words))
        .tryQuery()
        .isPresent();
  }

  private void press(String words) {
    await().atMost(PATIENCE).until(() -> lookup(b -> says(b, words)).tryQuery().isPresent());
    clickOn(lookup(b -> says(b, words)).queryButton());
  }

  private static boolean says(Node node, String words) {
    return node instanceof Button b
        && words.equals(b.getText())
        && b.isVisible()
        && b.getScene() != null;
  }
}
