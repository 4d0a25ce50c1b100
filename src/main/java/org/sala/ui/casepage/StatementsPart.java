package org.sala.ui.casepage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Statements;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.ColumnChoice;
import org.sala.ui.kit.Columns;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.RememberedColumns;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.transit.StateBadge;

/** What people of this case have said, by number; additions stand with what they add to. */
final class StatementsPart {
  private final VBox node;

  StatementsPart(CaseKnown k, RememberedColumns remembered, Here here, Runnable begin) {
    Table<Statements.Line> table =
        remembered
            .on(
                new Table<>(Nodes.empty(here.t("statement.none"), here.t("statement.none.next"))),
                "statements",
                columns(k, here))
            .opens(s -> here.navigator().go(new Place.OneStatement(s.id())))
            .shows(k.statements());
    VBox.setVgrow(table, Priority.ALWAYS);
    ColumnChoice choice = remembered.choice(table, here);
    node =
        Nodes.card(
            Nodes.row(
                Nodes.label(here.t("statement.title.many"), "strong"),
                Nodes.spring(),
                choice.button(),
                Nodes.button(here.t("statement.begin"), "Ctrl N", begin)),
            choice.bar(),
            table);
    VBox.setVgrow(node, Priority.ALWAYS);
  }

  private static Columns<Statements.Line> columns(CaseKnown k, Here here) {
    return new Columns<>(
        List.of(
            Column.words(
                    "statement", here.t("statement.number"), 90, Statements.Line::number, "mono")
                .sortedBy("statement"),
            NumberWords.column(
                    Statements.Line::personNumber,
                    Statements.Line::person,
                    k.sharing(),
                    here.texts())
                .sortedBy("number"),
            Column.<Statements.Line>nodes(
                    "state", here.t("screening.state"), 220, s -> state(s, k, here))
                .sortedBy("state"),
            Column.<Statements.Line>words(
                    "language", here.t("people.language"), 110, s -> language(s, here))
                .sortedBy("language"),
            Column.<Statements.Line>words(
                    "began",
                    here.t("statement.began"),
                    150,
                    s -> s.began().map(here.texts()::date).orElse(""))
                .sortedBy("began"),
            Column.words("officer", here.t("statement.officer"), 160, Statements.Line::officer)
                .sortedBy("officer")),
        Map.of(
            "statement", Comparator.comparing(Statements.Line::number),
            "number", Comparator.comparing(Statements.Line::personNumber),
            "state", Comparator.comparing(Statements.Line::state),
            "language", Comparator.comparing(s -> language(s, here)),
            "began",
                Comparator.comparingLong(
                    s -> s.began().map(at -> at.instant().toEpochMilli()).orElse(Long.MAX_VALUE)),
            "officer", Comparator.comparing(Statements.Line::officer)));
  }

  private static String language(Statements.Line s, Here here) {
    return s.language().isEmpty() ? "" : here.texts().code("lang", s.language());
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
