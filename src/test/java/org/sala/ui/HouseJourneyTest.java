package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.house.House;
import org.sala.casework.house.Stay;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** The board of a house by keys alone: a bed, keeping apart, and handing over. */
class HouseJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("night");
  }

  @Test
  void aBedIsGivenTwoAreKeptApartAndTheHouseIsHandedOverByKeysAlone() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    List<RecordId> people =
        made.people()
            .register(
                List.of(
                    new People.NewPerson("X-001", "Secret Example", "", "female", "1990", "th"),
                    new People.NewPerson("X-002", "", "", "male", "1980", "my")));
    made.stays()
        .begin(
            people.get(0),
            new Stay.Placing(
                "House of Examples", "1", "A", Stay.Freedom.FREE, "", Stay.Phone.OWN, ""));
    interact(
        () -> {
          enter(made);
          shell.go(new Place.House());
        });
    soon(() -> rows("#board") == 1);
    push(KeyCode.SHORTCUT, KeyCode.N);
    soon(() -> rows("#without") == 1);
    interact(() -> lookup("#without").query().requestFocus());
    push(KeyCode.ENTER);
    type("#stay-room", "1");
    type("#stay-bed", "B");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> made.house().board().lines().size() == 2);
    assertThat(line(made, people.get(1)).stay().living().orElseThrow().placing().house())
        .as("most come into the house that the last one came into")
        .isEqualTo("House of Examples");

    interact(() -> shell.go(new Place.House()));
    soon(() -> rows("#board") == 2);
    interact(() -> lookup("#board").query().requestFocus());
    push(KeyCode.DIGIT6);
    type("#pair-reason", "Afraid of him, example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> !line(made, people.get(0)).alarms().isEmpty());
    assertThat(line(made, people.get(1)).alarms())
        .containsExactly(new House.Alarm(House.Alarming.APART_SAME_ROOM, "X-001"));
    untilSaid("Room shared with X-002");
    assertThat(says("Secret Example")).as("the board names nobody").isFalse();

    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    type("#handover-to", "Officer Two Example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> made.handovers().last().isPresent());
    assertThat(made.house().board().since()).isEmpty();
  }

  private static House.Line line(Desk desk, RecordId person) {
    return desk.house().board().lines().stream()
        .filter(l -> l.person().id().equals(person))
        .findFirst()
        .orElseThrow();
  }
}
