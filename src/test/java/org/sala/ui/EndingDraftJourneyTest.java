package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Opening;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/** What is typed before the first question of an interview and after its last one. */
class EndingDraftJourneyTest extends JourneyWindow {
  @TempDir Path folder;
  private RecordId id;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  private Desk begin(String interpreter) {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "24", "th")))
            .getFirst();
    id = made.screenings().begin(person, new Screenings.Setting("th", interpreter, ""));
    return made;
  }

  /** With everything that comes before the first question. */
  private Desk begun() {
    Desk made = begin("");
    made.openings().pointed(id, Opening.About.OFFICER, made.openings().me(), "yes");
    made.openings().heard(id, "th", "");
    for (String code : List.of("interview", "record")) {
      made.restedConsents().ask(made.screenings().page(id), code, Consents.Answer.YES, "");
    }
    made.restedConsents().done(made.screenings().page(id));
    return made;
  }

  private void interview(Desk shown) {
    interact(
        () -> {
          enter(shown);
          shell.go(new Place.Interview(id));
        });
    number();
  }

  private void number() {
    until("#number-pad");
    for (int i = 0; i < 2; i++) {
      for (KeyCode digit :
          List.of(KeyCode.DIGIT2, KeyCode.DIGIT5, KeyCode.DIGIT8, KeyCode.DIGIT0)) {
        push(digit);
      }
    }
    until(".interview");
  }

  private void toTheEnd() {
    until("#own-words");
    clickOn("#review");
    until("#corrections");
  }

  private Desk locked() throws Exception {
    push(KeyCode.SHORTCUT, KeyCode.L);
    soon(() -> desk == null);
    lane.submit(() -> {}).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return Desks.unlock(workspace(), "one");
  }

  private String text(String field) {
    return lookup(field).queryAs(TextInputControl.class).getText();
  }

  /** This is what a kill leaves. */
  private boolean kept(String form, String typed) {
    return desk.drafts()
        .of(form + " " + id)
        .filter(k -> k.typed().containsValue(typed))
        .isPresent();
  }

  @Test
  void whatIsTypedAtTheEndIsADraftAndGoesOnWhileTheCardIsMade() throws Exception {
    interview(begun());
    toTheEnd();
    clickOn("#corrections").write("It was in May");
    soon(() -> kept("ending", "It was in May"));
    // Faster than any card is made.
    interact(
        () -> {
          lookup("#ask-whom").query().requestFocus();
          KeyDown.on(scene, KeyCode.F3, "");
          KeyDown.on(scene, KeyCode.N, "N");
          KeyDown.on(scene, KeyCode.O, "o");
        });
    until("#card");
    assertThat(text("#ask-whom")).isEqualTo("No");
    assertThat(text("#corrections")).isEqualTo("It was in May");
    assertThat(lookup("#ask-whom").query().isFocused()).isTrue();
    write("k");
    soon(() -> kept("ending", "Nok"));
    assertThat(kept("ending", "It was in May")).as("that is saved").isFalse();
    try (Desk again = locked()) {
      assertThat(again.screenings().page(id).ending().whom()).isEqualTo("Nok");
      assertThat(again.drafts().left()).as("all of it is saved").isEmpty();
    }
  }

  @Test
  void goingBackToTheQuestionsSavesIt() {
    interview(begun());
    toTheEnd();
    clickOn("#corrections").write("It was in May");
    press("Back to the interview");
    soon(() -> desk.screenings().page(id).ending().corrections().equals("It was in May"));
    toTheEnd();
    assertThat(text("#corrections")).isEqualTo("It was in May");
  }

  @Test
  void whatCannotBeSavedByLeavingStaysADraft() throws Exception {
    interview(begun());
    toTheEnd();
    clickOn("#corrections").write("It was in May");
    lane.submit(
            () -> {
              desk.screenings().review(id);
              desk.screenings().close(id);
            })
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    try (Desk again = locked()) {
      assertThat(again.screenings().page(id).ending().corrections()).isEmpty();
      assertThat(again.drafts().of("ending " + id))
          .hasValueSatisfying(
              k -> assertThat(k.typed()).containsEntry("corrections", "It was in May"));
    }
  }

  @Test
  void whatAKillLeftIsFoundFromTodayAndComesBackAtTheEnd() {
    Desk made = begun();
    made.drafts().keep("ending " + id, Map.of("corrections", "It was in"));
    interact(() -> enter(made));
    until("#half-typed");
    clickOn("#half-typed-look");
    until("#half-which");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#notice");
    assertThat(label("#notice")).contains("The end of the interview");
    number();
    toTheEnd();
    soon(() -> text("#corrections").equals("It was in"));
  }

  @Test
  void whatIsLeftOfAnInterviewThatWasClosedSinceIsReadFromToday() {
    Desk made = begun();
    made.drafts()
        .keep(
            "ending " + id,
            Map.of("ask-whom", "Nok", "corrections", "It was in May", "offered", "later"));
    made.screenings().review(id);
    made.screenings().close(id);
    interact(() -> enter(made));
    until("#half-typed");
    clickOn("#half-typed-look");
    until("#half-what");
    // Nothing is left to go on with, so that shows the words as well.
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#half-words");
    assertThat(text("#half-words"))
        .containsSubsequence("It was in May", "Later", "Whom to ask", "Nok");
    assertThat(lookup("#half-words").queryAs(TextInputControl.class).isEditable()).isFalse();
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#half-words").tryQuery().isEmpty());
    assertThat(desk.drafts().left()).as("it stays until it is discarded").hasSize(1);
  }

  @Test
  void whatIsTypedOfAnInterpreterSurvivesALock() throws Exception {
    interview(begin("IN-04"));
    until("#interpreter-engaged");
    clickOn("#interpreter-engaged").write("Example shel");
    interview(locked());
    until("#interpreter-engaged");
    soon(() -> text("#interpreter-engaged").equals("Example shel"));
    assertThat(text("#interpreter-number")).isEqualTo("IN-04");
    push(KeyCode.F4);
    until(".turned");
    clickOn("#point-yes");
    soon(() -> desk.screenings().page(id).interpreterEngagedBy().equals("Example shel"));
    settle();
    assertThat(desk.drafts().left()).as("it is saved").isEmpty();
  }
}
