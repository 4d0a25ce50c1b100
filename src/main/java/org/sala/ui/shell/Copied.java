package org.sala.ui.shell;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.sala.ui.work.Work;

/**
 * Takes what was copied here out of the system's clipboard, which every program reads: after a
 * while, and when the workspace locks, unless something else lies there since.
 */
final class Copied {
  private final Node root;
  private final Work work;
  private final PauseTransition stays;
  private final EventHandler<KeyEvent> keys = this::key;
  private final EventHandler<ContextMenuEvent> menus = e -> before = Optional.of(text());
  private final EventHandler<MouseEvent> after = e -> looked();
  private String copied = "";
  private Optional<String> before = Optional.empty();

  /**
   * @param root where somebody copies
   * @param stays for how long it may stay
   */
  Copied(Node root, Work work, PauseTransition stays) {
    this.root = root;
    this.work = work;
    this.stays = stays;
    stays.setOnFinished(e -> take());
    root.addEventFilter(KeyEvent.KEY_PRESSED, keys);
    root.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menus);
    root.addEventFilter(MouseEvent.MOUSE_PRESSED, after);
  }

  private static String text() {
    String text = Clipboard.getSystemClipboard().getString();
    return text == null ? "" : text;
  }

  private void key(KeyEvent e) {
    boolean copies =
        e.isShortcutDown()
                && (e.getCode() == KeyCode.C
                    || e.getCode() == KeyCode.X
                    || e.getCode() == KeyCode.INSERT)
            || e.isShiftDown() && e.getCode() == KeyCode.DELETE;
    if (copies) {
      // The field has it only after this key went through.
      work.tell(() -> noted(text()));
    } else {
      looked();
    }
  }

  /** A menu copies without a key: what is there since it opened was copied from it. */
  private void looked() {
    if (before.isPresent()) {
      String now = text();
      if (!now.equals(before.get())) {
        noted(now);
      }
      before = Optional.empty();
    }
  }

  private void noted(String now) {
    if (!now.isEmpty()) {
      copied = now;
      stays.playFromStart();
    }
  }

  private void take() {
    looked();
    if (!copied.isEmpty() && copied.equals(text())) {
      Clipboard.getSystemClipboard().clear();
    }
    copied = "";
  }

  /** The workspace locks. */
  void close() {
    stays.stop();
    take();
    root.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
    root.removeEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menus);
    root.removeEventFilter(MouseEvent.MOUSE_PRESSED, after);
  }
}
