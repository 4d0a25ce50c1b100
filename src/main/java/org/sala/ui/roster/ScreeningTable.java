package org.sala.ui.roster;

import java.util.Map;
import javafx.scene.Node;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.transit.StateBadge;

/** The columns of a list of screenings: by number, how far, since when. No result stands here. */
public final class ScreeningTable {
  private ScreeningTable() {}

  /**
   * Makes the table.
   *
   * @param ways how far each is on its way to headquarters; nothing where that is not asked
   * @param sharing who of them wears a number that somebody else wears
   */
  public static Table<Screenings.Line> of(
      Here here,
      Node placeholder,
      Map<RecordId, RecordStates.Way> ways,
      Map<RecordId, People.PersonLine> sharing) {
    Table<Screenings.Line> table = new Table<>(placeholder);
    NumberWords.column(
        table, Screenings.Line::number, Screenings.Line::person, sharing, here.texts());
    return table
        .nodes(here.t("screening.state"), 220, s -> state(s, ways, here))
        .column(
            here.t("screening.progress"), 96, s -> here.t("screening.progress.of", s.sections()))
        .column(
            here.t("screening.begun"), 124, s -> s.beganMillis().map(here.texts()::date).orElse(""))
        .opens(s -> here.navigator().go(placeOf(s)));
  }

  private static Node state(Screenings.Line s, Map<RecordId, RecordStates.Way> ways, Here here) {
    Badge.Kind kind =
        switch (s.state()) {
          case OPEN, REVIEW -> Badge.Kind.INFO;
          case PAUSED, STOPPED -> Badge.Kind.WARNING;
          case CLOSED -> Badge.Kind.NEUTRAL;
        };
    var row = Nodes.row(new Badge(kind, here.texts().code("screeningState", s.state().name())));
    if (s.disputes() > 0) {
      row.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("versions", s.disputes())));
    }
    return StateBadge.under(row, ways, s.id(), here);
  }

  /** Where a screening goes on: in the interview, or at its review. */
  public static Place placeOf(Screenings.Line s) {
    return switch (s.state()) {
      case OPEN, PAUSED, STOPPED -> new Place.Interview(s.id());
      case REVIEW, CLOSED -> new Place.Review(s.id());
    };
  }
}
