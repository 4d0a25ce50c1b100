package org.sala.ui.screening;

import java.time.Clock;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.People;
import org.sala.casework.Screenings;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.AgeMark;
import org.sala.ui.roster.BeginScreening;
import org.sala.ui.roster.PeopleColumns;
import org.sala.ui.roster.ScreeningTable;
import org.sala.ui.route.Here;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** Who waits for a screening, who is held first; and the interviews that are not closed. */
public final class ScreeningsScreen implements Screen {
  private static final int MOST = 500;

  /** What this screen works with. */
  public record Doing(Screenings screenings, People people) {}

  private final Doing doing;
  private final Clock clock;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private List<People.PersonLine> waiting = List.of();

  public ScreeningsScreen(Doing doing, Clock clock, Here here) {
    this.doing = doing;
    this.clock = clock;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    refresh();
  }

  private record Known(List<People.PersonLine> waiting, List<Screenings.Line> unfinished) {}

  @Override
  public void refresh() {
    line.ask(
        () -> new Known(doing.people().waitingForScreening(MOST), doing.screenings().unfinished()),
        this::show);
  }

  private void show(Known k) {
    waiting = k.waiting();
    Table<People.PersonLine> people =
        new Table<People.PersonLine>(
                Nodes.empty(here.t("screening.nobody"), here.t("screening.nobody.next")))
            .column(here.t("people.number"), 70, People.PersonLine::wristband, "mono")
            .nodes(here.t("screening.standing"), 200, this::standing)
            .column(here.t("people.language"), 110, p -> PeopleColumns.languages(p, here.texts()))
            .column(here.t("today.since"), 70, this::since)
            .nodes("", 110, p -> Nodes.button(here.t("screening.verb"), "", () -> begin(p)));
    people.setId("waiting-screening");
    people.setItems(FXCollections.observableArrayList(k.waiting()));
    Table<Screenings.Line> open =
        ScreeningTable.of(
            here, Nodes.empty(here.t("screening.none.open"), here.t("screening.nobody.next")));
    open.setId("unfinished");
    open.setItems(FXCollections.observableArrayList(k.unfinished()));
    HBox body = new HBox(14, card("screening.waiting", k.waiting().size(), people));
    body.getChildren().add(card("screening.unfinished", k.unfinished().size(), open));
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Nodes.header("", here.t("nav.screening"), here.t("screening.list.below"), next()),
            body);
  }

  private Node next() {
    var button = Nodes.button(here.t("screening.nextone"), "Ctrl Enter", this::goOn, "primary");
    button.setDisable(waiting.isEmpty());
    return button;
  }

  private Node card(String title, int count, Table<?> table) {
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox card =
        Nodes.card(
            Nodes.row(
                Nodes.line(here.t(title), "strong"),
                new Badge(Badge.Kind.NEUTRAL, String.valueOf(count))),
            table);
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setPrefWidth(400);
    return card;
  }

  private Node standing(People.PersonLine p) {
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
    if (!p.triageState().equals("done")) {
      row.getChildren().add(Nodes.line(here.t("screening.nottriaged"), "muted"));
    }
    return row;
  }

  private String since(People.PersonLine p) {
    return p.arrivedMillis().map(a -> here.texts().ago(a, clock.millis())).orElse("");
  }

  private void begin(People.PersonLine p) {
    BeginScreening.ask(here, line, doing.screenings(), p);
  }

  /** The next in line: one key away. */
  @Override
  public void goOn() {
    if (!waiting.isEmpty()) {
      begin(waiting.getFirst());
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
