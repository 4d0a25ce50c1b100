package org.sala.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Codes and letters as JavaFX 26.0.2 reports them on Linux, with a Thai layout and without. */
class KeyPlacesTest {
  private final KeyPlaces places = new KeyPlaces();

  @Test
  void aThaiKeyWithoutACodeHasThatOfItsPlace() {
    assertThat(places.of(KeyCode.UNDEFINED, "า")).isEqualTo(KeyCode.K);
    assertThat(places.of(KeyCode.UNDEFINED, "ศ")).as("with Shift").isEqualTo(KeyCode.L);
    assertThat(places.of(KeyCode.UNDEFINED, "ๅ")).isEqualTo(KeyCode.DIGIT1);
    assertThat(places.of(KeyCode.UNDEFINED, "จ")).isEqualTo(KeyCode.DIGIT0);
    assertThat(places.of(KeyCode.UNDEFINED, "+")).isEqualTo(KeyCode.DIGIT1);
    assertThat(places.of(KeyCode.UNDEFINED, "ฝ")).isEqualTo(KeyCode.SLASH);
  }

  @Test
  void slashAndMinusAreTwoAndThreeOnlyWhereThaiIsBeingTyped() {
    assertThat(places.of(KeyCode.SLASH, "/")).isEqualTo(KeyCode.SLASH);
    places.of(KeyCode.UNDEFINED, "ฟ");
    assertThat(places.of(KeyCode.SLASH, "/")).isEqualTo(KeyCode.DIGIT2);
    assertThat(places.of(KeyCode.MINUS, "-")).isEqualTo(KeyCode.DIGIT3);
    assertThat(places.of(KeyCode.SLASH, "๑")).as("with Shift").isEqualTo(KeyCode.DIGIT2);
    assertThat(places.of(KeyCode.CONTROL, "")).isEqualTo(KeyCode.CONTROL);
    assertThat(places.of(KeyCode.SLASH, "/")).isEqualTo(KeyCode.DIGIT2);
    places.of(KeyCode.K, "k");
    assertThat(places.of(KeyCode.SLASH, "/")).isEqualTo(KeyCode.SLASH);
    assertThat(places.of(KeyCode.MINUS, "-")).isEqualTo(KeyCode.MINUS);
  }

  @Test
  void aCodeThatIsGivenStays() {
    assertThat(places.of(KeyCode.L, "ส")).as("as on Windows").isEqualTo(KeyCode.L);
    assertThat(places.of(KeyCode.DIGIT2, "/")).isEqualTo(KeyCode.DIGIT2);
    assertThat(places.of(KeyCode.L, "\u000c")).isEqualTo(KeyCode.L);
    assertThat(places.of(KeyCode.ENTER, "\r")).isEqualTo(KeyCode.ENTER);
    assertThat(places.of(KeyCode.UNDEFINED, "é")).isEqualTo(KeyCode.UNDEFINED);
  }
}
