package org.sala.ui.people;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;

/** Whether there is a dossier for not punishing the person; what stands in it is a step away. */
final class DossierCard {
  private DossierCard() {}

  static VBox of(PersonKnown k, Here here) {
    Button open =
        Nodes.button(
            here.t(k.dossier() ? "open" : "dossier.open"),
            "",
            () -> here.navigator().go(new Place.OneDossier(k.line().id())));
    open.setId("dossier");
    return Nodes.card(
        Nodes.label(here.t("dossier.title"), "strong"),
        Nodes.label(here.t(k.dossier() ? "dossier.there" : "dossier.none"), "muted"),
        Nodes.row(open));
  }
}
