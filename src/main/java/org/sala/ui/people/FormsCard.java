package org.sala.ui.people;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.forms.Forms;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.BeginForm;
import org.sala.ui.roster.FormTable;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.transit.StateBadge;

/** The forms that were filled in with a person, and the way into a new one. */
final class FormsCard {
  private FormsCard() {}

  /**
   * @param history the way to what became of all of them
   */
  static VBox of(PersonKnown k, BeginForm begin, Node history, Here here) {
    VBox card = Nodes.card(Nodes.label(here.t("forms.title"), "strong"));
    if (k.forms().isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("forms.none"), "muted"));
    }
    k.forms()
        .forEach(
            f ->
                card.getChildren()
                    .add(
                        Nodes.row(
                            words(f, k, here),
                            Nodes.button(
                                here.t("open"),
                                "",
                                () -> here.navigator().go(new Place.Filling(f.id()))))));
    Map<RecordId, String> cases = new LinkedHashMap<>();
    k.parts().forEach(p -> cases.put(p.caseId(), p.caseNumber()));
    Button button = Nodes.button(here.t("forms.begin"), "", () -> begin.ask(k.line(), cases));
    button.setId("form-begin");
    var ways = Nodes.row(button);
    if (!k.forms().isEmpty()) {
      ways.getChildren().add(history);
    }
    card.getChildren().add(ways);
    return card;
  }

  /** Returns a form's words: its name is read whole, how far it is stands below. */
  private static VBox words(Forms.Line f, PersonKnown k, Here here) {
    VBox words =
        new VBox(
            1,
            Nodes.label(FormTable.title(f, here)),
            Nodes.label(here.t(f.closed() ? "forms.closed" : "forms.open"), "muted", "small"));
    StateBadge.below(k.ways(), f.id(), here).ifPresent(words.getChildren()::add);
    HBox.setHgrow(words, Priority.ALWAYS);
    return words;
  }
}
