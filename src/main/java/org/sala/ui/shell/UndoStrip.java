package org.sala.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.sala.casework.history.Histories;
import org.sala.casework.station.Saved;
import org.sala.domain.ChangeId;
import org.sala.domain.Kinds;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/**
 * Beside "saved": takes the last act back, while it is the last one and can be taken back. What was
 * done before this unlock is not offered; nobody remembers what it was.
 */
final class UndoStrip {
  /** More of them are not read in passing. */
  private static final int FEW = 3;

  private static final KeyCombination KEY =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

  /** Where an interview goes on is nothing that anybody did. */
  private static final List<Histories.Wrote> PLACE =
      List.of(new Histories.Wrote(Kinds.SCREENING.key(), List.of("place")));

  private final Histories histories;
  private final Here here;
  private final Work.Line asking;
  private final Work.Line acting;
  private final Button button;
  private final Set<ChangeId> sinceUnlock = ConcurrentHashMap.newKeySet();
  private Optional<Offer> offered = Optional.empty();
  private boolean reading;
  private boolean wished;

  /**
   * What can be taken back.
   *
   * @param what it was, in words
   */
  private record Offer(ChangeId act, String what) {
    @Override
    public String toString() {
      return "Offer[" + act + "]";
    }
  }

  UndoStrip(Histories histories, Here here) {
    this.histories = histories;
    this.here = here;
    this.asking = here.work().around();
    this.acting = here.work().line();
    this.button = Nodes.button(here.t("undo"), "Ctrl Z", this::take, "strip");
    button.setId("undo-last");
    // Whoever tabs through a page works on the page.
    button.setFocusTraversable(false);
    button.managedProperty().bind(button.visibleProperty());
    offer(Optional.empty());
  }

  Button node() {
    return button;
  }

  /** Something was saved: it is offered to take this back, or what stays the last act. */
  void heard(Saved saved) {
    offer(Optional.empty());
    sinceUnlock.add(saved.change());
    reading = true;
    wished = false;
    asking.ask(
        () -> histories.undoable().filter(sinceUnlock::contains).flatMap(this::offering),
        offer -> {
          reading = false;
          offer(offer);
          if (wished) {
            wished = false;
            take();
          }
        });
  }

  private Optional<Offer> offering(ChangeId act) {
    return Optional.of(histories.wrote(act))
        .filter(wrote -> !wrote.equals(PLACE))
        .map(wrote -> new Offer(act, words(wrote)));
  }

  private void offer(Optional<Offer> offer) {
    offered = offer;
    button.setVisible(offer.isPresent());
    String what = offer.map(o -> here.t("undo.what", o.what())).orElse("");
    button.setTooltip(what.isEmpty() ? null : new Tooltip(what));
    button.setAccessibleText(what.isEmpty() ? here.t("undo") : what);
  }

  /** Which records, and which of their fields; a field without words of its own is not named. */
  private String words(List<Histories.Wrote> wrote) {
    return wrote.stream()
        .map(
            w -> {
              String fields =
                  w.fields().stream()
                      .map(f -> here.texts().code("field", f))
                      .filter(words -> !w.fields().contains(words))
                      .distinct()
                      .limit(FEW)
                      .collect(Collectors.joining(", "));
              String kind = here.texts().code("kind", w.kind());
              return fields.isEmpty() ? kind : kind + " · " + fields;
            })
        .distinct()
        .limit(FEW)
        .collect(Collectors.joining("; "));
  }

  private void take() {
    offered.ifPresentOrElse(
        offer -> {
          offer(Optional.empty());
          acting.act(
              () -> histories.undo(offer.act()),
              saved -> here.dialogs().notice(here.t("undo.done", offer.what())));
        },
        () -> here.dialogs().notice(here.t("fault.NOTHING_TO_UNDO")));
  }

  /**
   * Takes back by key, unless a text is being typed, which has an undo of its own. Whoever presses
   * it before it is known whether that can be done does not press it twice.
   */
  boolean press(KeyEvent e) {
    if (!KEY.match(e) || e.getTarget() instanceof TextInputControl) {
      return false;
    }
    if (reading) {
      wished = true;
    } else {
      take();
    }
    return true;
  }

  void close() {
    asking.close();
    acting.close();
  }
}
