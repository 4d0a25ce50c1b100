package org.sala.ui.joining;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.joining.Disagreements;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeyboardHints;
import org.sala.ui.work.Work;

/** A second officer reads, and signs with the own passphrase; nothing of it is kept. */
final class SecondSigns {
  private final Here here;
  private final Work.Line line;
  private final String ids;
  private final Form form = new Form();

  /**
   * @param ids how the ids of its fields begin
   */
  SecondSigns(Here here, Work.Line line, String ids) {
    this.here = here;
    this.line = line;
    this.ids = ids;
  }

  /** What is asked besides the signature. */
  Form form() {
    return form;
  }

  /** Writes it, signed; the passphrase is wiped once it returns. */
  interface Signs {
    Disagreements.Decided sign(String handle, char[] passphrase);
  }

  /**
   * Asks.
   *
   * @param ready what would be written, on the FX thread; empty, and told, where something is
   *     missing
   */
  void ask(String title, String words, Supplier<Optional<Signs>> ready, Runnable done) {
    TextField handle = form.add(here.t("door.handle"), new TextField());
    handle.setId(ids + "-handle");
    PasswordField phrase = form.add(here.t("door.passphrase"), new PasswordField());
    phrase.setId(ids + "-passphrase");
    form.show("", new KeyboardHints(here.texts(), phrase).node());
    Node node = ControlFields.unkept(new VBox(10, Nodes.label(words, "muted"), form));
    show(new Asked(title, node, handle, phrase), ready, done);
  }

  private record Asked(String title, Node node, TextField handle, PasswordField phrase) {}

  private void show(Asked asked, Supplier<Optional<Signs>> ready, Runnable done) {
    here.dialogs()
        .ask(
            asked.title(),
            asked.node(),
            here.t("today.confirm.sign"),
            () -> {
              Optional<Signs> signs = ready.get();
              if (signs.isEmpty()) {
                return false;
              }
              String who = asked.handle().getText();
              char[] secret = asked.phrase().getText().toCharArray();
              asked.phrase().clear();
              line.act(
                  () -> {
                    try {
                      return signs.get().sign(who, secret);
                    } finally {
                      Arrays.fill(secret, '\0');
                    }
                  },
                  decided -> said(decided, done, () -> show(asked, ready, done)));
              return true;
            });
  }

  /** A wrong passphrase loses nothing else of what was typed. */
  private void said(Disagreements.Decided decided, Runnable done, Runnable again) {
    switch (decided) {
      case DONE -> done.run();
      case WRONG_PASSPHRASE -> {
        again.run();
        here.dialogs().notice(here.t("door.wrong"));
      }
      case SAME_OFFICER -> here.dialogs().notice(here.t("deciding.same"));
      case NOT_CERTIFIED -> here.dialogs().notice(here.t("decide.uncertified"));
    }
  }
}
