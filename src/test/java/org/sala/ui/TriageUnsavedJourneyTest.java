package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.bench.faults.TroubledPlaces;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** A triage on a disk that is full: what the screen shows as answered is written in the end. */
class TriageUnsavedJourneyTest extends JourneyWindow {
  private static final String FULL = "The disk is full.";

  @TempDir Path folder;
  private final AtomicBoolean full = new AtomicBoolean();
  private RecordId person;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @BeforeEach
  void aTriageWhoseDiskFillsUp() {
    Desks.create(workspace(), "Officer One Example", "one").close();
    Desk made = Desks.unlock(TroubledPlaces.noRoomForTheJournal(workspace(), full::get), "one");
    person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "30", "my")))
            .getFirst();
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Triage(person));
        });
    until("#q1-no");
  }

  @Test
  void anAnswerThatWasNotWrittenIsWrittenWhenTheTriageIsLeft() {
    to("q6");
    full.set(true);
    push(KeyCode.DIGIT1);
    told();
    assertThat(urgency()).isEmpty();
    full.set(false);
    push(KeyCode.F9);
    until("#next");
    settle();
    assertThat(urgency()).contains("danger");
    assertThat(desk.drafts().of("triage " + person)).as("it is written").isEmpty();
  }

  @Test
  void aTriageThatCouldNotEndGoesOn() {
    push(KeyCode.DIGIT2);
    full.set(true);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#triage-gaps");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    told();
    full.set(false);
    to("q6");
    push(KeyCode.DIGIT1);
    settle();
    assertThat(urgency()).contains("danger");
    assertThat(desk.triages().sheet(person).answers().codes())
        .isEqualTo(Map.of("q1", "no", "q6", "yes"));
  }

  @Test
  void whoeverStopsOnAFullDiskIsToldAndFindsTheAnswersAgain() {
    to("q6");
    full.set(true);
    push(KeyCode.DIGIT1);
    told();
    push(KeyCode.F9);
    told();
    assertThat(lookup("#triage-screen").tryQuery()).as("nothing holds it yet").isPresent();
    push(KeyCode.F9);
    until("#next");
    told();
    full.set(false);
    assertThat(urgency()).isEmpty();
    interact(() -> shell.go(new Place.Triage(person)));
    until("#triage-screen .kept");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#triage-gaps");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#next");
    settle();
    assertThat(urgency()).contains("danger");
    assertThat(desk.drafts().of("triage " + person)).isEmpty();
  }

  private void to(String question) {
    while (lookup("#" + question + "-yes").tryQuery().isEmpty()) {
      push(KeyCode.DOWN);
    }
  }

  private void told() {
    untilSaid(".dialog-box", FULL);
    push(KeyCode.ESCAPE);
    soon(() -> lookup(".dialog-box").tryQuery().isEmpty());
  }

  private String urgency() {
    return desk.people().find(person).orElseThrow().urgency();
  }
}
