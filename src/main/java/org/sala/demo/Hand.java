package org.sala.demo;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.sala.ui.shell.Shell;

/** The hand of an officer before a picture: keys, buttons, words. */
final class Hand {
  private Hand() {}

  static void press(Node node, KeyCode key) {
    fire(node, key, false, false);
  }

  /** Ctrl and a key. */
  static void control(Shell shell, KeyCode key) {
    fire(below(shell), key, true, false);
  }

  /** Ctrl, Shift and a key. */
  static void controlShift(Shell shell, KeyCode key) {
    fire(below(shell), key, true, true);
  }

  /** Somewhere deep in the window, where keys come to. */
  private static Node below(Shell shell) {
    Node owner = shell.node().getScene().getFocusOwner();
    return owner == null ? shell.node().lookup(".status") : owner;
  }

  private static void fire(Node node, KeyCode key, boolean control, boolean shift) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, control, false, false));
  }

  static void click(Shell shell, String id) {
    if (shell.node().lookup("#" + id) instanceof ButtonBase button) {
      button.fire();
      return;
    }
    throw new IllegalStateException("no button " + id);
  }

  /** Chooses a row of a table, from 0, and opens it. */
  static void enter(Shell shell, String id, int row) {
    if (shell.node().lookup("#" + id) instanceof TableView<?> table) {
      table.getSelectionModel().select(row);
      press(table, KeyCode.ENTER);
      return;
    }
    throw new IllegalStateException("no table " + id);
  }

  static void type(Shell shell, String id, String words) {
    if (shell.node().lookup("#" + id) instanceof TextInputControl field) {
      field.setText(words);
      return;
    }
    throw new IllegalStateException("no field " + id);
  }
}
