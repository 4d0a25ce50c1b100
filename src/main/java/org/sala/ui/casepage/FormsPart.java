package org.sala.ui.casepage;

import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.forms.Forms;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.ColumnChoice;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.BeginForm;
import org.sala.ui.roster.FormTable;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.RememberedColumns;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;

/** The forms that were filled in with the people in a case. */
final class FormsPart {
  private final VBox node;

  /**
   * @param begin begins a form with somebody who is in the case
   */
  FormsPart(CaseKnown k, BeginForm begin, RememberedColumns remembered, Here here) {
    Table<Forms.Line> table =
        remembered
            .on(
                new Table<>(Nodes.empty(here.t("case.noforms"), here.t("case.noforms.next"))),
                "case-forms",
                FormTable.columns(here, k.ways(), k.sharing()))
            .opens(f -> here.navigator().go(new Place.Filling(f.id())))
            .shows(k.forms());
    VBox.setVgrow(table, Priority.ALWAYS);
    ColumnChoice columns = remembered.choice(table, here);
    HBox head =
        Nodes.row(Nodes.label(here.t("forms.title"), "strong"), Nodes.spring(), columns.button());
    node = Nodes.card(head, columns.bar(), table);
    if (!k.people().isEmpty()) {
      Choice person =
          Choice.among(
              k.people().stream().map(p -> p.id().toString()).toList(),
              id -> number(k, id, here),
              here.t("choose.one"));
      person.setId("form-person");
      person.setAccessibleText(here.t("people.number"));
      Button button =
          Nodes.button(
              here.t("forms.begin"),
              "",
              () ->
                  k.people().stream()
                      .filter(p -> p.id().toString().equals(person.getValue()))
                      .findFirst()
                      .ifPresent(p -> begin.ask(p, Map.of(k.line().id(), k.line().number()))));
      button.setId("form-begin");
      button.disableProperty().bind(person.valueProperty().isEqualTo(""));
      head.getChildren().addAll(Nodes.line(here.t("forms.with"), "muted"), person, button);
    }
    VBox.setVgrow(node, Priority.ALWAYS);
  }

  private static String number(CaseKnown k, String id, Here here) {
    return k.people().stream()
        .filter(p -> p.id().toString().equals(id))
        .map(p -> NumberWords.of(p, here.texts()))
        .findFirst()
        .orElse("");
  }

  VBox node() {
    return node;
  }
}
