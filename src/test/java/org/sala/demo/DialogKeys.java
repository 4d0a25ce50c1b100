package org.sala.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys of a dialog: it has the keyboard, Enter alone never does what cannot be taken back, and
 * Escape closes it and nothing else.
 */
final class DialogKeys {
  private static final String DIALOG = ".dialog-box";

  private final TreeSet<String> found = new TreeSet<>();

  List<String> found() {
    return new ArrayList<>(found);
  }

  /** Tries them where a dialog is open; it is closed afterwards. */
  void tryOn(String picture, Scene scene) {
    int open = dialogs(scene);
    if (open == 0) {
      return;
    }
    Node owner = scene.getFocusOwner();
    if (owner == null || !below(owner, DIALOG)) {
      found.add(picture + ": the keyboard is not in the dialog, but " + owner);
      return;
    }
    if (owner.getStyleClass().contains("for-good")) {
      found.add(picture + ": Enter does what cannot be taken back");
    }
    for (Node verb : scene.getRoot().lookupAll(DIALOG + " .button")) {
      if (verb instanceof Button b && b.isDefaultButton()) {
        found.add(picture + ": Enter presses \"" + b.getText() + "\" from everywhere");
      }
    }
    Event.fireEvent(
        owner,
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
    if (dialogs(scene) != open - 1) {
      found.add(picture + ": Escape left " + dialogs(scene) + " of " + open + " dialogs open");
    }
  }

  private static int dialogs(Scene scene) {
    return scene.getRoot().lookupAll(DIALOG).size();
  }

  private static boolean below(Node node, String selector) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (n.getStyleClass().contains(selector.substring(1))) {
        return true;
      }
    }
    return false;
  }
}
