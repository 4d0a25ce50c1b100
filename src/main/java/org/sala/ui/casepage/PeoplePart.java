package org.sala.ui.casepage;

import javafx.collections.FXCollections;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.People;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.PeopleColumns;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;

/** The people of a case, by number. */
final class PeoplePart {
  private final VBox node;

  PeoplePart(CaseKnown k, Here here, Runnable add) {
    Table<People.PersonLine> table =
        PeopleColumns.table(
                here.texts(), Nodes.empty(here.t("case.nobody"), here.t("case.nobody.next")))
            .opens(p -> here.navigator().go(new Place.OnePerson(p.id())));
    table.setItems(FXCollections.observableArrayList(k.people()));
    table.setId("case-people");
    VBox.setVgrow(table, Priority.ALWAYS);
    node =
        Nodes.card(
            Nodes.row(
                Nodes.label(here.t("nav.people.in"), "strong"),
                Nodes.spring(),
                Nodes.button(here.t("case.add"), "Ctrl N", add)),
            table);
    VBox.setVgrow(node, Priority.ALWAYS);
  }

  VBox node() {
    return node;
  }
}
