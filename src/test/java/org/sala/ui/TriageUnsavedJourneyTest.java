package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.bench.faults.TroubledPlaces;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.casework.screening.Triages;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** A triage on a disk that is full: what the screen shows as answered is written in the end. */
class TriageUnsavedJourneyTest extends JourneyWindow {
  private static final String FULL = "The disk is full.";

  @TempDir Path folder;
  private final AtomicBoolean full = new AtomicBoolean();
  private final AtomicBoolean forDraftsToo = new AtomicBoolean();
  private RecordId person;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @BeforeEach
  void aTriageWhoseDiskFillsUp() {
    Desks.create(workspace(), "Officer One Example", "one").close();
    Path noDrafts =
        TroubledPlaces.noRoom(
            workspace(), Set.of("drafts"), () -> full.get() && forDraftsToo.get());
    Desk made = Desks.unlock(TroubledPlaces.noRoomForTheJournal(noDrafts, full::get), "one");
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

  @Test
  void whatNoDiskTakesStaysOnTheScreenHoweverOftenSomebodyStops() {
    to("q6");
    forDraftsToo.set(true);
    full.set(true);
    push(KeyCode.DIGIT1);
    told();
    soon(() -> desk.drafts().of("triage " + person).isPresent());
    toldOnceOrTwice();
    for (int i = 0; i < 3; i++) {
      push(KeyCode.F9);
      untilSaid(".dialog-box", FULL);
      toldOnceOrTwice();
      assertThat(lookup("#triage-screen").tryQuery()).as("stop %s", i).isPresent();
    }
    interact(() -> shell.go(new Place.Today()));
    until("#next");
    untilSaid(".dialog-box", FULL);
    full.set(false);
    toldOnceOrTwice();
    interact(() -> shell.go(new Place.Triage(person)));
    until("#triage-screen .kept");
    assertThat(urgency()).isEmpty();
    push(KeyCode.F9);
    until("#next");
    settle();
    assertThat(urgency()).contains("danger");
    assertThat(desk.drafts().of("triage " + person)).isEmpty();
  }

  @Test
  void whoIsStillInsideStaysInTheFieldsUntilTheyAreWritten() {
    to("q5");
    type("#inside-name", "Mya Example");
    type("#inside-site", "Compound R-7");
    choose("#inside-relation", "#inside-status", "t");
    choose("#inside-lastseen", "#inside-safe", "n");
    full.set(true);
    push(KeyCode.ENTER);
    told();
    assertThat(lookup("#inside-name").queryTextInputControl().getText()).isEqualTo("Mya Example");
    push(KeyCode.DOWN);
    told();
    until("#q6-yes");
    full.set(false);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#triage-gaps");
    assertThat(desk.triages().inside(person))
        .containsExactly(
            new Triages.Inside("Mya Example", "", "Compound R-7", "", "", "no", "moved"));
    assertThat(lookup("#inside-name").queryTextInputControl().getText()).isEmpty();
    assertThat(chosen("#inside-status")).as("the next one begins anew").isEqualTo("inside");
    assertThat(chosen("#inside-safe")).isEqualTo("unknown");
  }

  @Test
  void whatIsChosenOfThemComesBackAsItWas() throws Exception {
    to("q5");
    type("#inside-name", "Mya Example");
    choose("#inside-relation", "#inside-status", "t");
    choose("#inside-lastseen", "#inside-safe", "n");
    soon(
        () ->
            desk.drafts()
                .of("triage " + person)
                .filter(d -> "no".equals(d.typed().get("inside-safe")))
                .isPresent());
    interact(this::leaveNow);
    lane.submit(() -> {}).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    interact(
        () -> {
          enter(Desks.unlock(workspace(), "one"));
          shell.go(new Place.Triage(person));
        });
    until("#triage-screen .kept");
    until("#inside-safe");
    assertThat(chosen("#inside-safe")).isEqualTo("no");
    assertThat(chosen("#inside-status")).isEqualTo("moved");
    clickOn("#inside-name");
    push(KeyCode.ENTER);
    settle();
    assertThat(desk.triages().inside(person))
        .containsExactly(new Triages.Inside("Mya Example", "", "", "", "", "no", "moved"));
  }

  /** Goes on by Tab from the field before, and chooses by its first letter. */
  private void choose(String before, String choice, String letter) {
    clickOn(before);
    push(KeyCode.TAB);
    assertThat(lookup(choice).query().isFocused()).isTrue();
    write(letter);
  }

  private String chosen(String choice) {
    return lookup(choice).queryAs(Choice.class).getValue();
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

  /**
   * Neither the answer nor its draft is taken: how often that is told depends on which is first.
   */
  private void toldOnceOrTwice() {
    settle();
    soon(
        () -> {
          boolean gone = lookup(".dialog-box").tryQuery().isEmpty();
          if (!gone) {
            push(KeyCode.ESCAPE);
          }
          return gone;
        });
  }

  private String urgency() {
    return desk.people().find(person).orElseThrow().urgency();
  }
}
