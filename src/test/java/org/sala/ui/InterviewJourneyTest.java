package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.People;
import org.sala.casework.ScreeningPage;
import org.sala.casework.Screenings;

/** An interview by keyboard: listen, mark, answer by digit, cover, stop, review, close. */
class InterviewJourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("interview");
  }

  @Test
  void anInterviewIsHeldByKeyboardAndItsResultOpensAtReview() {
    Desk made = Desks.create(workspace(), "Officer One Example", "one");
    made.people()
        .register(List.of(new People.NewPerson("A-001", "Somebody Example", "", "", "24", "th")));
    interact(() -> enter(made));

    push(KeyCode.SHORTCUT, KeyCode.K);
    until("#search");
    write("scr");
    push(KeyCode.ENTER);
    until("#waiting-screening");
    await().atMost(Duration.ofSeconds(10)).until(() -> rows("#waiting-screening") == 1);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#screening-interpreter");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);

    until("#own-words");
    assertThat(lookup("#found").tryQuery()).as("the program around it is gone").isEmpty();
    assertThat(lookup(".nav").tryQuery()).isEmpty();
    clickOn("#own-words").write("Told in example words");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#choice-yes");
    assertThat(screening().at("/screening/recruitment/opening").words())
        .isEqualTo("Told in example words");

    push(KeyCode.TAB);
    push(KeyCode.DIGIT9);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> screening().at("/screening/recruitment/S1_01").code().equals("declined"));

    push(KeyCode.F10);
    until(".cover");
    push(KeyCode.DIGIT1);
    assertThat(screening().at("/screening/recruitment/S1_01").code())
        .as("a covered screen takes no answers")
        .isEqualTo("declined");
    push(KeyCode.F10);
    await().atMost(Duration.ofSeconds(5)).until(() -> lookup(".cover").tryQuery().isEmpty());

    push(KeyCode.F8);
    until(".cover");
    assertThat(desk.screenings().unfinished().getFirst().state())
        .isEqualTo(Screenings.State.PAUSED);
    push(KeyCode.F8);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> desk.screenings().unfinished().getFirst().state() == Screenings.State.OPEN);

    clickOn("#own-words").write("Half a sentence");
    push(KeyCode.SHORTCUT, KeyCode.L);
    until("#unlock");
    type("#handle", "one");
    type("#passphrase", "phrase of one");
    clickOn("#unlock");
    until("#next");
    assertThat(screening().at("/screening/recruitment/S1_01").words())
        .as("locking keeps what was being typed")
        .isEqualTo("Half a sentence");
  }

  private ScreeningPage screening() {
    return desk.screenings().page(desk.screenings().unfinished().getFirst().id());
  }
}
