package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.todo.ToDo;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** An adult's age that a colleague wrote over a child's waits until a second officer signs. */
class AgeWaitsJourneyTest extends JourneyWindow {
  @TempDir Path folder;
  private RecordId person;

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @BeforeEach
  void aColleagueCallsAChildAnAdult() {
    try (Desk made = Desks.create(workspace(), "Officer One Example", "one")) {
      made.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
      person =
          made.people()
              .register(List.of(new People.NewPerson("A-001", "", "Su Example", "", "16", "my")))
              .getFirst();
    }
    try (Desk later = Desks.unlockAfter(Duration.ofDays(1), workspace(), "one")) {
      later.people().setBirth(person, "24", "looks older");
    }
    // Whoever wrote it is still logged in; the second one, whose slot is old enough, stands beside.
    interact(() -> enter(Desks.unlockAfter(Duration.ofDays(2), workspace(), "one")));
    until("#next");
  }

  @Test
  void doNextSaysSoAndTheSecondOfficersYesEndsIt() {
    untilSaid("#next", "waits for a second officer");
    assertThat(reads(t -> t.matches("(?s)Age 24.* over 16.* waits for a second officer"))).isTrue();
    choose("#next", row());
    push(KeyCode.ENTER);
    until("#age-agrees");
    assertThat(says("Officer One Example: looks older")).as("it is read before").isTrue();
    sign("yes", "one", "phrase of one");
    untilSaid("Whoever wrote this age cannot sign for it");
    assertThat(desk.people().find(person).orElseThrow().certainlyChild()).isTrue();
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#age-agrees").tryQuery().isEmpty());
    choose("#next", row());
    push(KeyCode.ENTER);
    sign("yes", "two", "phrase of two");
    soon(() -> ages().equals(List.of("24")));
    soon(() -> row() < 0);
    assertThat(desk.people().find(person).orElseThrow().possiblyChild()).isFalse();
    assertThat(desk.officers().me()).isEqualTo("Officer One Example");
  }

  @Test
  void withANoThePersonStaysAChild() {
    interact(() -> shell.go(new Place.OnePerson(person)));
    until("#age-waits");
    assertThat(label("#age-waits")).contains("16", "24", "Officer One Example: looks older");
    clickOn("#age-sign");
    sign("no", "two", "phrase of two");
    soon(() -> ages().equals(List.of("16")));
    soon(() -> lookup("#age-waits").tryQuery().isEmpty());
    assertThat(desk.people().find(person).orElseThrow().certainlyChild()).isTrue();
    interact(() -> shell.go(new Place.Today()));
    until("#next");
    assertThat(row()).as("nothing waits").isNegative();
  }

  private void sign(String code, String handle, String passphrase) {
    until("#age-agrees");
    interact(() -> lookup("#age-agrees").queryAs(Choice.class).setValue(code));
    type("#age-reason", "saw the passport myself");
    type("#age-handle", handle);
    type("#age-passphrase", passphrase);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
  }

  private List<String> ages() {
    return desk.people().again(person).get("birth").versions().stream()
        .map(v -> PartialDate.of(v).typed())
        .toList();
  }

  /** The row of Do next that asks for it; negative where there is none. */
  private int row() {
    List<?> rows = lookup("#next").queryAs(TableView.class).getItems();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof ToDo t && t.what() == ToDo.What.AGE) {
        return i;
      }
    }
    return -1;
  }
}
