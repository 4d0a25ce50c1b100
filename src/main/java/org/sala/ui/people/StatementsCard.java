package org.sala.ui.people;

import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Statements;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.transit.StateBadge;

/** The statements of a person, in all cases. */
final class StatementsCard {
  private StatementsCard() {}

  static VBox of(PersonKnown k, Here here) {
    VBox card = Nodes.card(Nodes.label(here.t("statement.title.many"), "strong"));
    if (k.statements().isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("person.nostatement"), "muted"));
    }
    for (Statements.Line s : k.statements()) {
      HBox row =
          Nodes.row(
              Nodes.line(s.number(), "mono"),
              Nodes.line(here.texts().code("statementState", s.state().name()), "muted"));
      if (s.disputes() > 0) {
        row.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("versions", s.disputes())));
      }
      row.getChildren()
          .addAll(
              Nodes.spring(),
              Nodes.button(
                  here.t("open"), "", () -> here.navigator().go(new Place.OneStatement(s.id()))));
      card.getChildren().add(row);
      StateBadge.below(k.ways(), s.id(), here).ifPresent(card.getChildren()::add);
    }
    return card;
  }
}
