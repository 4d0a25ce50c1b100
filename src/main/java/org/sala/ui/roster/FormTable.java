package org.sala.ui.roster;

import java.util.Map;
import javafx.scene.Node;
import org.sala.casework.forms.Forms;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.transit.StateBadge;

/** The columns of a list of filled forms: by number, which form, since when. */
public final class FormTable {
  private FormTable() {}

  /**
   * Makes the table.
   *
   * @param ways how far each is on its way to headquarters; nothing where that is not asked
   * @param sharing who of them wears a number that somebody else wears
   */
  public static Table<Forms.Line> of(
      Here here,
      Node placeholder,
      Map<RecordId, RecordStates.Way> ways,
      Map<RecordId, People.PersonLine> sharing) {
    Table<Forms.Line> table = new Table<>(placeholder);
    NumberWords.column(table, Forms.Line::number, Forms.Line::person, sharing, here.texts());
    return table
        .column(here.t("forms.which"), 240, f -> title(f, here))
        .nodes(here.t("screening.state"), 170, f -> state(f, ways, here))
        .column(
            here.t("screening.begun"), 150, f -> f.beganMillis().map(here.texts()::date).orElse(""))
        .opens(f -> here.navigator().go(new Place.Filling(f.id())));
  }

  private static Node state(Forms.Line f, Map<RecordId, RecordStates.Way> ways, Here here) {
    var row =
        Nodes.row(
            new Badge(
                f.closed() ? Badge.Kind.NEUTRAL : Badge.Kind.INFO,
                here.t(f.closed() ? "forms.closed" : "forms.open")));
    if (f.disputes() > 0) {
      row.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("versions", f.disputes())));
    }
    return StateBadge.under(row, ways, f.id(), here);
  }

  /** What a form is called: one that comes with Sala in the officer's language. */
  public static String title(Forms.Line f, Here here) {
    return f.title().isEmpty() ? here.texts().code("catalogue", f.form()) : f.title();
  }
}
