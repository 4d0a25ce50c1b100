package org.sala.ui.people;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Also;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AlsoWords;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;

/** Under which numbers a person is known as well, and whether there may be more. */
final class SameCard {
  private SameCard() {}

  static VBox of(PersonKnown k, CameOutForm told, Here here) {
    Button look =
        Nodes.button(
            here.t("same.look", k.alike()),
            "",
            () -> here.navigator().go(new Place.SamePerson(Optional.of(k.line().id()))));
    look.setId("same-look");
    VBox card =
        Nodes.card(Nodes.row(Nodes.label(here.t("same.title"), "strong"), Nodes.spring(), look));
    if (k.line().also().isEmpty() && k.alike() == 0 && k.toldOf().isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("same.nothing"), "muted"));
    }
    for (Also a : k.line().also()) {
      card.getChildren()
          .add(
              Nodes.row(
                  Nodes.label(AlsoWords.full(a, here.texts())),
                  Nodes.spring(),
                  Nodes.button(
                      here.t("open"),
                      "",
                      () -> here.navigator().go(new Place.OnePerson(a.person())))));
      if (a.possiblyChild()) {
        card.getChildren().add(new Badge(Badge.Kind.DANGER, here.t("same.also.child")));
      }
    }
    card.getChildren().addAll(told.nodes(k));
    return card;
  }
}
