package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A first start, arrivals, a triage, locking and coming back with a Thai layout alone. The keys are
 * fired as JavaFX 26.0.2 reports them on Linux then: letters without a code, 2 and 3 as slash and
 * minus.
 */
class ThaiKeyboardJourneyTest extends JourneyWindow {
  private static final String PHRASE_IN_THAI = "เรือสามลำใต้สะพานตัวอย่างหนึ่งแห่ง";

  @TempDir static Path folder;

  @Override
  protected Path workspace() {
    return folder.resolve("thai");
  }

  private void thai(String letter, boolean shift, boolean control) {
    KeyCode code =
        switch (letter) {
          case "/", "๑" -> KeyCode.SLASH;
          case "-", "๒" -> KeyCode.MINUS;
          case " " -> KeyCode.SPACE;
          default -> KeyCode.UNDEFINED;
        };
    interact(
        () -> {
          fire(KeyEvent.KEY_PRESSED, "\0", letter, code, shift, control);
          fire(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, shift, control);
          fire(KeyEvent.KEY_RELEASED, "\0", letter, code, shift, control);
        });
  }

  private void fire(
      javafx.event.EventType<KeyEvent> type,
      String character,
      String text,
      KeyCode code,
      boolean shift,
      boolean control) {
    Node at = Objects.requireNonNullElse(scene.getFocusOwner(), scene.getRoot());
    Event.fireEvent(at, new KeyEvent(type, character, text, code, shift, control, false, false));
  }

  private void words(String field, String words) {
    clickOn(field);
    words.codePoints().forEach(c -> thai(Character.toString(c), false, false));
  }

  private void control(String letter) {
    thai(letter, false, true);
  }

  @Test
  void shortcutsDigitsAndThePassphraseWorkOnTheirPlaces() {
    words("#name", "เจ้าหน้าที่ตัวอย่าง");
    type("#handle", "one");
    words("#passphrase", PHRASE_IN_THAI);
    // The hidden phrase is known to be Thai.
    soon(() -> label("#keyboard-hint").equals("Typed in Thai letters."));
    words("#again", PHRASE_IN_THAI);
    clickOn("#create");
    until("#next");
    assertThat(desk.officers().me()).isEqualTo("เจ้าหน้าที่ตัวอย่าง");

    control("ื"); // Ctrl+N
    until("#letter");
    type("#letter", "B");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#intake-name-1");
    words("#intake-name-1", "นามสมมติ");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.people().count("") == 1);
    until("#next-person");

    control("า"); // Ctrl+K
    until(".palette");
    push(KeyCode.ESCAPE);
    soon(() -> lookup(".palette").tryQuery().isEmpty());

    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#q1-no");
    thai("/", false, false); // the key of 2, which Thai gives a slash
    until("#q2-no");
    thai("ๅ", false, false); // the key of 1
    until("#q3-words");
    clickOn("#q3-words");
    thai("๒", true, false);
    thai("๔", true, false);
    assertThat(lookup("#q3-words").queryTextInputControl().getText()).isEqualTo("๒๔");
    soon(() -> label("#age-reading").contains("adult"));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#triage-gaps");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#next");
    await()
        .atMost(PATIENCE)
        .until(
            () -> !desk.people().list("", "wristband", false, 0, 1).getFirst().urgency().isEmpty());
    assertThat(desk.people().list("", "wristband", false, 0, 1).getFirst().urgency())
        .as("2 said no to the first question, 1 said yes to the second")
        .contains("separate")
        .doesNotContain("hurt");

    control("ส"); // Ctrl+L
    until("#unlock");
    type("#handle", "one");
    words("#passphrase", PHRASE_IN_THAI);
    push(KeyCode.ENTER);
    until("#next");
  }
}
