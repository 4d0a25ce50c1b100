package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
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

/** Somebody who was said to be inside has come out: it is written where the case shows them. */
class InsideJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("inside");
  }

  @Test
  void whoIsOutIsWrittenDownInTheCaseAndAtTheSite() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("Red house", "rescue", "normal", "", ""));
    RecordId person =
        made.people()
            .add(caseId, new People.NewPerson("A-001", "", "", "", "30", "my"), "said", "");
    for (String name : List.of("Mya Example", "Lin Example")) {
      made.triages()
          .inside(
              person,
              new Triages.Inside(name, "", "Compound R-7", "Block 2", "May", "yes", "inside"));
    }
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OneCase(caseId, "overview"));
        });
    RecordId mya = heard("Mya");
    out("#inside-edit-" + mya);
    soon(() -> desk.stillInside().ofCase(caseId).size() == 1);
    soon(() -> lookup("#inside-edit-" + mya).tryQuery().isEmpty());

    RecordId lin = heard("Lin");
    interact(() -> shell.go(new Place.OneSite(desk.insideSites().sites().getFirst().key())));
    until("#show-names");
    clickOn("#show-names");
    out("#inside-edit-" + lin);
    soon(() -> desk.insideSites().sites().getFirst().inside() == 0);
    assertThat(desk.stillInside().ofCase(caseId)).isEmpty();
  }

  private RecordId heard(String name) {
    return desk.insideSites().all().getFirst().heard().stream()
        .filter(h -> h.name().startsWith(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void out(String button) {
    until(button);
    interact(() -> lookup(button).queryAs(Button.class).fire());
    until("#inside-now");
    interact(() -> lookup("#inside-now").queryAs(Choice.class).setValue("out"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(lookup("#inside-now").tryQuery()).as("how is that known?").isPresent();
    interact(() -> lookup("#inside-reason").queryAs(TextField.class).setText("her sister rang"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> lookup("#inside-now").tryQuery().isEmpty());
  }
}
