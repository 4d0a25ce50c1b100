package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** Whoever was never asked how old they are is asked before a screening begins. */
class AgeAskedJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("age");
  }

  @Test
  void anAdultsAgeBeginsItAndNothingElseDoesWithoutAGuardian() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "Somebody Example", "", "", "", "th")))
            .getFirst();
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Screenings());
        });
    await().atMost(PATIENCE).until(() -> rows("#waiting-screening") == 1);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#screening-age");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    type("#screening-age", "17");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(desk.screenings().unfinished()).as("nobody is there for a child").isEmpty();
    type("#screening-age", "31");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#number-pad");
    assertThat(desk.screenings().of(person)).hasSize(1);
    assertThat(desk.people().find(person).orElseThrow().surelyAdult()).isTrue();
  }
}
