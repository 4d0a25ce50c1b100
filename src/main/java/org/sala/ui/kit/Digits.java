package org.sala.ui.kit;

import java.util.Map;
import java.util.OptionalInt;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Digits that answer when no text is being typed, on every row of digits and in every script. */
public final class Digits {
  private static final Map<KeyCode, Integer> CODES =
      Map.ofEntries(
          Map.entry(KeyCode.DIGIT0, 0),
          Map.entry(KeyCode.DIGIT1, 1),
          Map.entry(KeyCode.DIGIT2, 2),
          Map.entry(KeyCode.DIGIT3, 3),
          Map.entry(KeyCode.DIGIT4, 4),
          Map.entry(KeyCode.DIGIT5, 5),
          Map.entry(KeyCode.DIGIT6, 6),
          Map.entry(KeyCode.DIGIT7, 7),
          Map.entry(KeyCode.DIGIT8, 8),
          Map.entry(KeyCode.DIGIT9, 9),
          Map.entry(KeyCode.NUMPAD0, 0),
          Map.entry(KeyCode.NUMPAD1, 1),
          Map.entry(KeyCode.NUMPAD2, 2),
          Map.entry(KeyCode.NUMPAD3, 3),
          Map.entry(KeyCode.NUMPAD4, 4),
          Map.entry(KeyCode.NUMPAD5, 5),
          Map.entry(KeyCode.NUMPAD6, 6),
          Map.entry(KeyCode.NUMPAD7, 7),
          Map.entry(KeyCode.NUMPAD8, 8),
          Map.entry(KeyCode.NUMPAD9, 9));

  private Digits() {}

  /**
   * The digit of a pressed key. The key's place counts, since a Thai layout has letters where the
   * digits are; where the place says nothing, the character does.
   */
  public static OptionalInt of(KeyEvent pressed) {
    if (pressed.isShortcutDown() || pressed.isAltDown() || pressed.isShiftDown()) {
      return OptionalInt.empty();
    }
    Integer digit = CODES.get(pressed.getCode());
    if (digit != null) {
      return OptionalInt.of(digit);
    }
    String text = pressed.getText();
    int value = text.length() == 1 ? Character.digit(text.charAt(0), 10) : -1;
    return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** Returns the digit of a key pressed at {@code node}: with Alt where words are typed there. */
  public static OptionalInt at(Node node, KeyEvent pressed) {
    if (!typing(node)) {
      return of(pressed);
    }
    Integer digit = CODES.get(pressed.getCode());
    boolean beside = pressed.isAltDown() && !pressed.isControlDown() && !pressed.isMetaDown();
    return beside && digit != null ? OptionalInt.of(digit) : OptionalInt.empty();
  }

  /**
   * Says that a pressed digit answers: its key types nothing, wherever the keyboard goes by that
   * answer. A window hears of a key twice, when it goes down and as a letter; the letter of the
   * digit that uncovers a screen would stand in the words of the person who is interviewed.
   *
   * @param here something that is in the window now
   */
  public static void answers(KeyEvent pressed, Node here) {
    pressed.consume();
    Scene scene = here.getScene();
    if (scene != null) {
      scene.addEventFilter(KeyEvent.KEY_TYPED, new Letter(scene));
    }
  }

  /** Takes one letter away, or none where the key goes up without one. */
  private static final class Letter implements EventHandler<KeyEvent> {
    private final Scene scene;
    private final EventHandler<KeyEvent> over = e -> end();

    Letter(Scene scene) {
      this.scene = scene;
      scene.addEventFilter(KeyEvent.KEY_RELEASED, over);
    }

    @Override
    public void handle(KeyEvent typed) {
      typed.consume();
      end();
    }

    private void end() {
      scene.removeEventFilter(KeyEvent.KEY_TYPED, this);
      scene.removeEventFilter(KeyEvent.KEY_RELEASED, over);
    }
  }

  /** Whether keys are words being typed here. */
  public static boolean typing(Node node) {
    return node.getScene() != null
        && node.getScene().getFocusOwner() instanceof TextInputControl field
        && field.isEditable();
  }
}
