package org.sala.ui;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
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
    await().atMost(PATIENCE).until(() -> state() == PackageState.CARRIED);
    untilSaid("The stick can be taken out.");
    hq.sync().once(theirs.id());
    await().atMost(PATIENCE).until(() -> state() == PackageState.RECEIVED);
    untilSaid("Received");
    press("Pause");
    untilSaid("paused");
    soon(() -> desk.sync().carriers().list().getFirst().paused());
    hq.close();
  }

  private void setUp() {
    press("Settings");
    until("#carrier-folder");
    clickOn("#carrier-folder");
    await().atMost(PATIENCE).until(() -> desk.sync().carriers().list().size() == 1);
    press("Test");
    untilSaid("It answers, and the key is accepted.");
    push(KeyCode.ESCAPE);
  }

  private PackageState state() {
    return desk.packages().list().stream()
        .filter(PackageLine::outgoing)
        .findFirst()
        .map(PackageLine::state)
        .orElse(PackageState.SEALED);
  }
}
