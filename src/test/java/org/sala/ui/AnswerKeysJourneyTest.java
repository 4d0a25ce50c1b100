package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** One answer has one number key: in the triage as in the interview, also on the turned screen. */
class AnswerKeysJourneyTest extends JourneyWindow {
  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("keys");
  }

  @Test
  void theTriageAnswersByTheKeysOfTheInterview() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "", "Zaw Example", "", "1990", "my")))
            .getFirst();
    interact(() -> enter(made));
    until("#next");
    interact(() -> shell.go(new Place.Triage(person)));
    until("#q1-declined");
    assertThat(hint("#q1-declined")).isEqualTo("9");
    push(KeyCode.DIGIT3);
    push(KeyCode.DIGIT9);
    soon(() -> desk.triages().sheet(person).answers().codes().get("q1").equals("declined"));
    until("#q2-later");
    push(KeyCode.F4);
    until("#point-unknown");
    push(KeyCode.DIGIT8);
    until("#turned-taken");
    push(KeyCode.ENTER);
    soon(() -> desk.triages().sheet(person).answers().codes().containsValue("unknown"));
  }

  private String hint(String button) {
    return ((Labeled) lookup(button).queryAs(ToggleButton.class).getGraphic()).getText();
  }
}
