package org.sala.ui.shell;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.sala.ui.route.Navigator;
import org.sala.ui.route.Screen;

/** The keys that mean the same on every screen. */
final class Shortcuts {
  private static final KeyCombination LOCK = ctrl(KeyCode.L);
  private static final KeyCombination SECOND =
      new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination SEARCH = ctrl(KeyCode.K);
  private static final KeyCombination ADD = ctrl(KeyCode.N);
  private static final KeyCombination GO_ON = ctrl(KeyCode.ENTER);
  private static final KeyCombination SAVE = ctrl(KeyCode.S);
  private static final KeyCombination EDIT = ctrl(KeyCode.E);
  private static final KeyCombination BACK =
      new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
  private static final KeyCombination FORWARD =
      new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN);

  private final Shell.Window window;
  private final Navigator navigator;
  private final Runnable search;
  private final Runnable second;
  private final Predicate<KeyCode> ways;

  /**
   * @param ways goes where Ctrl and a digit lead; false where they lead nowhere
   */
  Shortcuts(
      Shell.Window window,
      Navigator navigator,
      Runnable search,
      Runnable second,
      Predicate<KeyCode> ways) {
    this.window = window;
    this.navigator = navigator;
    this.search = search;
    this.second = second;
    this.ways = ways;
  }

  /**
   * Does what the key says.
   *
   * @param covered a dialog is open: only locking and the size of the letters go through it
   * @return whether the key meant something here
   */
  boolean press(KeyEvent e, boolean covered, Optional<Screen> screen) {
    if (LOCK.match(e)) {
      window.lock();
      return true;
    }
    if (e.isShortcutDown() && zoomed(e.getCode()) || leavesText(e)) {
      return true;
    }
    if (screen.isPresent() && screen.get().urgent(e)) {
      return true;
    }
    boolean alone = screen.isPresent() && screen.get().alone();
    return !covered && (!alone && everywhere(e) || screen.map(s -> on(s, e)).orElse(false));
  }

  /**
   * Ways to other places and people. Where a person sits opposite they lead nowhere: what they show
   * would be seen.
   */
  private boolean everywhere(KeyEvent e) {
    if (SECOND.match(e)) {
      second.run();
    } else if (SEARCH.match(e)) {
      search.run();
    } else if (BACK.match(e)) {
      navigator.back();
    } else if (FORWARD.match(e)) {
      navigator.forward();
    } else if (e.isControlDown() && !e.isShiftDown() && !e.isAltDown()) {
      return ways.test(e.getCode());
    } else {
      return false;
    }
    return true;
  }

  private static boolean on(Screen screen, KeyEvent e) {
    if (ADD.match(e)) {
      screen.add();
    } else if (GO_ON.match(e)) {
      screen.goOn();
    } else if (SAVE.match(e)) {
      screen.save();
    } else if (EDIT.match(e)) {
      screen.edit();
    } else {
      return false;
    }
    return true;
  }

  /** Tab leads on from every text; a tab in somebody's words has no meaning. */
  private static boolean leavesText(KeyEvent e) {
    if (e.getCode() != KeyCode.TAB
        || e.isShortcutDown()
        || !(e.getTarget() instanceof TextArea text)) {
      return false;
    }
    return text.requestFocusTraversal(
        e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
  }

  private boolean zoomed(KeyCode code) {
    switch (code) {
      case PLUS, EQUALS, ADD -> window.zoom(1);
      case MINUS, SUBTRACT -> window.zoom(-1);
      case DIGIT0, NUMPAD0 -> window.zoom(0);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static KeyCombination ctrl(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }
}
