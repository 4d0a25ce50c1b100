package org.sala.ui.casepage;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Statements;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.transit.StateBadge;

/** What people of this case have said, by number; additions stand with what they add to. */
final class StatementsPart {
  private final VBox node;

  StatementsPart(CaseKnown k, Here here, Runnable begin) {
    Table<Statements.Line> table =
        new Table<Statements.Line>(
                Nodes.empty(here.t("statement.none"), here.t("statement.none.next")))
            .column(here.t("statement.number"), 90, Statements.Line::number, "mono");
    NumberWords.column(
        table, Statements.Line::personNumber, Statements.Line::person, k.sharing(), here.texts());
    table
        .nodes(here.t("screening.state"), 220, s -> state(s, k, here))
        .column(
            here.t("people.language"),
            110,
            s -> s.language().isEmpty() ? "" : here.texts().code("lang", s.language()))
        .column(here.t("statement.began"), 150, s -> s.began().map(here.texts()::date).orElse(""))
        .column(here.t("statement.officer"), 160, Statements.Line::officer)
        .opens(s -> here.navigator().go(new Place.OneStatement(s.id())));
    table.setId("statements");
    table.setItems(FXCollections.observableArrayList(k.statements()));
    VBox.setVgrow(table, Priority.ALWAYS);
    node =
        Nodes.card(
            Nodes.row(
                Nodes.label(here.t("statement.title.many"), "strong"),
                Nodes.spring(),
                Nodes.button(here.t("statement.begin"), "Ctrl N", begin)),
            table);
    VBox.setVgrow(node, Priority.ALWAYS);
  }

  private static Node state(Statements.Line s, CaseKnown k, Here here) {
    Badge.Kind kind =
        switch (s.state()) {
          case OPEN -> Badge.Kind.WARNING;
          case READ_BACK -> Badge.Kind.INFO;
          case CLOSED -> Badge.Kind.OK;
        };
    var row = Nodes.row(new Badge(kind, here.texts().code("statementState", s.state().name())));
    k.statements().stream()
        .filter(first -> s.addsTo().filter(first.id()::equals).isPresent())
        .findFirst()
        .ifPresent(
            first ->
                row.getChildren()
                    .add(Nodes.line(here.t("statement.addsto.short", first.number()), "muted")));
    if (s.disputes() > 0) {
      row.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("versions", s.disputes())));
    }
    return StateBadge.under(row, k.ways(), s.id(), here);
  }

  VBox node() {
    return node;
  }
}
