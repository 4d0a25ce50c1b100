package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Triages;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** Who was told of as inside is found on the page of somebody who is here, and taken back there. */
class CameOutJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @Test
  void aPersonIsLinkedToWhatWasSaidOfThemAndTheLinkIsTakenBack() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    RecordId teller = made.people().add(caseId, arrived("A-001", "Hla Example"), "", "");
    made.triages()
        .inside(
            teller,
            new Triages.Inside("Zaw Min", "brother", "R-7", "Block 2", "May", "yes", "inside"));
    RecordId out = made.people().add(caseId, arrived("A-002", "Zaw Min Tun"), "", "");
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OnePerson(out));
        });
    soon(() -> label("#inside-same").contains("(1)"));
    clickOn("#inside-same");
    until("#inside-which");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(made.cameOut().linked(out)).as("nobody is chosen beforehand").isEmpty();
    interact(
        () -> {
          Choice which = lookup("#inside-which").queryAs(Choice.class);
          which.setValue(which.getItems().get(1));
        });
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(made.cameOut().linked(out)).as("without a reason").isEmpty();
    type("#inside-reason", "stands in the hall");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(made.cameOut().linked(out)).as("not said whether one or two").isEmpty();
    interact(() -> lookup("#inside-word").queryAs(Choice.class).setValue("same"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("Was told of as inside: Zaw Min, brother, R-7, Block 2, May · told by A-001");
    assertThat(made.stillInside().ofCase(caseId)).isEmpty();

    clickOn("#inside-back");
    type("#inside-reason", "another of that name");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> lookup("#inside-back").tryQuery().isEmpty());
    assertThat(made.stillInside().ofCase(caseId)).hasSize(1);

    clickOn("#inside-same");
    until("#inside-which");
    interact(
        () -> {
          Choice which = lookup("#inside-which").queryAs(Choice.class);
          which.setValue(which.getItems().get(1));
          lookup("#inside-word").queryAs(Choice.class).setValue("different");
        });
    type("#inside-reason", "her brother is older");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("Somebody else was told of: Zaw Min");
    soon(() -> !label("#inside-same").contains("(1)"));
    assertThat(made.cameOut().mayBe(out)).as("not offered again").isEmpty();
    assertThat(made.stillInside().ofCase(caseId)).as("inside as before").hasSize(1);
    clickOn("#inside-apart-back");
    type("#inside-reason", "the age was wrong");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> label("#inside-same").contains("(1)"));
  }

  private static People.NewPerson arrived(String number, String name) {
    return new People.NewPerson(number, "", name, "male", "30", "my");
  }
}
