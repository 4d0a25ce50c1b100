package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.People;
import org.sala.report.ReadBack;
import org.sala.ui.route.Place;

/** Printing from the screens where an officer looks for it, up to the file. */
class PrintJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private volatile Path saved = folder;

  @Override
  protected Path workspace() {
    return folder.resolve("journey");
  }

  @Override
  public Optional<Path> saveFile(String title, String name) {
    saved = folder.resolve("out-" + name);
    return Optional.of(saved);
  }

  private byte[] file() throws IOException {
    await().atMost(Duration.ofSeconds(60)).until(() -> Files.isRegularFile(saved));
    return Files.readAllBytes(saved);
  }

  @Test
  void sheetsAndTheListOfTheNightArePrintedFromToday() throws Exception {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.people()
        .register(List.of(new People.NewPerson("X-001", "Thiri Example", "", "", "1999", "my")));
    interact(() -> enter(made));
    clickOn("#print-night");
    until("#paper-many");
    clickOn("#paper-many");
    push(KeyCode.SHORTCUT, KeyCode.A);
    write("3");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    List<String> sheets = ReadBack.pages(file());
    assertThat(sheets).hasSize(3);
    assertThat(sheets.getLast()).contains("X-004");

    interact(() -> shell.go(new Place.Today()));
    clickOn("#print-night");
    until("#paper-what");
    clickOn("#paper-what");
    push(KeyCode.DOWN);
    push(KeyCode.ENTER);
    until("#paper-names");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> saved.endsWith("out-night-list.pdf") && Files.isRegularFile(saved));
    String list = String.join("", ReadBack.pages(file()));
    assertThat(list).contains("X-001", "Burmese").doesNotContain("Thiri");
  }
}
