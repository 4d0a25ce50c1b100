package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.People;
import org.sala.ui.route.Place;

/** Arrivals pasted from a spreadsheet by keys, and numbers that stand twice. */
class IntakeJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("intake");
  }

  @Test
  void pastedRowsAreShownFirstAndANumberThatStandsTwiceIsToldAtOnce() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.people().register(List.of(new People.NewPerson("X-001", "Nobody Zero", "", "", "", "")));
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Intake());
        });
    until("#intake-name-1");
    clickOn("#intake-name-1");
    interact(
        () ->
            Clipboard.getSystemClipboard()
                .setContent(
                    Map.of(
                        DataFormat.PLAIN_TEXT,
                        "X-001\tTaken Example\tBurmese\n"
                            + "X-040\t=Forty Example\tBurmese\tfemale\t17\n"
                            + "Nobody Example\tKlingon\n"
                            + "Plain Example\tth\tmale\t24\n")));
    push(KeyCode.SHORTCUT, KeyCode.V);
    until("#paste-preview");
    assertThat(desk.people().count("")).as("nothing is made by pasting").isEqualTo(1);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#intake-number-1");
    assertThat(lookup("#intake-number-1").queryTextInputControl().getText()).isEqualTo("X-040");
    assertThat(lookup("#intake-name-1").queryTextInputControl().getText())
        .isEqualTo("Forty Example");
    assertThat(lookup("#intake-name-2").queryTextInputControl().getText())
        .isEqualTo("Plain Example");

    type("#intake-number-2", "X-001");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                lookup("#intake-duplicates")
                    .queryAs(Label.class)
                    .getText()
                    .contains("X-001 is already worn"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    type("#intake-number-2", "X-041");
    assertThat(desk.people().count("")).as("refused while it stands twice").isEqualTo(1);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> lookup("#intake-duplicates").queryAs(Label.class).getText().isEmpty());
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(Duration.ofSeconds(10)).until(() -> desk.people().count("") == 3);
    assertThat(desk.people().list("X-04", "wristband", false, 0, 9))
        .extracting(People.PersonLine::roman, People.PersonLine::name)
        .hasSize(2);
    assertThat(desk.people().taken(List.of("X-040", "X-099"))).containsExactly("X-040");
  }
}
