package org.sala.ui.people;

import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.Fears;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.FearForm;
import org.sala.ui.route.Here;
import org.sala.ui.route.Reason;

/** What a person fears of a country: it keeps everything about the person from going there. */
final class FearCard {
  private FearCard() {}

  /**
   * @param over hears that a fear is over, and in whose words
   */
  static VBox of(
      PersonKnown k,
      Here here,
      BiConsumer<String, Fears.Of> says,
      BiConsumer<Fears.Fear, String> over) {
    VBox card = Nodes.card(Nodes.label(here.t("fear.card"), "strong"));
    for (Fears.Fear fear : k.fears()) {
      Button end = Nodes.button(here.t("fear.over"), "", () -> end(fear, here, over), "plain");
      FlowPane words = words(fear, here);
      words.getChildren().add(end);
      card.getChildren()
          .add(
              new VBox(
                  2,
                  words,
                  Nodes.label(
                      here.t(fear.overElsewhere() ? "fear.elsewhere" : "fear.means"),
                      "muted",
                      "small")));
    }
    for (Fears.Elsewhere e : k.fearedElsewhere()) {
      card.getChildren()
          .add(
              new VBox(
                  2,
                  words(e.fear(), here),
                  Nodes.label(here.t("elsewhere.there", e.number()), "muted", "small")));
    }
    if (k.fears().isEmpty() && k.fearedElsewhere().isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("fear.none"), "muted"));
    }
    Button add = Nodes.button(here.t("fear.add"), "", () -> FearForm.ask(here, says));
    add.setId("fear-add");
    card.getChildren().add(Nodes.row(add));
    return card;
  }

  private static FlowPane words(Fears.Fear fear, Here here) {
    FlowPane words = new FlowPane(8, 4, new Badge(Badge.Kind.DANGER, FearForm.words(fear, here)));
    if (!fear.versions().isEmpty()) {
      words.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("disputed")));
    }
    return words;
  }

  private static void end(Fears.Fear fear, Here here, BiConsumer<Fears.Fear, String> over) {
    Form form = new Form();
    TextField reason = form.add(here.t("fear.over.reason"), new TextField());
    reason.setId("fear-over-reason");
    here.dialogs()
        .ask(
            fear.id().toString(),
            here.t("fear.over.title"),
            new VBox(10, Nodes.label(here.t("fear.over.below"), "muted"), form),
            here.t("save"),
            () -> Reason.given(here, reason, why -> over.accept(fear, why)));
  }
}
