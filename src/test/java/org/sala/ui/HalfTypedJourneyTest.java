package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.Drafts;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;

/**
 * What was half typed when the program was killed is told after the next unlock, and leads back.
 */
class HalfTypedJourneyTest extends JourneyWindow {
  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @Test
  void whatWaitsIsSaidAndLeadsBackOrGoesOnPurpose() {
    RecordId statement;
    try (Desk made = Desks.create(workspace(), "Officer One Example", "one")) {
      made.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      RecordId caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      RecordId person =
          made.people()
              .add(caseId, new People.NewPerson("A-001", "", "", "", "24", "my"), "said", "");
      statement = made.statements().begin(caseId, person, new Statements.Setting("my", "", "", ""));
      // As a kill leaves it.
      made.drafts().keep("statement " + statement, Map.of("statement-text", "She was told to"));
      made.drafts().keep("intake", Map.of("name 1", "Half a Samplename"));
    }
    interact(() -> enter(Desks.unlock(workspace(), "two")));
    until("#next");
    assertThat(lookup("#half-typed").tryQuery()).as("a colleague is never told").isEmpty();
    interact(this::leaveNow);
    interact(() -> enter(Desks.unlock(workspace(), "one")));
    until("#half-typed");
    untilSaid("#half-typed", "2 forms");

    look("intake", "discard");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#verb.for-good");
    assertThat(forms()).as("asked first").contains("intake");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    untilSaid("#half-typed", "1 form");
    assertThat(forms()).containsExactly("statement " + statement);

    look("statement " + statement, "read");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#half-words");
    assertThat(lookup("#half-words").queryTextInputControl().getText())
        .isEqualTo("She was told to");
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#half-words").tryQuery().isEmpty());

    look("statement " + statement, "open");
    Choice which = lookup("#half-which").queryAs(Choice.class);
    assertThat(which.words(which.getValue())).as("whose it is").contains("A-001");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#statement-text");
    soon(
        () ->
            lookup("#statement-text").queryTextInputControl().getText().equals("She was told to"));
  }

  private void look(String form, String what) {
    clickOn("#half-typed-look");
    until("#half-which");
    interact(
        () -> {
          lookup("#half-which").queryAs(Choice.class).setValue("" + forms().indexOf(form));
          lookup("#half-what").queryAs(Choice.class).setValue(what);
        });
  }

  private List<String> forms() {
    return desk.drafts().left().stream().map(Drafts.Left::form).toList();
  }
}
