package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.todo.ToDo;
import org.sala.casework.todo.Tonight;

/** Twenty people arrive: registered and triaged by keys alone, none of them forgotten. */
class ArrivalJourneyTest extends JourneyWindow {
  private static final int PEOPLE = 20;
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("arrival");
  }

  @Test
  void twentyPeopleAreRegisteredAndTriagedByKeys() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.numbering().letter("X");
    interact(() -> enter(made));
    until("#next");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#intake-name-1");
    clickOn("#intake-name-1");
    for (int i = 1; i <= PEOPLE; i++) {
      write("P" + i);
      push(KeyCode.ENTER);
    }
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.people().count("") == PEOPLE);
    until("#next-person");
    await().atMost(PATIENCE).until(() -> rows("#waiting") == PEOPLE);

    for (int i = 1; i <= PEOPLE; i++) {
      int left = PEOPLE - i;
      push(KeyCode.SHORTCUT, KeyCode.ENTER);
      until("#q1-no");
      triage(i);
      push(KeyCode.SHORTCUT, KeyCode.ENTER);
      until("#triage-gaps");
      push(KeyCode.SHORTCUT, KeyCode.ENTER);
      until("#next-person");
      await().atMost(PATIENCE).until(() -> rows("#waiting") == left);
    }

    Tonight.Glance glance = desk.tonight().glance();
    assertThat(glance.triaged()).isEqualTo(PEOPLE);
    assertThat(desk.tonight().todo())
        .as("the seventh is in danger, the ninth is a child and has a sister inside")
        .extracting(ToDo::what)
        .containsExactly(ToDo.What.DANGER, ToDo.What.CHILD);
    assertThat(desk.people().list("P9", "wristband", false, 0, 1).getFirst().stillInside())
        .isEqualTo(1);
  }

  /** Digits answer; words are typed only where the answer is words. */
  private void triage(int one) {
    push(KeyCode.DIGIT2);
    until("#q2-no");
    if (one == 1) {
      push(KeyCode.F4);
      until("#point-no");
      push(KeyCode.F10);
      until(".cover");
      push(KeyCode.DIGIT1);
      push(KeyCode.F10);
      push(KeyCode.DIGIT2);
      until("#turned-taken");
      push(KeyCode.ENTER);
    } else {
      push(KeyCode.DIGIT2);
    }
    until("#q3-words");
    write(one == 9 ? "15" : "24");
    push(KeyCode.ENTER);
    until("#q4-yes");
    push(KeyCode.DIGIT1);
    until("#q5-no");
    if (one == 9) {
      push(KeyCode.DIGIT1);
      until("#inside-name");
      write("Sister Example");
      push(KeyCode.ENTER);
      push(KeyCode.DOWN);
    } else {
      push(KeyCode.DIGIT2);
    }
    until("#q6-no");
    push(one == 7 ? KeyCode.DIGIT1 : KeyCode.DIGIT2);
  }
}
