package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** A person is erased from the page: the number is typed, a reason given, two sign, Sala locks. */
class ErasingJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("erasing");
  }

  @Test
  void theNumberIsTypedTwoSignAndNothingOfThePersonIsThereAtTheNextUnlock() {
    try (Desk begun = Desks.create(workspace(), "Officer One Example", "one")) {
      begun.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    }
    // Where nobody is certified, a colleague of today is no second.
    Desk made = Desks.unlockAfter(Duration.ofDays(2), workspace(), "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    RecordId person = add(made, caseId, "X-001", "Nobody Example");
    add(made, caseId, "X-002", "Somebody Example");
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OnePerson(person));
        });
    ask();
    untilSaid(".dialog-box", "Nobody else");
    type("#erase-reason", "asked for by letter");
    type("#erase-number", "X-002");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("Choose why it is erased");
    interact(() -> lookup("#erase-why").queryAs(Choice.class).setValue("wish"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("That is not the number");
    type("#erase-number", "X-001");
    type("#erase-handle", "one");
    type("#erase-passphrase", "phrase of one");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> !label("#erase-trouble").isEmpty());
    assertThat(desk.people().find(person)).as("one officer is not two").isPresent();

    type("#erase-handle", "two");
    type("#erase-passphrase", "phrase of too");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> label("#erase-trouble").startsWith("The handle or the passphrase is wrong"));
    assertThat(lookup("#erase-reason").queryTextInputControl().getText())
        .as("nothing else of what was typed is lost")
        .isEqualTo("asked for by letter");
    assertThat(lookup("#erase-number").queryTextInputControl().getText()).isEqualTo("X-001");
    type("#erase-passphrase", "phrase of two");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#unlock");
    type("#handle", "one");
    type("#passphrase", "phrase of one");
    clickOn("#unlock");
    until("#next");
    assertThat(desk.people().list("", "wristband", false, 0, 5))
        .extracting(People.PersonLine::wristband)
        .containsExactly("X-002");
    interact(() -> shell.go(new Place.OneCase(caseId, "people")));
    await().atMost(PATIENCE).until(() -> rows("#case-people") == 1);
  }

  private static RecordId add(Desk desk, RecordId caseId, String number, String name) {
    return desk.people()
        .add(caseId, new People.NewPerson(number, "", name, "", "24", "th"), "said", "");
  }

  private void ask() {
    until("#erase");
    interact(() -> lookup("#erase").query().requestFocus());
    push(KeyCode.SPACE);
    until("#erase-number");
  }
}
