package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** One number on two wrists: lists, Ctrl+K and the choice of whose statement it is say which. */
class SameNumberJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @Test
  void nobodyWritesAStatementIntoTheWrongRecord() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId caseId = made.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
    RecordId man =
        made.people()
            .add(
                caseId,
                new People.NewPerson("X-001", "", "Zaw Example", "male", "24", "my"),
                "",
                "");
    RecordId woman =
        made.people()
            .add(
                caseId,
                new People.NewPerson("X-001", "", "Zaw Example", "female", "2540", "my"),
                "",
                "");
    interact(
        () -> {
          enter(made);
          shell.go(new Place.PeopleHere());
        });
    untilSaid("#people", "this station · female · 2540");
    untilSaid("#people", "this station · male · 24");

    push(KeyCode.SHORTCUT, KeyCode.K);
    type("#search", "X-001");
    untilSaid("#found", "female · 2540");
    untilSaid("#found", "male · 24");
    push(KeyCode.ESCAPE);

    interact(() -> shell.go(new Place.OneCase(caseId, "statements")));
    until("#statements");
    push(KeyCode.SHORTCUT, KeyCode.N);
    Choice person = there("#statement-person", Choice.class);
    assertThat(person.getValue()).as("nobody is chosen beforehand").isEmpty();
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(made.statements().ofPerson(man)).isEmpty();
    assertThat(made.statements().ofPerson(woman)).isEmpty();
    List<String> words =
        person.getItems().stream()
            .filter(id -> !id.isEmpty())
            .map(
                id -> {
                  interact(() -> person.setValue(id));
                  return reads(t -> t.startsWith("X-001  Zaw Example · this station · female"))
                      ? "female"
                      : "male";
                })
            .toList();
    assertThat(words).containsExactlyInAnyOrder("male", "female");
    interact(() -> person.setValue(woman.toString()));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> !made.statements().ofPerson(woman).isEmpty());
    assertThat(made.statements().ofPerson(man)).isEmpty();
    interact(() -> shell.go(new Place.OneCase(caseId, "statements")));
    untilSaid("#statements", "this station · female · 2540");
    interact(
        () -> shell.go(new Place.OneStatement(made.statements().ofPerson(woman).getFirst().id())));
    untilSaid("this station · female · 2540");
    made.screenings().begin(man, new Screenings.Setting("my", "", ""));
    interact(() -> shell.go(new Place.Screenings()));
    untilSaid("#unfinished", "this station · male · 24");
  }
}
