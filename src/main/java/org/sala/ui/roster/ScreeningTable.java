package org.sala.ui.roster;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.transit.StateBadge;

/** The columns of a list of screenings: by number, how far, since when. No result stands here. */
public final class ScreeningTable {
  private ScreeningTable() {}

  /**
   * A screening, and what is known around it.
   *
   * @param way how far it is on its way to headquarters; empty where that is not asked
   * @param wearer whose it is, where somebody else wears the same number
   */
  public record Row(
      Screenings.Line line, Optional<RecordStates.Way> way, Optional<People.PersonLine> wearer) {
    @Override
    public String toString() {
      return "Row[" + line.id() + "]";
    }
  }

  /**
   * Returns the rows of some screenings.
   *
   * @param ways how far each is on its way to headquarters; nothing where that is not asked
   * @param sharing who of them wears a number that somebody else wears
   */
  public static List<Row> rows(
      List<Screenings.Line> lines,
      Map<RecordId, RecordStates.Way> ways,
      Map<RecordId, People.PersonLine> sharing) {
    return lines.stream()
        .map(
            l ->
                new Row(
                    l,
                    Optional.ofNullable(ways.get(l.id())),
                    Optional.ofNullable(sharing.get(l.person()))))
        .toList();
  }

  /**
   * Returns the columns.
   *
   * @param number the width of the number; where two wear one, what tells them apart is below it
   */
  public static List<Column<Row>> columns(double number, Here here) {
    return List.of(
        NumberWords.column(number, (Row r) -> r.line().number(), Row::wearer, here.texts())
            .sortedBy("number"),
        Column.<Row>words("form", here.t("forms.which"), 172, r -> form(r, here)).sortedBy("form"),
        Column.<Row>nodes("state", here.t("screening.state"), 168, r -> state(r, here))
            .sortedBy("state"),
        Column.<Row>words("begun", here.t("screening.begun"), 128, r -> begun(r, here))
            .sortedBy("begun"));
  }

  /** Returns the orders that the columns can be sorted by. */
  public static Map<String, Comparator<Row>> orders(Here here) {
    return Map.of(
        "number", Comparator.comparing(r -> r.line().number()),
        "state", Comparator.comparing(r -> r.line().state()),
        "form", Comparator.comparing(r -> title(r, here)),
        "begun", Comparator.comparingLong(r -> r.line().beganMillis().orElse(Long.MAX_VALUE)));
  }

  /** Returns everything of a row that can be looked for. */
  public static String words(Row r, Here here) {
    return String.join(
        " ",
        r.line().number(),
        r.wearer().flatMap(p -> NumberWords.apart(p, here.texts())).orElse(""),
        title(r, here),
        stateWords(r, here),
        r.way().map(w -> StateBadge.words(w, here)).orElse(""),
        begun(r, here));
  }

  /** Opens what a row shows. */
  public static void open(Row r, Here here) {
    here.navigator().go(placeOf(r.line()));
  }

  /** Which form it is, and how far it was told. */
  private static String form(Row r, Here here) {
    return title(r, here) + " · " + progress(r, here);
  }

  private static String title(Row r, Here here) {
    return here.texts().code("catalogue", r.line().form());
  }

  private static String progress(Row r, Here here) {
    Screenings.Line line = r.line();
    return line.sections() > 0 && line.sections() <= line.parts()
        ? here.t("screening.progress.all", line.sections(), line.parts())
        : here.t("screening.progress.of", line.sections());
  }

  /** Returns the verb of one that has begun; the row does the same. */
  private static Node goOn(Row r, Here here) {
    Button verb = Nodes.button(here.t("screening.goon"), "", () -> open(r, here), "plain");
    verb.setOnMouseClicked(MouseEvent::consume);
    return verb;
  }

  private static String begun(Row r, Here here) {
    return r.line().beganMillis().map(here.texts()::date).orElse("");
  }

  private static String stateWords(Row r, Here here) {
    return here.texts().code("screeningState", r.line().state().name());
  }

  private static Node state(Row r, Here here) {
    Badge.Kind kind =
        switch (r.line().state()) {
          case OPEN, REVIEW -> Badge.Kind.INFO;
          case PAUSED, STOPPED -> Badge.Kind.WARNING;
          case CLOSED -> Badge.Kind.NEUTRAL;
        };
    var row = Nodes.row(new Badge(kind, stateWords(r, here)));
    if (placeOf(r.line()) instanceof Place.Interview) {
      row.getChildren().add(goOn(r, here));
    }
    if (r.line().disputes() > 0) {
      row.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("versions", r.line().disputes())));
    }
    return StateBadge.under(row, r.way(), here);
  }

  /** Where a screening goes on: in the interview, or at its review. */
  public static Place placeOf(Screenings.Line s) {
    return switch (s.state()) {
      case OPEN, PAUSED, STOPPED -> new Place.Interview(s.id());
      case REVIEW, CLOSED -> new Place.Review(s.id());
    };
  }
}
