package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.people.People;
import org.sala.ui.route.Place;

/** A first start, a case and a person by real keys and clicks, locking, and coming back. */
class JourneyTest extends JourneyWindow {
  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("journey");
  }

  @Test
  void aNightBeginsByKeyboardAlone() {
    type("#name", "Officer One Example");
    type("#handle", "one");
    type("#passphrase", PHRASE);
    type("#again", "something else");
    clickOn("#create");
    assertThat(desk).as("two different phrases make no workspace").isNull();
    type("#again", PHRASE);
    clickOn("#create");
    until("#next");

    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#letter");
    push(KeyCode.ESCAPE);
    until("#intake-letter");
    assertThat(lookup("#intake-name-1").tryQuery()).as("no number before a letter").isEmpty();
    clickOn("#intake-letter");
    until("#letter");
    write("7");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    type("#letter", "q");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#intake-name-1");
    soon(() -> lookup("#intake-name-1").query().isFocused());
    write("First Example");
    push(KeyCode.ENTER);
    write("Second Example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.people().count("") == 2);
    assertThat(desk.people().list("", "wristband", false, 0, 5))
        .extracting(People.PersonLine::wristband)
        .containsExactly("Q-001", "Q-002");
    until("#next-person");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#q1-no");
    clickOn("#q1-no");
    push(KeyCode.DOWN);
    type("#q3-words", "24");
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    until("#q6-yes");
    push(KeyCode.DIGIT1);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#triage-gaps");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> rows("#next") == 1);
    press("Cases");
    until("#cases");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#case-title");
    clickOn("#case-title").write("Another title");
    clickOn("#discard");
    soon(() -> lookup("#case-title").tryQuery().isEmpty());
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#case-title");
    clickOn("#case-title").write("Compound R-7");
    push(KeyCode.ESCAPE);
    soon(() -> lookup("#case-title").tryQuery().isEmpty());
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#case-title");
    // What Escape closed is kept, what was discarded is not.
    soon(() -> lookup("#case-title").queryTextInputControl().getText().equals("Compound R-7"));
    type("#case-prefix", "no dot.");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    type("#case-prefix", "ex-q");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#case-people");
    await().atMost(PATIENCE).until(() -> desk.cases().count("") == 1);

    clickOn("#tab-people");
    clickOn("#case-register");
    until("#person-name");
    clickOn("#person-name").write("Nobody Example");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> rows("#case-people") == 1);
    soon(() -> label("#saved").startsWith("Saved "));

    clickOn("#case-register");
    until("#person-name");
    clickOn("#person-name").write("Half a na");
    push(KeyCode.SHORTCUT, KeyCode.L);
    until("#unlock");
    assertThat(lookup("#case-people").tryQuery())
        .as("nothing of the case is on the locked screen")
        .isEmpty();
    type("#handle", "one");
    type("#passphrase", "not the phrase at all");
    clickOn("#unlock");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                lookup(".error")
                    .queryLabeled()
                    .getText()
                    .startsWith("The handle or the passphrase"));
    write(PHRASE); // The keyboard is in the passphrase again, with no click.
    clickOn("#unlock");
    until("#next");
    assertThat(desk.people().list("nobody", "name", false, 0, 5)).hasSize(1);
    assertThat(desk.cases().list("", "changed", true, 0, 5))
        .extracting(org.sala.casework.people.Cases.CaseLine::title)
        .containsExactly("Compound R-7");
    assertThat(desk.cases().list("", "changed", true, 0, 5).getFirst().number())
        .startsWith("EX-Q-");

    shell(
        new Place.OneCase(desk.cases().list("", "changed", true, 0, 1).getFirst().id(), "people"));
    until("#case-people");
    clickOn("#case-register");
    until("#person-name");
    await()
        .atMost(PATIENCE)
        .until(() -> lookup("#person-name").queryTextInputControl().getText().equals("Half a na"));
  }

  private void shell(Place place) {
    interact(() -> shell.go(place));
  }
}
