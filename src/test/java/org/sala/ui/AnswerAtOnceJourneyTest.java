package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.sala.ui.route.Place;

/**
 * An officer who is faster than the disk: all that is done within one {@code interact} is done
 * before anything of it is shown as saved.
 */
class AnswerAtOnceJourneyTest extends QuestionWindow {
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
