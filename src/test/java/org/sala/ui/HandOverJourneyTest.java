package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Screened;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** A finding and an age wait, and another officer comes: to sign, or to take over. */
class HandOverJourneyTest extends JourneyWindow {
  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @BeforeEach
  void twoThingsWait() {
    RecordId child;
    try (Desk made = Desks.create(workspace(), "Officer One Example", "one")) {
      made.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      List<RecordId> both =
          made.people()
              .register(
                  List.of(
                      new People.NewPerson("A-001", "", "Zaw Example", "male", "1990", "my"),
                      new People.NewPerson("A-002", "", "Su Example", "", "16", "my")));
      RecordId screening = Screened.closed(made, both.getFirst());
      made.findings()
          .find(
              both.getFirst(),
              Optional.of(screening),
              Findings.Finding.NO_INDICATIONS,
              "nothing was told");
      child = both.getLast();
    }
    try (Desk later = Desks.unlockAfter(Duration.ofDays(1), workspace(), "one")) {
      later.people().setBirth(child, "24", "looks older");
    }
    interact(() -> enter(Desks.unlock(workspace(), "one")));
    until("#next");
  }

  @Test
  void whoSignsChoosesWhatAndThatIsChosenAnewEachTime() {
    stepIn();
    assertThat(label("#second-first")).isEqualTo("Officer One Example: nothing was told");
    chooses("1");
    assertThat(label("#second-first")).isEqualTo("Officer One Example: looks older");
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#second-which").tryQuery().isEmpty());
    stepIn();
    settle();
    assertThat(lookup("#second-which").queryAs(Choice.class).getValue())
        .as("what is second now may be another thing the next time")
        .isEqualTo("0");
    chooses("1");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#age-agrees");
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#age-agrees").tryQuery().isEmpty());
    stepIn();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#second-sign");
  }

  @Test
  void whoTakesOverSeesNothingOfWhatTheFirstOneTypedAndThatOneFindsItAgain() {
    interact(() -> shell.go(new Place.Intake()));
    until("#letter");
    type("#letter", "q");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#intake-name-1");
    type("#intake-name-1", "Half a Samplename");
    stepIn();
    clickOn("#second-handover");
    until("#unlock");
    unlock("two");
    interact(() -> shell.go(new Place.Intake()));
    until("#intake-name-1");
    settle();
    assertThat(typed()).as("it is nobody else's").isEmpty();
    type("#intake-name-1", "Another Samplename");
    interact(this::lock);
    until("#unlock");
    unlock("one");
    assertThat(desk.people().count("")).as("nothing was saved for anybody").isEqualTo(2);
    interact(() -> shell.go(new Place.Intake()));
    until("#intake-name-1");
    soon(() -> typed().equals("Half a Samplename"));
  }

  private void unlock(String handle) {
    type("#handle", handle);
    type("#passphrase", "phrase of " + handle);
    clickOn("#unlock");
    until("#next");
  }

  private String typed() {
    return lookup("#intake-name-1").queryTextInputControl().getText();
  }

  private void stepIn() {
    push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L);
    until("#second-which");
  }

  private void chooses(String which) {
    interact(() -> lookup("#second-which").queryAs(Choice.class).setValue(which));
  }
}
