package org.sala.ui.casepage;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.ColumnChoice;
import org.sala.ui.kit.Columns;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.RememberedColumns;
import org.sala.ui.roster.ScreeningTable;
import org.sala.ui.route.Here;

/** The screenings of the people in a case. */
final class ScreeningsPart {
  private final VBox node;

  ScreeningsPart(CaseKnown k, RememberedColumns remembered, Here here) {
    double number = k.sharing().isEmpty() ? 80 : NumberWords.APART;
    Table<ScreeningTable.Row> table =
        remembered
            .on(
                new Table<>(
                    Nodes.empty(here.t("case.noscreening"), here.t("case.noscreening.next"))),
                "case-screenings",
                new Columns<>(ScreeningTable.columns(number, here), ScreeningTable.orders(here)))
            .opens(r -> ScreeningTable.open(r, here))
            .shows(ScreeningTable.rows(k.screenings(), k.ways(), k.sharing()));
    VBox.setVgrow(table, Priority.ALWAYS);
    ColumnChoice columns = remembered.choice(table, here);
    node =
        Nodes.card(
            Nodes.row(
                Nodes.label(here.t("nav.screening"), "strong"), Nodes.spring(), columns.button()),
            columns.bar(),
            table);
    VBox.setVgrow(node, Priority.ALWAYS);
  }

  VBox node() {
    return node;
  }
}
