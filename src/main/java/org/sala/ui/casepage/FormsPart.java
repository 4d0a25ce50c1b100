package org.sala.ui.casepage;

import javafx.collections.FXCollections;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.Forms;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.FormTable;
import org.sala.ui.route.Here;

/** The forms that were filled in with the people in a case. */
final class FormsPart {
  private final VBox node;

  FormsPart(CaseKnown k, Here here) {
    Table<Forms.Line> table =
        FormTable.of(here, Nodes.empty(here.t("case.noforms"), here.t("case.noforms.next")));
    table.setItems(FXCollections.observableArrayList(k.forms()));
    VBox.setVgrow(table, Priority.ALWAYS);
    node = Nodes.card(table);
    VBox.setVgrow(node, Priority.ALWAYS);
  }

  VBox node() {
    return node;
  }
}
