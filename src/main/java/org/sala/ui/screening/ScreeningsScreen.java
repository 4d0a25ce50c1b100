package org.sala.ui.screening;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.casework.todo.Tonight;
import org.sala.casework.todo.WaitingLine;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.AgeMark;
import org.sala.ui.roster.BeginScreening;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.PeopleColumns;
import org.sala.ui.roster.ScreeningTable;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** Who waits for a screening, who is held first; and the interviews that are not closed. */
public final class ScreeningsScreen implements Screen {
  /** What this screen works with. */
  public record Doing(Screenings screenings, Tonight tonight, Packages packages, People people) {}

  private final Doing doing;
  private final Clock clock;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private List<WaitingLine.Waiting> waiting = List.of();

  public ScreeningsScreen(Doing doing, Clock clock, Here here) {
    this.doing = doing;
    this.clock = clock;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    refresh();
  }

  private record Known(
      List<WaitingLine.Waiting> waiting,
      List<Screenings.Line> unfinished,
      int allUnfinished,
      Map<RecordId, RecordStates.Way> ways,
      Map<RecordId, People.PersonLine> sharing) {}

  @Override
  public void refresh() {
    line.ask(
        () -> {
          List<Screenings.Line> unfinished = doing.screenings().unfinished();
          return new Known(
              doing.tonight().waitingForScreening(),
              unfinished,
              doing.screenings().countUnfinished(),
              doing.packages().ways(unfinished.stream().map(Screenings.Line::id).toList()),
              doing.people().sharing(unfinished.stream().map(Screenings.Line::person).toList()));
        },
        this::show);
  }

  private void show(Known k) {
    waiting = k.waiting();
    Table<WaitingLine.Waiting> people =
        new Table<WaitingLine.Waiting>(
                Nodes.empty(here.t("screening.nobody"), here.t("screening.nobody.next")))
            .nodes(here.t("people.number"), 70, w -> NumberWords.node(w.person(), here.texts()))
            .nodes(here.t("screening.standing"), 270, this::standing)
            .column(
                here.t("people.language"),
                96,
                w -> PeopleColumns.languages(w.person(), here.texts()))
            .column(here.t("today.since"), 64, w -> since(w.person()))
            .nodes(
                "", 100, w -> Nodes.button(here.t("screening.verb"), "", () -> begin(w.person())))
            .enters(w -> begin(w.person()));
    people.setId("waiting-screening");
    people.setItems(FXCollections.observableArrayList(k.waiting()));
    Table<Screenings.Line> open =
        ScreeningTable.of(
            here,
            Nodes.empty(here.t("screening.none.open"), here.t("screening.none.next")),
            k.ways(),
            k.sharing());
    open.setId("unfinished");
    open.roomyBelow(440);
    open.setItems(FXCollections.observableArrayList(k.unfinished()));
    HBox body =
        new HBox(
            14,
            card("screening.waiting", count(k.waiting().size(), WaitingLine.MOST), people, 480));
    body.getChildren()
        .add(card("screening.unfinished", String.valueOf(k.allUnfinished()), open, 400));
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Nodes.header(
                "",
                here.t("nav.screening"),
                here.t(asleep() ? "screening.night" : "screening.list.below"),
                next()),
            body);
  }

  private Node next() {
    boolean night = asleep();
    var button =
        Nodes.button(
            here.t(night ? "screening.night.triage" : "screening.nextone"),
            "Ctrl Enter",
            this::goOn,
            "primary");
    button.setId("next-screening");
    button.setDisable(night ? untriaged().isEmpty() : waiting.isEmpty());
    return button;
  }

  /** What is cut is not shown as if it were all; one more than the most was asked for. */
  static String count(int n, int most) {
    return n > most ? most + "+" : String.valueOf(n);
  }

  private Node card(String title, String count, Table<?> table, double width) {
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox card =
        Nodes.card(Nodes.heading(here.t(title), new Badge(Badge.Kind.NEUTRAL, count)), table);
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setPrefWidth(width);
    return card;
  }

  private Node standing(WaitingLine.Waiting w) {
    People.PersonLine p = w.person();
    var row = Nodes.row();
    p.detainedMillis()
        .ifPresent(
            d ->
                row.getChildren()
                    .add(
                        new Badge(
                            Badge.Kind.DANGER,
                            here.t("screening.held", here.texts().ago(d, clock.millis())))));
    AgeMark.of(p, here.texts()).ifPresent(row.getChildren()::add);
    VBox all = new VBox(Nodes.line(interpreter(w), "muted", "small"), row);
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

  private String since(People.PersonLine p) {
    return p.arrivedMillis().map(a -> here.texts().ago(a, clock.millis())).orElse("");
  }

  private boolean asleep() {
    return BeginScreening.asleep(here, clock);
  }

  private Optional<WaitingLine.Waiting> untriaged() {
    return waiting.stream().filter(w -> !w.person().triageState().equals("done")).findFirst();
  }

  private String interpreter(WaitingLine.Waiting w) {
    return w.reach()
        .map(
            r ->
                w.interpreter().isEmpty()
                    ? here.t("reach." + r)
                    : w.interpreter() + " · " + here.t("reach." + r))
        .orElseGet(() -> here.t("screening.notfeasible"));
  }

  private void begin(People.PersonLine p) {
    BeginScreening.ask(here, line, doing.screenings(), p, clock);
  }

  /** The next in line: one key away. */
  @Override
  public void goOn() {
    if (asleep()) {
      untriaged().ifPresent(w -> here.navigator().go(new Place.Triage(w.person().id())));
    } else if (!waiting.isEmpty()) {
      begin(waiting.getFirst().person());
    }
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    line.close();
  }
}
