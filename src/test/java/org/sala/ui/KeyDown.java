package org.sala.ui;

import java.util.Objects;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * One key as a window delivers it: down, its letter, up, each to whatever has the keyboard then. A
 * robot sends either the key or the letter, and nobody sees what the other half would do.
 */
final class KeyDown {
  private KeyDown() {}

  static void on(Scene scene, KeyCode code, String letter) {
    fire(scene, KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, letter, code);
    if (!letter.isEmpty()) {
      fire(scene, KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED);
    }
    fire(scene, KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, letter, code);
  }

  /** Digits on their own row. */
  static void digits(Scene scene, String digits) {
    digits
        .chars()
        .forEach(d -> on(scene, KeyCode.getKeyCode(Character.toString(d)), Character.toString(d)));
  }

  private static void fire(
      Scene scene, EventType<KeyEvent> type, String character, String text, KeyCode code) {
    Node at = Objects.requireNonNullElse(scene.getFocusOwner(), scene.getRoot());
    Event.fireEvent(at, new KeyEvent(type, character, text, code, false, false, false, false));
  }
}
