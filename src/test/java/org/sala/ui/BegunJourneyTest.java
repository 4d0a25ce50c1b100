package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.todo.ToDo;
import org.sala.domain.RecordId;

/** What was begun and not ended stands in Do next, and one click leads back into it. */
class BegunJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private static RecordId interview;
  private static RecordId statement;

  @BeforeAll
  static void somebodyWasCalledAway() {
    try (Desk desk = Desks.create(folder.resolve("w"), "Officer One Example", "one")) {
      RecordId caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      RecordId one = add(desk, caseId, "A-001");
      RecordId two = add(desk, caseId, "A-002");
      interview = desk.screenings().begin(one, new Screenings.Setting("my", "", ""));
      RecordId stopped = desk.screenings().begin(two, new Screenings.Setting("my", "", ""));
      desk.screenings().stop(stopped, "");
      desk.screenings().stopped(stopped, Screenings.Stop.TIME);
      Statements.Setting setting = new Statements.Setting("my", "", "", "");
      statement = desk.statements().begin(caseId, two, setting);
      RecordId closed = desk.statements().begin(caseId, two, setting);
      desk.statements().write(closed, Map.of("text", "All that was said"));
      desk.statements().readBack(closed, "my", "");
      desk.statements().close(closed, Statements.Signature.SIGNED);
    }
  }

  private static RecordId add(Desk desk, RecordId caseId, String number) {
    return desk.people()
        .add(caseId, new People.NewPerson(number, "", "", "", "24", "my"), "said", "");
  }

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @Test
  void whatWasBegunAndNotEndedIsOneClickAway() {
    interact(() -> enter(Desks.unlock(folder.resolve("w"), "one")));
    until("#next");
    assertThat(
            desk.tonight().todo().stream()
                .filter(t -> t.begun().isPresent())
                .flatMap(t -> t.begun().stream()))
        .as("neither what was stopped nor what is closed")
        .containsExactlyInAnyOrder(interview, statement);
    choose("#next", row(ToDo.What.STATEMENT));
    push(KeyCode.ENTER);
    until("#statement-text");
    push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    until("#next");
    choose("#next", row(ToDo.What.INTERVIEW));
    push(KeyCode.ENTER);
    soon(() -> lookup("#next").tryQuery().isEmpty());
    desk.screenings().pause(interview, "");
    assertThat(desk.tonight().todo().stream().filter(t -> t.what() == ToDo.What.INTERVIEW).toList())
        .extracting(ToDo::fields)
        .containsExactly(List.of(Screenings.State.PAUSED.name()));
  }

  private int row(ToDo.What what) {
    soon(() -> at(what) >= 0);
    return at(what);
  }

  private int at(ToDo.What what) {
    TableView<?> rows = lookup("#next").queryAs(TableView.class);
    for (int i = 0; i < rows.getItems().size(); i++) {
      if (rows.getItems().get(i) instanceof ToDo t && t.what() == what) {
        return i;
      }
    }
    return -1;
  }
}
