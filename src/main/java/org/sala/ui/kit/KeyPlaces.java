package org.sala.ui.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Gives keys of a Thai keyboard the codes of their places, where the toolkit gives none.
 *
 * <p>Where Thai is the first or only layout of a Linux desktop, JavaFX (26.0.2) reports most keys
 * with the code UNDEFINED, and the keys of 2 and 3 with those of the slash and the minus that Thai
 * has there: Ctrl+L would not lock, and digits would not answer. The place of a key is known from
 * its letter, for Thai is written on one layout (Kedmanee, TIS 820-2538) nearly everywhere. What is
 * typed stays as it is: only codes are given. FX thread only.
 */
public final class KeyPlaces {
  private static final List<KeyCode> PLACES =
      List.of(
          KeyCode.BACK_QUOTE,
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3,
          KeyCode.DIGIT4,
          KeyCode.DIGIT5,
          KeyCode.DIGIT6,
          KeyCode.DIGIT7,
          KeyCode.DIGIT8,
          KeyCode.DIGIT9,
          KeyCode.DIGIT0,
          KeyCode.MINUS,
          KeyCode.EQUALS,
          KeyCode.Q,
          KeyCode.W,
          KeyCode.E,
          KeyCode.R,
          KeyCode.T,
          KeyCode.Y,
          KeyCode.U,
          KeyCode.I,
          KeyCode.O,
          KeyCode.P,
          KeyCode.OPEN_BRACKET,
          KeyCode.CLOSE_BRACKET,
          KeyCode.BACK_SLASH,
          KeyCode.A,
          KeyCode.S,
          KeyCode.D,
          KeyCode.F,
          KeyCode.G,
          KeyCode.H,
          KeyCode.J,
          KeyCode.K,
          KeyCode.L,
          KeyCode.SEMICOLON,
          KeyCode.QUOTE,
          KeyCode.Z,
          KeyCode.X,
          KeyCode.C,
          KeyCode.V,
          KeyCode.B,
          KeyCode.N,
          KeyCode.M,
          KeyCode.COMMA,
          KeyCode.PERIOD,
          KeyCode.SLASH);

  /** What stands on the keys of a Kedmanee layout, row by row; escaped, for most are marks. */
  private static final String PLAIN =
      "_\u0e45/-\u0e20\u0e16\u0e38\u0e36\u0e04\u0e15\u0e08\u0e02\u0e0a"
          + "\u0e46\u0e44\u0e33\u0e1e\u0e30\u0e31\u0e35\u0e23\u0e19\u0e22\u0e1a\u0e25\u0e03"
          + "\u0e1f\u0e2b\u0e01\u0e14\u0e40\u0e49\u0e48\u0e32\u0e2a\u0e27\u0e07"
          + "\u0e1c\u0e1b\u0e41\u0e2d\u0e34\u0e37\u0e17\u0e21\u0e43\u0e1d";

  private static final String SHIFTED =
      "%+\u0e51\u0e52\u0e53\u0e54\u0e39\u0e3f\u0e55\u0e56\u0e57\u0e58\u0e59"
          + "\u0e50\"\u0e0e\u0e11\u0e18\u0e4d\u0e4a\u0e13\u0e2f\u0e0d\u0e10,\u0e05"
          + "\u0e24\u0e06\u0e0f\u0e42\u0e0c\u0e47\u0e4b\u0e29\u0e28\u0e0b."
          + "()\u0e09\u0e2e\u0e3a\u0e4c?\u0e12\u0e2c\u0e26";

  private static final Map<Character, KeyCode> BY_LETTER = new HashMap<>();

  static {
    for (int i = 0; i < PLACES.size(); i++) {
      BY_LETTER.put(PLAIN.charAt(i), PLACES.get(i));
      BY_LETTER.put(SHIFTED.charAt(i), PLACES.get(i));
    }
  }

  private boolean thai;

  KeyPlaces() {}

  /** Gives every key in this window the code of its place from now on. */
  public static void watch(Scene scene) {
    KeyPlaces places = new KeyPlaces();
    scene.addEventFilter(KeyEvent.KEY_PRESSED, places::give);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, places::give);
  }

  private void give(KeyEvent e) {
    KeyCode place = of(e.getCode(), e.getText());
    if (place != e.getCode()) {
      e.consume();
      Event.fireEvent(
          e.getTarget(),
          new KeyEvent(
              e.getSource(),
              e.getTarget(),
              e.getEventType(),
              e.getCharacter(),
              e.getText(),
              place,
              e.isShiftDown(),
              e.isControlDown(),
              e.isAltDown(),
              e.isMetaDown()));
    }
  }

  /**
   * The code of the place of a key. Slash and minus stand on both layouts; the letter typed last
   * says on which one they were pressed.
   *
   * @param code what the toolkit reports
   * @param text what the key writes
   */
  KeyCode of(KeyCode code, String text) {
    if (text.length() != 1 || !BY_LETTER.containsKey(text.charAt(0))) {
      thai = thai && !code.isLetterKey();
      return code;
    }
    char letter = text.charAt(0);
    thai = thai || Character.UnicodeBlock.THAI.equals(Character.UnicodeBlock.of(letter));
    boolean unsaid = code == KeyCode.UNDEFINED || code == KeyCode.SLASH || code == KeyCode.MINUS;
    return thai && unsaid ? BY_LETTER.getOrDefault(letter, code) : code;
  }
}
