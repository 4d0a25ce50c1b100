package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.Openings;

/** With each answer stands how it was asked and through whom, whatever is done around it. */
class HowItWasAskedJourneyTest extends QuestionWindow {
  private static final String OTHER = "/screening/recruitment/S1_02";

  /** Somebody interprets from now on. */
  private void through(String interpreter) throws Exception {
    lane.submit(() -> desk.openings().through(id, new Openings.Through(interpreter, "", "")))
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    settle();
  }

  private void tick(String question) {
    interact(() -> lookup("#heard-" + question).queryAs(CheckBox.class).fire());
    settle();
  }

  @Test
  void whatIsChosenBeforeTheAnswerStaysThroughATickBesideIt() {
    interact(() -> press(button("#chip-direct"), button("#chip-written")));
    tick("S1_02");
    interact(() -> press(button("#choice-yes")));
    settle();
    assertThat(first().came()).isEqualTo("direct");
    assertThat(first().how()).isEqualTo("written");
  }

  @Test
  void theNextQuestionBeginsFreely() {
    interact(() -> press(button("#chip-direct")));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    soon(() -> says("· 2 of"));
    interact(() -> press(button("#choice-yes")));
    settle();
    assertThat(screening().at(OTHER).came()).isEqualTo("open");
  }

  @Test
  void whoPointsWasAskedDirectly() {
    push(KeyCode.F4);
    until(".turned");
    clickOn("#point-unknown");
    soon(() -> first().code().equals("unknown"));
    assertThat(first().came()).isEqualTo("direct");
    assertThat(first().how()).as("nobody has reviewed the Thai wording").isEqualTo("own");
  }

  @Test
  void whoeverInterpretsNowDidNotInterpretWhatWasAnsweredBefore() throws Exception {
    through("IN-04");
    interact(() -> press(button("#choice-yes")));
    settle();
    Given asked = first();
    assertThat(asked.through()).isEqualTo("IN-04");
    through("IN-09");
    interact(
        () -> {
          say("They took it");
          shell.goOn();
        });
    soon(() -> first().words().equals("They took it"));
    assertThat(first().through()).isEqualTo("IN-04");
    push(KeyCode.ALT, KeyCode.LEFT);
    soon(() -> says("· 1 of"));
    interact(() -> press(button("#chip-document")));
    settle();
    assertThat(first().came()).isEqualTo("document");
    assertThat(first().through()).isEqualTo("IN-04");
    assertThat(first().asked()).isEqualTo(asked.asked());
    interact(() -> press(button("#choice-no")));
    settle();
    assertThat(first().through()).as("asked again").isEqualTo("IN-09");
  }

  @Test
  void whatIsTickedAsHeardCameThroughWhoeverInterprets() throws Exception {
    through("IN-04");
    tick("S1_02");
    assertThat(screening().at(OTHER).through()).isEqualTo("IN-04");
    assertThat(screening().at(OTHER).asked()).isEqualTo("th");
  }
}
