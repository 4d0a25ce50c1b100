package org.sala.ui.roster;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import org.sala.casework.forms.Forms;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.Columns;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.transit.StateBadge;

/** The columns of a list of filled forms: by number, which form, since when. */
public final class FormTable {
  private FormTable() {}

  /**
   * Returns the columns.
   *
   * @param ways how far each is on its way to headquarters; nothing where that is not asked
   * @param sharing who of them wears a number that somebody else wears
   */
  public static Columns<Forms.Line> columns(
      Here here, Map<RecordId, RecordStates.Way> ways, Map<RecordId, People.PersonLine> sharing) {
    return new Columns<>(
        List.of(
            NumberWords.column(Forms.Line::number, Forms.Line::person, sharing, here.texts())
                .sortedBy("number"),
            Column.<Forms.Line>words("form", here.t("forms.which"), 240, f -> title(f, here))
                .sortedBy("form"),
            Column.<Forms.Line>nodes(
                    "state", here.t("screening.state"), 170, f -> state(f, ways, here))
                .sortedBy("state"),
            Column.<Forms.Line>words(
                    "begun",
                    here.t("screening.begun"),
                    150,
                    f -> f.beganMillis().map(here.texts()::date).orElse(""))
                .sortedBy("begun")),
        Map.of(
            "number", Comparator.comparing(Forms.Line::number),
            "form", Comparator.comparing(f -> title(f, here)),
            "state", Comparator.comparing(Forms.Line::closed),
            "begun", Comparator.comparingLong(f -> f.beganMillis().orElse(Long.MAX_VALUE))));
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
