package org.sala.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** Digits answer by the place of their key, whatever a layout writes there. */
class DigitsTest {

  private static OptionalInt pressed(KeyCode code, String text, boolean shift, boolean control) {
    return Digits.of(
        new KeyEvent(KeyEvent.KEY_PRESSED, "", text, code, shift, control, false, false));
  }

  @Test
  void aThaiLayoutHasLettersWhereTheDigitsAreAndTheyAnswerAllTheSame() {
    assertThat(pressed(KeyCode.DIGIT1, "ๅ", false, false)).hasValue(1);
    assertThat(pressed(KeyCode.DIGIT8, "ค", false, false)).hasValue(8);
    assertThat(pressed(KeyCode.NUMPAD9, "", false, false)).hasValue(9);
  }

  @Test
  void whereThePlaceSaysNothingAThaiDigitCounts() {
    assertThat(pressed(KeyCode.UNDEFINED, "๒", false, false)).hasValue(2);
    assertThat(pressed(KeyCode.UNDEFINED, "៣", false, false)).hasValue(3);
    assertThat(pressed(KeyCode.UNDEFINED, "ฟ", false, false)).isEmpty();
  }

  @Test
  void aShortcutIsNoAnswer() {
    assertThat(pressed(KeyCode.DIGIT1, "1", false, true)).isEmpty();
    assertThat(pressed(KeyCode.DIGIT1, "!", true, false)).isEmpty();
    assertThat(pressed(KeyCode.A, "a", false, false)).isEmpty();
  }
}
