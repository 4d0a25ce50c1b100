package org.sala.ui.casepage;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;

/** What was changed in a case, the last first. */
final class HistoryPart {
  private final VBox node;

  HistoryPart(CaseKnown k, Here here) {
    VBox all = new VBox(14);
    k.history().forEach(e -> all.getChildren().add(FieldWords.entry(e, here.texts())));
    ScrollPane scroll = Nodes.side(all, 400);
    node = Nodes.card(Nodes.label(here.t("history"), "strong"), scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
  }

  VBox node() {
    return node;
  }
}
