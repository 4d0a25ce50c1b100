package org.sala.ui.people;

import java.time.Clock;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Screenings;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.BeginScreening;
import org.sala.ui.roster.ScreeningTable;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.transit.StateBadge;
import org.sala.ui.work.Work;

/** The screenings of a person, and the way into a new one. */
final class ScreeningsCard {
  private ScreeningsCard() {}

  static VBox of(PersonKnown k, Screenings screenings, Clock clock, Here here, Work.Line line) {
    VBox card = Nodes.card(Nodes.label(here.t("nav.screening"), "strong"));
    if (k.screenings().isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("person.noscreening"), "muted"));
    }
    for (Screenings.Line s : k.screenings()) {
      card.getChildren()
          .add(
              Nodes.row(
                  Nodes.line(s.beganMillis().map(here.texts()::date).orElse("")),
                  Nodes.line(here.texts().code("screeningState", s.state().name()), "muted"),
                  Nodes.spring(),
                  Nodes.button(
                      here.t("open"), "", () -> here.navigator().go(ScreeningTable.placeOf(s)))));
      StateBadge.below(k.ways(), s.id(), here).ifPresent(card.getChildren()::add);
    }
    if (k.screenings().size() > 1) {
      card.getChildren().add(Nodes.row(sideBySide(k, here)));
    }
    Button begin =
        Nodes.button(
            here.t("screening.begin"),
            "",
            () -> BeginScreening.ask(here, line, screenings, k.line(), clock));
    begin.setId("screening-begin");
    card.getChildren().add(Nodes.row(begin));
    return card;
  }

  /** The first screening beside the last: two accounts, question by question. */
  private static Button sideBySide(PersonKnown k, Here here) {
    Button button =
        Nodes.button(
            here.t("two.verb"),
            "",
            () ->
                here.navigator()
                    .go(
                        new Place.TwoScreenings(
                            k.screenings().getFirst().id(), k.screenings().getLast().id())));
    button.setId("side-by-side");
    return button;
  }
}
