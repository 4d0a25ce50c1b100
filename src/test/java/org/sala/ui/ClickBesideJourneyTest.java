package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Statements;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** A click beside a field leaves the keyboard in it: nothing that is typed on is lost. */
class ClickBesideJourneyTest extends JourneyWindow {
  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @Test
  void whoeverClicksBesideAFieldTypesOnInIt() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    RecordId person =
        made.people()
            .add(caseId, new People.NewPerson("A-001", "", "", "", "24", "my"), "said", "");
    RecordId statement =
        made.statements().begin(caseId, person, new Statements.Setting("my", "", "", ""));
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OneStatement(statement));
        });
    clickOn("#statement-text");
    write("First words");
    push(KeyCode.LEFT);
    clickOn(caption(".scroll-pane", "Place"));
    write(" and");
    assertThat(lookup("#statement-text").queryTextInputControl().getText())
        .as("on at the same place")
        .isEqualTo("First word ands");

    push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    until("#filter");
    push(KeyCode.SHORTCUT, KeyCode.N);
    type("#case-title", "House");
    clickOn(caption(".dialog-box", "Summary"));
    write(" by the river");
    assertThat(lookup("#case-title").queryTextInputControl().getText())
        .isEqualTo("House by the river");
  }

  /** Words with nothing to press, in what scrolls. */
  private Label caption(String within, String words) {
    return lookup(within + " .label").queryAllAs(Label.class).stream()
        .filter(l -> words.equals(l.getText()))
        .findFirst()
        .orElseThrow();
  }
}
