package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.practice.Practice;
import org.sala.casework.screening.Screenings;
import org.sala.practice.Score;
import org.sala.ui.kit.Choice;
import org.sala.ui.route.Place;

/** From the first screen into practice: an interview with an invented person, and its score. */
class PracticeJourneyTest extends JourneyWindow {
  private static final KeyCode[] NUMBER = {
    KeyCode.DIGIT2, KeyCode.DIGIT5, KeyCode.DIGIT8, KeyCode.DIGIT0
  };

  @TempDir static Path folder;
  private final String name = UUID.randomUUID().toString();

  @Override
  protected Path workspace() {
    return folder.resolve(name);
  }

  private void number() {
    for (KeyCode digit : NUMBER) {
      push(digit);
    }
  }

  private String band() {
    return lookup("#practice-band").queryAs(Label.class).getText();
  }

  private Practice.Round round() {
    return desk.practice().rounds().getFirst();
  }

  @Test
  void anInventedPersonIsInterviewedOnTheRealScreensAndTheScoreOpensAtTheEnd() {
    assertThat(lookup("#practice-band").tryQuery()).as("the door of the work").isEmpty();
    clickOn("#practise");
    until("#practice-band");
    assertThat(band()).as("in words, not by colour alone").contains("PRACTICE");
    assertThat(lookup("#restore-backup").tryQuery())
        .as("no backup of the work is unpacked here")
        .isEmpty();
    // The card puts the keyboard on its first field once it stands there; only then it is typed.
    await()
        .atMost(PATIENCE)
        .until(() -> lookup("#name").tryQuery().filter(n -> n.isFocused()).isPresent());
    type("#name", "Officer One Example");
    type("#handle", "one");
    type("#passphrase", PHRASE);
    type("#again", PHRASE);
    push(KeyCode.ENTER);
    until("#practise-sommut");
    assertThat(band()).contains("PRACTICE");
    assertThat(desk.practice().here()).isTrue();
    assertThat(new Workplace(workspace(), Desks.CHEAP).isThere())
        .as("the folder of the work was not touched")
        .isFalse();

    soon(() -> lookup("#practise-sommut").tryQuery().filter(Node::isFocused).isPresent());
    push(KeyCode.ENTER);
    until("#screening-support");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#number-pad");
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#number-pad").tryQuery().isEmpty());
    interact(() -> shell.go(new Place.Interview(desk.screenings().unfinished().getFirst().id())));
    until("#number-pad");
    number();
    number();
    until(".interview");
    push(KeyCode.F4);
    until(".turned");
    assertThat(band()).as("the turned screen too").contains("PRACTICE");
    clickOn("#point-yes");
    until("#turned-taken");
    push(KeyCode.ENTER);
    until(".told");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#consent-YES");
    push(KeyCode.DIGIT1);
    until("#consent-about-interview-YES");
    push(KeyCode.DIGIT1);
    until("#consent-about-record-YES");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#own-words");

    until("#practice-invite");
    clickOn("#practice-invite");
    await().atMost(PATIENCE).until(() -> lookup("#practice-invite").tryQuery().isEmpty());
    untilSaid("#practice-partner", "A woman wrote to me");
    // In a window as low as this one it stands below the fold: the keyboard reaches it.
    interact(() -> lookup("#heard-S1_01").query().requestFocus());
    push(KeyCode.SPACE);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                desk.screenings()
                    .page(round().line().id())
                    .at("/screening/recruitment/S1_01")
                    .code()
                    .equals("yes"));

    // Until the question that has a leading one beside it.
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              if (lookup("#practice-lead").tryQuery().isPresent()) {
                return true;
              }
              push(KeyCode.SHORTCUT, KeyCode.ENTER);
              return false;
            });
    clickOn("#practice-lead");
    await().atMost(PATIENCE).until(() -> lookup("#practice-lead").tryQuery().isEmpty());
    assertThat(round().score()).as("no score steers an interview").isEmpty();

    // The page is drawn anew when the answer was saved: a key in that moment reaches nothing.
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              push(KeyCode.F10);
              return lookup(".cover").tryQuery().isPresent();
            });
    assertThat(band()).as("the cover too").contains("PRACTICE");
    number();
    await().atMost(PATIENCE).until(() -> lookup(".cover").tryQuery().isEmpty());

    clickOn("#review");
    type("#ask-whom", "Nok Example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#end-read");
    interact(() -> lookup("#end-read").queryAs(Choice.class).setValue("READ"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> round().line().state() == Screenings.State.REVIEW);
    until("#practice-score");
    interact(() -> lookup("#practice-score").queryButton().fire());
    until(".figure");
    Score score = round().score().orElseThrow();
    assertThat(score.found()).containsExactly("S1.01");
    assertThat(score.leading()).hasSize(1);
    assertThat(score.missed()).contains("S5.01");
    assertThat(lookup(".figure").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains(String.valueOf(score.missed().size()), "1");

    push(KeyCode.SHORTCUT, KeyCode.L);
    until("#practise");
    assertThat(lookup("#practice-band").tryQuery()).as("locked: the door of the work").isEmpty();
  }
}
