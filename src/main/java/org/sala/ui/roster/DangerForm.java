package org.sala.ui.roster;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Triages;
import org.sala.domain.Moment;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** Danger now: what to do, whom to call, and who was told, how and when. */
public final class DangerForm {
  private DangerForm() {}

  /**
   * Asks who was told, how and when.
   *
   * @param support who is called for this person; may be empty
   * @param told hears once all three are written
   */
  public static void ask(Here here, String number, String support, Consumer<Triages.Told> told) {
    Form form = new Form();
    TextField who = form.add(here.t("danger.who"), new TextField());
    who.setId("danger-who");
    TextField how = form.add(here.t("danger.how"), new TextField());
    how.setId("danger-how");
    TextField when = form.add(here.t("danger.when"), MomentField.now(here.texts().zone()));
    when.setId("danger-when");
    VBox words =
        new VBox(
            6,
            Nodes.label(here.t("danger.do.apart")),
            Nodes.label(here.t("danger.do.stay")),
            Nodes.label(here.t("danger.do.ask")),
            Nodes.label(here.t("danger.call"), "strong"));
    if (!support.isEmpty()) {
      words.getChildren().add(Nodes.label(here.t("screening.stop.call", support), "strong"));
    }
    words.getChildren().addAll(Nodes.label(here.t("danger.until"), "muted"), form);
    here.dialogs()
        .ask(
            here.t("danger.title", number),
            words,
            here.t("danger.verb"),
            () -> {
              Optional<Moment> at = MomentField.read(when, here.texts().zone());
              if (who.getText().isBlank() || how.getText().isBlank() || at.isEmpty()) {
                here.dialogs().notice(here.t("danger.needed"));
                return false;
              }
              told.accept(new Triages.Told(who.getText(), how.getText(), at.get()));
              return true;
            });
  }
}
