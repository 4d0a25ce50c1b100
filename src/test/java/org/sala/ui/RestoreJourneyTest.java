package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.ui.route.Place;

/**
 * A spoiled laptop at the door: its backup comes back, and the next backup is made from Settings.
 */
class RestoreJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private static Path backup;

  @BeforeAll
  static void spoilTheLaptop() throws Exception {
    Path there = folder.resolve("s");
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      desk.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
      Files.createDirectory(folder.resolve("stick"));
      backup = Path.of(desk.backups().make(folder.resolve("stick/first"), Progress.none()).place());
    }
    Files.write(there.resolve("key.a"), new byte[90]);
    Files.write(there.resolve("key.b"), new byte[90]);
  }

  @Override
  protected Path workspace() {
    return folder.resolve("s");
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.of(folder.resolve("stick"));
  }

  @Test
  void theBackupComesBackAtTheDoorAndTheNextIsMadeFromSettings() throws Exception {
    until("#restore-backup");
    interact(() -> lookup("#restore-backup").queryButton().fire());
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#restore-file").tryQuery().isEmpty());
    interact(() -> lookup("#restore-backup").queryButton().fire());
    type("#restore-file", folder.resolve("nothing here").toString());
    type("#restore-handle", "one");
    type("#restore-passphrase", "phrase of one");
    clickOn("#restore");
    soon(() -> lookup(".error").queryLabeled().getText().startsWith("There is no backup"));
    type("#restore-file", backup.toString());
    type("#restore-passphrase", "phrase of two");
    clickOn("#restore");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                lookup(".error")
                    .queryLabeled()
                    .getText()
                    .startsWith("The handle or the passphrase"));
    assertThat(desk).isNull();
    assertThat(lookup("#restore-passphrase").query().isFocused())
        .as("the next try is not typed where it can be read")
        .isTrue();
    type("#restore-passphrase", "phrase of one");
    clickOn("#restore");
    await().atMost(PATIENCE).until(() -> desk != null);
    assertThat(desk.cases().count("")).isEqualTo(1);
    until("#audit");
    await()
        .atMost(PATIENCE)
        .until(() -> lookup("#audit").queryLabeled().getText().startsWith("Audit complete"));
    interact(() -> shell.go(new Place.Settings()));
    until("#backup");
    interact(() -> lookup("#backup").queryButton().fire());
    until("#verb");
    interact(() -> lookup("#verb").queryButton().fire());
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              try (Stream<Path> made = Files.list(folder.resolve("stick"))) {
                return made.filter(f -> f.toString().endsWith(".salabackup")).count() == 1;
              }
            });
    await().atMost(PATIENCE).until(() -> desk.backups().last().isPresent());
  }
}
