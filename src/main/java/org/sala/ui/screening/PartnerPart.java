package org.sala.ui.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.form.Indicator;
import org.sala.form.Wording;
import org.sala.practice.Script;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/**
 * In practice alone: the invented person across the table. The officer chooses how to ask, and the
 * person answers from the script; what is marked is marked on the very screen of the work.
 */
final class PartnerPart {
  private final Script script;
  private final InterviewModel model;
  private final Here here;
  private final Consumer<Said> say;

  /**
   * What the person has said at a place.
   *
   * @param led whether it was said to a leading question
   */
  record Said(String path, Wording words, Wording manner, boolean led) {}

  /**
   * @param say hears what the person says
   */
  PartnerPart(Script script, InterviewModel model, Here here, Consumer<Said> say) {
    this.script = script;
    this.model = model;
    this.here = here;
    this.say = say;
  }

  /** What is offered or was said at the place where the interview stands. */
  Node node(List<Said> said) {
    String language = here.texts().language();
    VBox card =
        new VBox(6, Nodes.label(here.t("practice.across", script.name().in(language)), "strong"));
    card.getStyleClass().add("practice-card");
    card.setId("practice-partner");
    // As wide as what stands below it: long words never push the parts at the left.
    card.setMinWidth(0);
    card.setPrefWidth(0);
    said.stream()
        .filter(s -> s.path().equals(model.path()))
        .findFirst()
        .ifPresentOrElse(s -> spoken(card, s), () -> ways(card));
    return card;
  }

  private void spoken(VBox card, Said s) {
    String language = here.texts().language();
    card.getChildren().add(Nodes.label("“" + s.words().in(language) + "”"));
    if (!s.manner().in(language).isEmpty()) {
      card.getChildren().add(Nodes.label(s.manner().in(language), "muted", "small"));
    }
  }

  private void ways(VBox card) {
    model.asking().ifPresentOrElse(i -> asking(card, i), () -> listening(card));
  }

  private void listening(VBox card) {
    Script.Invited told = script.invited().get(model.section().node());
    if (told != null) {
      Wording invitation = model.section().invitation();
      card.getChildren()
          .add(
              way(
                  invitation,
                  "practice-invite",
                  new Said(model.path(), told.words(), told.manner(), false)));
    }
  }

  /** The neutral way and the leading one, in an order that says nothing. */
  private void asking(VBox card, Indicator i) {
    Script.Asked asked = script.asked().get(i.code());
    Script.Leading leading = script.leading().get(i.code());
    List<Node> ways = new ArrayList<>();
    if (asked != null) {
      ways.add(
          way(
              i.question(),
              "practice-ask",
              new Said(model.path(), asked.words(), asked.manner(), false)));
    }
    if (leading != null) {
      Node way =
          way(
              leading.question(),
              "practice-lead",
              new Said(model.path(), leading.words(), Wording.NONE, true));
      ways.add(Math.floorMod(i.code().hashCode() / 2, 2) == 0 ? 0 : ways.size(), way);
    }
    card.getChildren().addAll(ways);
  }

  private Node way(Wording words, String id, Said said) {
    Button button = new Button(words.in(here.texts().language()));
    button.setId(id);
    button.setWrapText(true);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(Button.USE_PREF_SIZE);
    button.setOnAction(e -> say.accept(said));
    return button;
  }
}
