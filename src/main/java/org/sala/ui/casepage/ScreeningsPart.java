package org.sala.ui.casepage;

import javafx.collections.FXCollections;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.ScreeningTable;
import org.sala.ui.route.Here;

/** The screenings of the people in a case. */
final class ScreeningsPart {
  private final VBox node;

  ScreeningsPart(CaseKnown k, Here here) {
    Table<ScreeningTable.Row> table =
        new Table<ScreeningTable.Row>(
                Nodes.empty(here.t("case.noscreening"), here.t("case.noscreening.next")))
            .columns(ScreeningTable.columns(k.sharing().isEmpty() ? 80 : NumberWords.APART, here))
            .opens(r -> ScreeningTable.open(r, here));
    table.setItems(
        FXCollections.observableArrayList(
            ScreeningTable.rows(k.screenings(), k.ways(), k.sharing())));
    VBox.setVgrow(table, Priority.ALWAYS);
    node = Nodes.card(table);
    VBox.setVgrow(node, Priority.ALWAYS);
  }

  VBox node() {
    return node;
  }
}
