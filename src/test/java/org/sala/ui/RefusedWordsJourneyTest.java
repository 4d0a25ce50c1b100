package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.people.People;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Opening;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/**
 * A no to being written down arrives while the screen takes words: they are refused, and the stop
 * that follows is written all the same.
 */
class RefusedWordsJourneyTest extends JourneyWindow {
  private static final String SAID = "She said to st";

  @TempDir Path folder;
  private RecordId id;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @BeforeEach
  void halfAWord() throws Exception {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    RecordId person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "24", "th")))
            .getFirst();
    id = made.screenings().begin(person, new Screenings.Setting("th", "", "Support Example"));
    begun(made);
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Interview(id));
        });
    until("#number-pad");
    number();
    number();
    until("#own-words");
    clickOn("#own-words").write(SAID);
    lane.submit(() -> desk.restedConsents().ask(screening(), "record", Consents.Answer.NO, ""))
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    settle();
    assertThat(typed()).isEqualTo(SAID);
  }

  /** Everything that comes before the first question. */
  private void begun(Desk made) {
    made.openings().pointed(id, Opening.About.OFFICER, made.openings().me(), "yes");
    made.openings().heard(id, "th", "");
    for (String code : List.of("interview", "record")) {
      made.restedConsents().ask(made.screenings().page(id), code, Consents.Answer.YES, "");
    }
    made.restedConsents().done(made.screenings().page(id));
  }

  private void number() {
    for (KeyCode digit : List.of(KeyCode.DIGIT2, KeyCode.DIGIT5, KeyCode.DIGIT8, KeyCode.DIGIT0)) {
      push(digit);
    }
  }

  private ScreeningPage screening() {
    return desk.screenings().page(id);
  }

  private String typed() {
    return lookup("#own-words").queryAs(TextInputControl.class).getText();
  }

  @Test
  void theStopIsWrittenAndWhyTheWordsAreNotIsToldBelowNoCover() {
    push(KeyCode.F9);
    until(".cover");
    soon(() -> screening().line().state() == Screenings.State.STOPPED);
    settle();
    assertThat(lookup("#verb").tryQuery()).as("a cover tells nothing").isEmpty();
    number();
    soon(() -> lookup(".cover").tryQuery().isEmpty());
    untilSaid("said no, or took the yes back");
    assertThat(lookup("#verb").query().isFocused()).isTrue();
    wordsAreKept();
    push(KeyCode.ESCAPE);
    until("#stop-person_wishes");
  }

  @Test
  void soIsABreak() {
    push(KeyCode.F8);
    until(".cover");
    soon(() -> screening().line().state() == Screenings.State.PAUSED);
    number();
    soon(() -> lookup(".cover").tryQuery().isEmpty());
    untilSaid("said no, or took the yes back");
    push(KeyCode.ESCAPE);
    soon(() -> screening().line().state() == Screenings.State.OPEN);
    assertThat(typed()).isEqualTo(SAID);
    wordsAreKept();
  }

  private void wordsAreKept() {
    assertThat(screening().answers()).as("nothing is written against a no").isEmpty();
    assertThat(desk.drafts().of("screening " + id + "/screening/recruitment/opening"))
        .hasValueSatisfying(k -> assertThat(k.typed()).containsEntry("own-words", SAID));
  }
}
