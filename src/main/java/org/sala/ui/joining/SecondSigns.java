package org.sala.ui.joining;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sala.casework.joining.Disagreements;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.Signature;
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
    Signature signature = new Signature(here, ids);
    signature.addTo(form);
    Node node = ControlFields.unkept(new VBox(10, Nodes.label(words, "muted"), form));
    show(new Asked(title, node, signature), ready, done);
  }

  private record Asked(String title, Node node, Signature signature) {}

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
              Optional<Signature.Typed> typed = asked.signature().typed();
              typed.ifPresent(
                  t ->
                      line.act(
                          () -> t.use(signs.get()::sign),
                          decided ->
                              said(
                                  decided,
                                  asked.signature(),
                                  done,
                                  () -> show(asked, ready, done))));
              return typed.isPresent();
            });
  }

  /** What was not taken loses nothing of what was typed. */
  private void said(
      Disagreements.Decided decided, Signature signature, Runnable done, Runnable again) {
    switch (decided) {
      case DONE -> done.run();
      case WRONG_PASSPHRASE -> signature.wrong(again);
      case SAME_OFFICER -> signature.refused(here.t("deciding.same"), again);
      case NOT_CERTIFIED -> signature.refused(here.t("decide.uncertified"), again);
    }
  }
}
