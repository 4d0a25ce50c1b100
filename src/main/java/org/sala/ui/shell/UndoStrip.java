package org.sala.ui.shell;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.sala.casework.history.Histories;
import org.sala.casework.station.Saved;
import org.sala.domain.ChangeId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/**
 * Beside "saved": takes the last act back, while it is the last one and can be taken back. What was
 * done before this unlock is not offered; nobody remembers what it was.
 */
final class UndoStrip {
  private static final KeyCombination KEY =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

  private final Histories histories;
  private final Here here;
  private final Work.Line asking;
  private final Work.Line acting;
  private final Button button;
  private Optional<ChangeId> offered = Optional.empty();

  UndoStrip(Histories histories, Here here) {
    this.histories = histories;
    this.here = here;
    this.asking = here.work().line();
    this.acting = here.work().line();
    this.button = Nodes.button(here.t("undo"), "Ctrl Z", this::undo, "strip");
    button.setId("undo-last");
    // Whoever tabs through a page works on the page.
    button.setFocusTraversable(false);
    button.managedProperty().bind(button.visibleProperty());
    offer(Optional.empty());
  }

  Button node() {
    return button;
  }

  /** Something was saved: it is offered to take this back, and nothing older. */
  void heard(Saved saved) {
    offer(Optional.empty());
    ChangeId act = saved.change();
    asking.ask(
        () -> histories.undoable(act), can -> offer(can ? Optional.of(act) : Optional.empty()));
  }

  private void offer(Optional<ChangeId> act) {
    offered = act;
    button.setVisible(act.isPresent());
  }

  private void undo() {
    offered.ifPresent(
        act -> {
          offer(Optional.empty());
          acting.act(
              () -> histories.undo(act), saved -> here.dialogs().notice(here.t("undo.done")));
        });
  }

  /** Takes back by key, unless a text is being typed, which has an undo of its own. */
  boolean press(KeyEvent e) {
    if (offered.isEmpty() || !KEY.match(e) || e.getTarget() instanceof TextInputControl) {
      return false;
    }
    undo();
    return true;
  }

  void close() {
    asking.close();
    acting.close();
  }
}
