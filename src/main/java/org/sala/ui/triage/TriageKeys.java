package org.sala.ui.triage;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.sala.ui.kit.Digits;
import org.sala.ui.roster.TurnedView;

/** A whole triage by keys: digits answer, arrows lead from question to question. */
final class TriageKeys {
  /** What keys do. */
  interface Verbs {
    void stop();

    void turn();

    void step(int by);

    void digit(int digit);

    /** Whether Enter meant something here. */
    boolean enter(boolean typing);
  }

  private final Node root;
  private final Layers layers;
  private final Verbs verbs;

  private TriageKeys(Node root, Layers layers, Verbs verbs) {
    this.root = root;
    this.layers = layers;
    this.verbs = verbs;
  }

  static void on(Node root, Layers layers, Verbs verbs) {
    TriageKeys keys = new TriageKeys(root, layers, verbs);
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (keys.pressed(e)) {
            e.consume();
          }
        });
  }

  private boolean pressed(KeyEvent e) {
    KeyCode key = e.getCode();
    if (layers.covered()) {
      if (key == KeyCode.F10 || key == KeyCode.ESCAPE) {
        layers.uncover();
      }
      return true;
    }
    if (key == KeyCode.F10) {
      layers.cover();
      return true;
    }
    Optional<TurnedView> turned = layers.turned();
    if (turned.isPresent()) {
      turned.get().press(e);
      return true;
    }
    return asking(e);
  }

  private boolean asking(KeyEvent e) {
    switch (e.getCode()) {
      case F9, ESCAPE -> verbs.stop();
      case F4 -> verbs.turn();
      case UP, DOWN -> {
        if (root.getScene() != null && root.getScene().getFocusOwner() instanceof ComboBoxBase<?>) {
          return false;
        }
        verbs.step(e.getCode() == KeyCode.UP ? -1 : 1);
      }
      case ENTER -> {
        return !e.isShortcutDown() && verbs.enter(Digits.typing(root));
      }
      default -> {
        return !Digits.typing(root) && digit(e);
      }
    }
    return true;
  }

  private boolean digit(KeyEvent e) {
    OptionalInt digit = Digits.of(e);
    if (digit.isEmpty()) {
      return false;
    }
    Digits.answers(e, root);
    verbs.digit(digit.getAsInt());
    return true;
  }
}
