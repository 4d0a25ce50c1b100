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
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Opening;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Somebody who refused an interpreter gives a statement on another day. */
class SaidNoJourneyTest extends JourneyWindow {
  @TempDir Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @Test
  void aRefusedInterpreterIsToldAndAskedAboutOnceAndNothingIsHeldUp() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    RecordId person =
        made.people()
            .add(
                caseId,
                new People.NewPerson("A-001", "", "Somebody Example", "", "24", "my"),
                "said",
                "");
    RecordId screening = made.screenings().begin(person, new Screenings.Setting("my", "IN-04", ""));
    made.openings().pointed(screening, Opening.About.INTERPRETER, "IN-04", "no");
    interact(
        () -> {
          enter(made);
          shell.go(new Place.OneCase(caseId, "statements"));
        });
    until("#statements");
    push(KeyCode.SHORTCUT, KeyCode.N);
    soon(() -> says("said no to interpreter IN-04"));
    type("#statement-interpreter", "in-04");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> says("Offer another one"));
    assertThat(desk.statements().ofPerson(person)).isEmpty();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#statement-text");
    assertThat(desk.statements().ofPerson(person)).hasSize(1);
  }
}
