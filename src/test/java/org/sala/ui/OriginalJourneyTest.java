package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** A court asks for what a station has sent: it is given out as it came, and nothing where not. */
class OriginalJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private static byte[] came = new byte[0];
  private Optional<Path> chosen = Optional.empty();

  @BeforeAll
  static void aPackageThatCame() throws IOException {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      station.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      RecordId sealed =
          station.packages().seal(station.packages().plan(Optional.empty()), Progress.none()).id();
      Path file = station.packages().carry(sealed, folder.resolve("usb"));
      came = Files.readAllBytes(file);
      hq.packages().take(file);
      Files.delete(file);
    }
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  @Override
  public Optional<Path> folder(String title) {
    return chosen;
  }

  @Test
  void anOriginalIsGivenOutByteForByteAndOnlyWhereAFolderWasChosen() throws IOException {
    interact(() -> enter(Desks.unlock(workspace(), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Arrivals()));
    choose("#arrivals", 0);
    clickOn("#give-original");
    assertThat(lookup(".dialog-box").tryQuery()).as("nothing was chosen").isEmpty();

    Path court = Files.createDirectories(folder.resolve("court"));
    chosen = Optional.of(court);
    clickOn("#give-original");
    untilSaid(".dialog-box", "byte for byte as it came");
    List<Path> given;
    try (Stream<Path> files = Files.list(court)) {
      given = files.toList();
    }
    assertThat(given).hasSize(1);
    assertThat(Files.readAllBytes(given.getFirst())).isEqualTo(came);
    push(KeyCode.ESCAPE);
    soon(() -> lookup(".dialog-box").tryQuery().isEmpty());
  }
}
