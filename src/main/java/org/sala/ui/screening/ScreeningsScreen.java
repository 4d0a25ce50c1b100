package org.sala.ui.screening;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.Packages;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Preferences;
import org.sala.casework.todo.Tonight;
import org.sala.casework.todo.WaitingLine;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.BeginScreening;
import org.sala.ui.roster.Listed;
import org.sala.ui.roster.RowsInMemory;
import org.sala.ui.roster.ScreeningTable;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** Who waits for a screening, who is held first; and the interviews that are not closed. */
public final class ScreeningsScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      Screenings screenings,
      Tonight tonight,
      Packages packages,
      People people,
      Preferences preferences) {}

  private final Doing doing;
  private final Clock clock;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final Button next = Nodes.button("", "Ctrl Enter", this::goOn, "primary");
  private final Label allWaiting = new Badge(Badge.Kind.NEUTRAL, "");
  private final Label allUnfinished = new Badge(Badge.Kind.NEUTRAL, "");
  private final RowsInMemory<WaitingPeople.Row> waitingRows;
  private final RowsInMemory<ScreeningTable.Row> unfinishedRows;
  private final LongList<WaitingPeople.Row> people;
  private final LongList<ScreeningTable.Row> unfinished;
  private List<WaitingPeople.Row> waiting = List.of();
  private boolean night;

  public ScreeningsScreen(Doing doing, Clock clock, Here here) {
    this.doing = doing;
    this.clock = clock;
    this.here = here;
    this.line = here.work().line();
    WaitingPeople columns = new WaitingPeople(here, this::begin);
    this.waitingRows =
        new RowsInMemory<>(
            () -> WaitingPeople.rows(doing.tonight().waitingForScreening(), clock),
            columns::words,
            columns.orders());
    this.unfinishedRows =
        new RowsInMemory<>(
            this::readUnfinished, r -> ScreeningTable.words(r, here), ScreeningTable.orders(here));
    this.people = peopleList(columns);
    this.unfinished = unfinishedList();
    this.night = asleep();
    build();
    around();
  }

  private LongList<WaitingPeople.Row> peopleList(WaitingPeople columns) {
    return Listed.of(
            new LongList.Made<>(
                "waiting-screening",
                columns.columns(),
                "",
                false,
                WaitingPeople.Row::id,
                Nodes.empty(here.t("screening.nobody"), here.t("screening.nobody.next")),
                r -> begin(r.person()),
                List.of(
                    new LongList.Verb<>(
                        here.t("screening.verb"), "Enter", r -> begin(r.person())))),
            new Listed.Keys("screening.waiting.filter", "list.shown"),
            waitingRows.asked(),
            doing.preferences(),
            here,
            line)
        .headed(Nodes.heading(here.t("screening.waiting"), allWaiting));
  }

  private LongList<ScreeningTable.Row> unfinishedList() {
    return Listed.of(
            new LongList.Made<>(
                "unfinished",
                ScreeningTable.columns(100, here),
                "",
                false,
                r -> r.line().id(),
                Nodes.empty(here.t("screening.none.open"), here.t("screening.none.next")),
                this::open,
                List.of(new LongList.Verb<>(here.t("open"), "Enter", this::open))),
            new Listed.Keys("screening.unfinished.filter", "list.shown"),
            unfinishedRows.asked(),
            doing.preferences(),
            here,
            line)
        .headed(Nodes.heading(here.t("screening.unfinished"), allUnfinished))
        .roomyBelow(440);
  }

  private List<ScreeningTable.Row> readUnfinished() {
    List<Screenings.Line> lines = doing.screenings().unfinished();
    return ScreeningTable.rows(
        lines,
        doing.packages().ways(lines.stream().map(Screenings.Line::id).toList()),
        doing.people().sharing(lines.stream().map(Screenings.Line::person).toList()));
  }

  private void build() {
    page.getStyleClass().add("page");
    next.setId("next-screening");
    next.setDisable(true);
    people.setPrefWidth(480);
    unfinished.setPrefWidth(400);
    HBox.setHgrow(people, Priority.ALWAYS);
    HBox.setHgrow(unfinished, Priority.ALWAYS);
    HBox body = new HBox(14, people, unfinished);
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren().setAll(header(), body);
    // Each takes the keyboard when it is shown; whoever waits is what this page is about.
    Nodes.focusOnceShown(unfinished, people);
  }

  /** What is done next here, and at night why not this. */
  private Node header() {
    next.setText(here.t(night ? "screening.night.triage" : "screening.nextone"));
    return Nodes.header(
        "",
        here.t("nav.screening"),
        here.t(night ? "screening.night" : "screening.list.below"),
        next);
  }

  /** What stands around the lists: how many there are of each, and who is next. */
  private record Known(List<WaitingPeople.Row> waiting, int unfinished) {}

  private void around() {
    line.ask(
        () -> new Known(waitingRows.all(), doing.screenings().countUnfinished()), this::around);
  }

  private void around(Known k) {
    waiting = k.waiting();
    allWaiting.setText(count(waiting.size(), WaitingLine.MOST));
    allUnfinished.setText(String.valueOf(k.unfinished()));
    if (night != asleep()) {
      night = asleep();
      page.getChildren().set(0, header());
    }
    next.setDisable(night ? untriaged().isEmpty() : waiting.isEmpty());
  }

  @Override
  public void refresh() {
    waitingRows.again();
    unfinishedRows.again();
    people.refresh();
    unfinished.refresh();
    around();
  }

  @Override
  public List<LongList<?>> lists() {
    return List.of(people, unfinished);
  }

  /** What is cut is not shown as if it were all; one more than the most was asked for. */
  static String count(int n, int most) {
    return n > most ? most + "+" : String.valueOf(n);
  }

  private boolean asleep() {
    return BeginScreening.asleep(here, clock);
  }

  private Optional<WaitingPeople.Row> untriaged() {
    return waiting.stream().filter(w -> !w.person().triageState().equals("done")).findFirst();
  }

  private void begin(People.PersonLine p) {
    BeginScreening.ask(here, line, doing.screenings(), p, clock);
  }

  private void open(ScreeningTable.Row r) {
    ScreeningTable.open(r, here);
  }

  /** The next in line: one key away, however the list is sorted. */
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
    people.close();
    unfinished.close();
    line.close();
  }
}
