package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.bench.faults.TroubledPlaces;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.people.People;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Opening;
import org.sala.domain.RecordId;
import org.sala.ui.route.Place;

/**
 * An officer who is faster than the disk: all that is done within one {@code interact} is done
 * before anything of it is shown as saved.
 */
class AnswerAtOnceJourneyTest extends JourneyWindow {
  private static final String FIRST = "/screening/recruitment/S1_01";

  @TempDir Path folder;
  private final AtomicBoolean full = new AtomicBoolean();
  private RecordId id;

  @Override
  protected Path workspace() {
    return folder.resolve("w");
  }

  @BeforeEach
  void theFirstQuestion() {
    Desks.create(workspace(), "Officer One Example", "one").close();
    Desk made = Desks.unlock(TroubledPlaces.noRoomForTheJournal(workspace(), full::get), "one");
    RecordId person =
        made.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "24", "th")))
            .getFirst();
    id = made.screenings().begin(person, new Screenings.Setting("th", "", "Support Example"));
    made.openings().pointed(id, Opening.About.OFFICER, made.openings().me(), "yes");
    made.openings().heard(id, "th", "");
    for (String code : List.of("interview", "record")) {
      made.restedConsents().ask(made.screenings().page(id), code, Consents.Answer.YES, "");
    }
    made.restedConsents().done(made.screenings().page(id));
    interact(
        () -> {
          enter(made);
          shell.go(new Place.Interview(id));
        });
    until("#number-pad");
    for (int i = 0; i < 2; i++) {
      for (KeyCode digit :
          List.of(KeyCode.DIGIT2, KeyCode.DIGIT5, KeyCode.DIGIT8, KeyCode.DIGIT0)) {
        push(digit);
      }
    }
    until("#own-words");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#choice-yes");
  }

  private ScreeningPage screening() {
    return desk.screenings().page(id);
  }

  private Given first() {
    return screening().at(FIRST);
  }

  private void press(ToggleButton... buttons) {
    List.of(buttons).forEach(ToggleButton::fire);
  }

  private ToggleButton button(String selector) {
    return lookup(selector).queryAs(ToggleButton.class);
  }

  private void say(String words) {
    lookup("#own-words").queryTextInputControl().setText(words);
  }

  @Test
  void anAnswerStandsHoweverSoonSomebodyGoesOn() {
    interact(
        () -> {
          say("They took it");
          press(button("#choice-yes"));
          shell.goOn();
        });
    soon(() -> says("· 2 of"));
    assertThat(first().code()).isEqualTo("yes");
    assertThat(first().words()).isEqualTo("They took it");
  }

  @Test
  void anAnswerStandsWhenTheScreenIsLeftBeforeItIsShown() {
    interact(
        () -> {
          say("They took it");
          press(button("#choice-yes"));
          say("They took it away");
          shell.go(new Place.Today());
        });
    settle();
    assertThat(first().code()).isEqualTo("yes");
    assertThat(first().words()).isEqualTo("They took it away");
  }

  @Test
  void howItCameIsSaidOfTheAnswerThatWasJustGiven() {
    interact(() -> press(button("#choice-yes"), button("#chip-document")));
    settle();
    assertThat(first().code()).isEqualTo("yes");
    assertThat(first().came()).isEqualTo("document");
    interact(() -> press(button("#choice-no"), button("#chip-direct")));
    settle();
    assertThat(first().code()).isEqualTo("no");
    assertThat(first().came()).isEqualTo("direct");
  }

  @Test
  void whoAnswersOtherwiseAtOnceIsTakenAtTheLastWord() {
    interact(() -> press(button("#choice-no")));
    settle();
    interact(() -> press(button("#choice-yes"), button("#choice-no")));
    settle();
    assertThat(first().code()).isEqualTo("no");
  }

  @Test
  void wordsTypedWhileItGoesOnAreSavedFirstAndNoQuestionGoesByUnseen() {
    interact(
        () -> {
          say("They took it");
          shell.goOn();
          say("They took it away");
          shell.goOn();
        });
    soon(() -> says("· 2 of"));
    settle();
    assertThat(first().words()).isEqualTo("They took it away");
    assertThat(says("· 2 of")).as("the second press was of the first question").isTrue();
    assertThat(lookup("#own-words").queryTextInputControl().getText()).isEmpty();
    assertThat(desk.drafts().of("screening " + id + FIRST)).isEmpty();
  }

  @Test
  void nobodyGoesOnFromAnAnswerThatWasNotSaved() {
    full.set(true);
    interact(
        () -> {
          say("They took it");
          press(button("#choice-yes"));
          shell.goOn();
        });
    untilSaid(".dialog-box", "The disk is full.");
    push(KeyCode.ESCAPE);
    full.set(false);
    assertThat(button("#choice-yes").isSelected()).as("it is not written").isFalse();
    assertThat(lookup("#own-words").queryTextInputControl().getText()).isEqualTo("They took it");
    interact(() -> press(button("#choice-yes")));
    settle();
    assertThat(first().code()).isEqualTo("yes");
  }

  @Test
  void aStopForRightsLeavesTheQuestionAlsoInTheMiddleOfAWord() {
    clickOn("#own-words").write("They did not le");
    clickOn("#serious");
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#rest-wants");
    assertThat(lookup("#choice-yes").tryQuery()).as("nothing more is asked").isEmpty();
    assertThat(screening().stopped()).isEqualTo("rights");
    assertThat(first().words()).isEqualTo("They did not le");
  }

  @Test
  void theEndIsReachedInTheMiddleOfAWord() {
    interact(
        () -> {
          say("They did not le");
          lookup("#review").queryButton().fire();
          say("They did not let go");
        });
    until("#corrections");
    assertThat(first().words()).isEqualTo("They did not let go");
    assertThat(says("They did not let go")).as("it is read back").isTrue();
  }
}
