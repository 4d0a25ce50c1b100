package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.joining.Question;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.casework.todo.ToDo;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Headquarters asks from beside a disagreement; the station answers from Today; both by keys. */
class QuestionJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private static RecordId person;

  @BeforeAll
  static void twoVersions() {
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      person =
          station
              .people()
              .register(
                  List.of(new People.NewPerson("A-001", "", "Somebody Example", "", "17", "my")))
              .getFirst();
      report(station, hq);
      hq.people().setBirth(person, "2001-03-14", "read from a passport");
      station.people().setBirth(person, "2009", "said again");
      report(station, hq);
    }
  }

  private static void report(Desk station, Desk hq) {
    var line = station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    assertThat(hq.packages().take(station.packages().carry(line.id(), folder.resolve("usb"))))
        .isInstanceOf(Importing.Outcome.Imported.class);
  }

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  @Test
  void headquartersAsksFromBesideADisagreement() {
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Deciding(Optional.of(person))));
    int before = desk.questions().about(person).size();
    clickOn("#ask-field");
    until("#ask-words");
    type("#ask-words", "Who heard the age?");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(desk.questions().about(person)).as("nobody is chosen beforehand").hasSize(before);
    clickOn("#ask-whom-0");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> desk.questions().about(person).size() == before + 1);
    assertThat(desk.questions().about(person).getFirst().stands()).isEqualTo(Question.Stands.HERE);
    until("#send-decisions");
  }

  @Test
  void theStationAnswersFromToday() {
    Path carried;
    try (Desk hq = Desks.unlock(folder.resolve("hq"), "zero")) {
      hq.questions()
          .ask(hq.questions().askable(List.of(person), Set.of()), Set.of("birth"), "Who said so?");
      var owed = hq.decisions().owed().getFirst();
      carried =
          hq.packages()
              .carry(
                  hq.decisions().seal(owed.station(), Progress.none()).orElseThrow(),
                  Desks.stick(folder.resolve("back")));
    }
    Desk station = Desks.unlock(folder.resolve("a"), "one");
    assertThat(station.packages().take(carried)).isInstanceOf(Importing.Outcome.Imported.class);
    interact(() -> enter(station));
    until("#next");
    int before = station.questions().waitingHere().size();
    int asked =
        station.tonight().todo().stream().map(ToDo::what).toList().indexOf(ToDo.What.QUESTION);
    assertThat(asked).isNotNegative();
    choose("#next", asked);
    push(KeyCode.ENTER);
    type("#answer-words", "The interpreter IN-04");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> station.questions().waitingHere().size() == before - 1);
    assertThat(station.questions().about(person))
        .extracting(Question::answer)
        .contains("The interpreter IN-04");
  }
}
