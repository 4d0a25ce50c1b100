package org.sala.ui.casepage;

import javafx.collections.FXCollections;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Screenings;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.ScreeningTable;
import org.sala.ui.route.Here;

/** The screenings of the people in a case. */
final class ScreeningsPart {
  private final VBox node;

  ScreeningsPart(CaseKnown k, Here here) {
    Table<Screenings.Line> table =
        ScreeningTable.of(
            here,
            Nodes.empty(here.t("case.noscreening"), here.t("case.noscreening.next")),
            k.ways(),
            k.sharing());
    table.setItems(FXCollections.observableArrayList(k.screenings()));
    VBox.setVgrow(table, Priority.ALWAYS);
    node = Nodes.card(table);
    VBox.setVgrow(node, Priority.ALWAYS);
  }

  VBox node() {
    return node;
  }
}
