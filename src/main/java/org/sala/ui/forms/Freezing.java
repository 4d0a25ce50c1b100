package org.sala.ui.forms;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.sala.casework.forms.FreezeRequest;
import org.sala.domain.RecordId;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** The freeze request of a form, while it stands in place of the question. */
final class Freezing {
  private final RecordId form;
  private final FormScreen.Doing doing;
  private final Here here;
  private final Work.Line line;
  private final Runnable changed;
  private @Nullable FreezeRequest request;

  /**
   * @param changed called when it begins or ends to stand there
   */
  Freezing(RecordId form, FormScreen.Doing doing, Here here, Work.Line line, Runnable changed) {
    this.form = form;
    this.doing = doing;
    this.here = here;
    this.line = line;
    this.changed = changed;
  }

  /** What stands there; nothing where it is not open. */
  Optional<Node> node() {
    return Optional.ofNullable(request)
        .map(r -> new FreezePart(r, here, this::close, () -> print(r)).node());
  }

  void open() {
    line.act(
        () -> doing.forms().freeze(doing.forms().page(form)),
        made -> {
          request = made;
          changed.run();
        });
  }

  private void close() {
    request = null;
    changed.run();
  }

  private void print(FreezeRequest open) {
    FreezePrint.ask(here, doing.handOuts(), form, open);
  }

  /** Handles a key, and returns whether it was meant for the request. */
  boolean key(KeyEvent e) {
    FreezeRequest open = request;
    if (open == null) {
      return false;
    }
    if (e.getCode() == KeyCode.ESCAPE) {
      close();
      return true;
    }
    if (e.getCode() == KeyCode.P && e.isShortcutDown()) {
      print(open);
      return true;
    }
    return false;
  }
}
