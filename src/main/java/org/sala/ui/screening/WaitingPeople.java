package org.sala.ui.screening;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.sala.casework.people.People;
import org.sala.casework.todo.WaitingLine;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AgeMark;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.PeopleColumns;
import org.sala.ui.route.Here;

/** The columns of who waits for a screening; as they are called where nothing else is chosen. */
final class WaitingPeople {
  private final Here here;
  private final Consumer<People.PersonLine> begins;

  WaitingPeople(Here here, Consumer<People.PersonLine> begins) {
    this.here = here;
    this.begins = begins;
  }

  /**
   * One who waits.
   *
   * @param now the minute, in milliseconds, in which it is said how long: in the next one the row
   *     is another
   */
  record Row(WaitingLine.Waiting waiting, long now) {
    People.PersonLine person() {
      return waiting.person();
    }

    RecordId id() {
      return person().id();
    }

    @Override
    public String toString() {
      return "Row[" + person().id() + "]";
    }
  }

  static List<Row> rows(List<WaitingLine.Waiting> waiting, Clock clock) {
    long minute = Duration.ofMinutes(1).toMillis();
    long now = clock.millis() / minute * minute;
    return waiting.stream().map(w -> new Row(w, now)).toList();
  }

  List<Column<Row>> columns() {
    return List.of(
        Column.<Row>nodes(
                "number",
                here.t("people.number"),
                92,
                r -> NumberWords.node(r.person(), here.texts()))
            .sortedBy("number"),
        Column.nodes("standing", here.t("screening.standing"), 240, this::standing),
        Column.<Row>words("language", here.t("people.language"), 96, this::languages)
            .sortedBy("language"),
        Column.<Row>words("since", here.t("today.since"), 64, this::since).sortedBy("since"),
        Column.nodes("step", here.t("screening.step"), 116, this::verb));
  }

  Map<String, Comparator<Row>> orders() {
    return Map.of(
        "number", Comparator.comparing(r -> r.person().wristband()),
        "language", Comparator.comparing(this::languages),
        "since", Comparator.comparing(r -> r.person().arrivedMillis().orElse(Long.MAX_VALUE)));
  }

  /** Returns everything of a row that can be looked for. */
  String words(Row r) {
    return String.join(
        " ", NumberWords.named(r.person(), here.texts()), languages(r), interpreter(r));
  }

  private String languages(Row r) {
    return PeopleColumns.languages(r.person(), here.texts());
  }

  private String since(Row r) {
    return r.person().arrivedMillis().map(a -> here.texts().ago(a, r.now())).orElse("");
  }

  private Node verb(Row r) {
    Button verb = Nodes.button(here.t("screening.verb"), "", () -> begins.accept(r.person()));
    // The row below it does the same: once is enough.
    verb.setOnMouseClicked(MouseEvent::consume);
    return verb;
  }

  private Node standing(Row r) {
    People.PersonLine p = r.person();
    var row = Nodes.row();
    p.detainedMillis()
        .ifPresent(
            d ->
                row.getChildren()
                    .add(
                        new Badge(
                            Badge.Kind.DANGER,
                            here.t("screening.held", here.texts().ago(d, r.now())))));
    AgeMark.of(p, here.texts()).ifPresent(row.getChildren()::add);
    VBox all = new VBox(Nodes.line(interpreter(r), "muted", "small"), row);
    if (!p.triageState().equals("done")) {
      // Two badges fill the row; words that end in dots after them say nothing.
      (row.getChildren().size() > 1 ? all : row)
          .getChildren()
          .add(Nodes.line(here.t("screening.nottriaged"), "muted", "small"));
    }
    row.setManaged(!row.getChildren().isEmpty());
    all.setAlignment(Pos.CENTER_LEFT);
    return all;
  }

  private String interpreter(Row r) {
    WaitingLine.Waiting w = r.waiting();
    return w.reach()
        .map(
            reach ->
                w.interpreter().isEmpty()
                    ? here.t("reach." + reach)
                    : w.interpreter() + " · " + here.t("reach." + reach))
        .orElseGet(() -> here.t("screening.notfeasible"));
  }
}
