package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Halls;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.People;

/** An officer seals for the laptop at the next table, and for headquarters as ever. */
class FieldToFieldJourneyTest extends JourneyWindow {

  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @Test
  void theOfficerChoosesTwoStationsAndThenHeadquarters() throws Exception {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    try (Halls hall = Halls.of(folder, "A", "B", "C")) {
      hall.station("A")
          .people()
          .register(List.of(new People.NewPerson("A-1", "", "Person Example", "f", "", "th")));
      hall.station("A").sync().carriers().addFolder(shared, "Hall");
      hall.leave("A");
      interact(() -> enter(Desks.unlock(folder.resolve("a"), "a")));
      until("#next");
      clickOn("Packages");
      until("#packages");
      push(KeyCode.SHORTCUT, KeyCode.N);
      until("#seal-home");
      clickOn("#seal-stations");
      push(KeyCode.SHORTCUT, KeyCode.ENTER);
      untilSaid("Choose at least one station");
      clickOn("#seal-station-B");
      clickOn("#seal-station-C");
      push(KeyCode.SHORTCUT, KeyCode.ENTER);
      untilSaid("Station B, Station C, and this station");
      push(KeyCode.SHORTCUT, KeyCode.ENTER);
      await().atMost(PATIENCE).until(() -> sealed("field") == 2);
      for (String letter : List.of("B", "C")) {
        Desk there = hall.station(letter);
        String carrier = there.sync().carriers().addFolder(shared, "Hall").id();
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  there.sync().once(carrier);
                  return there.people().list("", "wristband", false, 0, 9).size() == 1;
                });
      }
      await().atMost(PATIENCE).until(() -> scene.getRoot().lookup(".dialog-box") == null);
      push(KeyCode.SHORTCUT, KeyCode.N);
      until("#seal-home");
      push(KeyCode.SHORTCUT, KeyCode.ENTER);
      untilSaid("Agency of Examples, and this station");
      push(KeyCode.SHORTCUT, KeyCode.ENTER);
      await().atMost(PATIENCE).until(() -> sealed("report") == 2);
      assertThat(sealed("field")).isEqualTo(2);
    }
  }

  private long sealed(String purpose) {
    return desk.packages().list().stream()
        .filter(PackageLine::outgoing)
        .filter(p -> p.purpose().equals(purpose))
        .count();
  }
}
