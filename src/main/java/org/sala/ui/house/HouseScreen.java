package org.sala.ui.house;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.history.Histories;
import org.sala.casework.house.Handovers;
import org.sala.casework.house.House;
import org.sala.casework.house.Pairs;
import org.sala.casework.house.Stay;
import org.sala.casework.house.Stays;
import org.sala.casework.paper.Papers;
import org.sala.casework.people.People;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Digits;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.kit.Tabs;
import org.sala.ui.paper.Saving;
import org.sala.ui.roster.HistoryForm;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/**
 * The board of a house: everyone who is here, by number. A row is chosen with the arrows, and a
 * digit does what is written under the board.
 */
public final class HouseScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      House house,
      Stays stays,
      Pairs pairs,
      Handovers handovers,
      Papers papers,
      Histories histories) {}

  private final Doing doing;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final VBox shown = new VBox(10);
  private final Tabs tabs = new Tabs(this::tab);
  private final HouseColumns columns;
  private final StayForms forms;
  private final PairForms bonds;
  private Table<House.Line> board = new Table<>(Nodes.label(""));
  private Table<People.PersonLine> without = new Table<>(Nodes.label(""));
  private House.@Nullable Board known;
  private String tab = "here";
  private boolean low;

  /** Below this height everything around the board gives way to its rows. */
  private static final double LOW = 600;

  public HouseScreen(Doing doing, Clock clock, Here here) {
    this.doing = doing;
    this.here = here;
    this.line = here.work().line();
    this.columns = new HouseColumns(here, clock);
    this.forms = new StayForms(doing.stays(), here, line);
    this.bonds = new PairForms(doing.pairs(), here, line);
    page.getStyleClass().add("page");
    shown.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    tabs.add("here", here.t("house.here"));
    tabs.add("without", here.t("house.without"));
    tabs.add("since", here.t("house.since"));
    page.heightProperty().addListener((o, was, is) -> lower(is.doubleValue() < LOW));
    line.ask(doing.house()::open, this::show);
  }

  private void lower(boolean now) {
    House.Board b = known;
    if (now != low) {
      low = now;
      page.getStyleClass().remove("low");
      if (low) {
        page.getStyleClass().add("low");
      }
      if (b != null) {
        show(b);
      }
    }
  }

  @Override
  public void refresh() {
    if (known != null) {
      line.ask(doing.house()::board, this::show);
    }
  }

  private void show(House.Board b) {
    known = b;
    tabs.rename("here", here.t("house.here.count", b.lines().size()));
    tabs.rename("without", here.t("house.without.count", b.without().size()));
    tabs.rename("since", here.t("house.since.count", b.since().size()));
    var over = Nodes.button(here.t("house.handover"), "Ctrl Enter", this::goOn, "primary");
    over.setId("hand-over");
    var print = Nodes.button(here.t("paper.print"), "", () -> print(b));
    print.setId("print-board");
    VBox.setVgrow(shown, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            low
                ? Nodes.header("", here.t("house.title"), "", print, over)
                : Nodes.header(here.t("nav.people"), here.t("house.title"), below(b), print, over),
            low ? Nodes.row(tabs, Nodes.spring(), Nodes.line(below(b), "muted")) : tabs,
            shown);
    tabs.choose(tab);
  }

  private void print(House.Board b) {
    Saving.ask(
        here,
        here.t("house.title"),
        Nodes.label(here.t("paper.board.below"), "muted"),
        () -> "house-board.pdf",
        () -> (to, progress) -> doing.papers().houseBoard(b, here.texts(), to, progress));
  }

  private String below(House.Board b) {
    long alarming = b.lines().stream().filter(l -> !l.alarms().isEmpty()).count();
    return here.t(
        "house.below",
        count(b, Stay.State.HERE),
        count(b, Stay.State.OUT),
        count(b, Stay.State.HOSPITAL),
        count(b, Stay.State.MISSING),
        alarming);
  }

  private static long count(House.Board b, Stay.State state) {
    return b.lines().stream().filter(l -> l.stay().state() == state).count();
  }

  private void tab(String key) {
    House.Board b = known;
    if (b == null) {
      return;
    }
    boolean hadFocus = shown.isFocusWithin();
    tab = key;
    switch (key) {
      case "without" -> without(b);
      case "since" -> shown.getChildren().setAll(new SincePart(here).node(b));
      default -> here(b);
    }
    if (hadFocus && !shown.getChildren().isEmpty()) {
      shown.getChildren().getFirst().requestFocus();
    }
  }

  private void here(House.Board b) {
    Optional<RecordId> was =
        Optional.ofNullable(board.getSelectionModel().getSelectedItem()).map(l -> l.person().id());
    board = columns.board(low);
    board.setId("board");
    board.setItems(FXCollections.observableArrayList(b.lines()));
    board.enters(l -> here.navigator().go(new Place.OnePerson(l.person().id())));
    board.getSelectionModel().selectFirst();
    was.flatMap(id -> b.lines().stream().filter(l -> l.person().id().equals(id)).findFirst())
        .ifPresent(l -> board.getSelectionModel().select(l));
    VBox.setVgrow(board, Priority.ALWAYS);
    shown.getChildren().setAll(board, verbs());
    if (!b.readable()) {
      shown.getChildren().add(Nodes.label(here.t("house.notreadable"), "muted"));
    }
    Nodes.focusOnceShown(page, board);
  }

  private void without(House.Board b) {
    without = columns.without(p -> forms.begin(p, lastHouse()));
    without.setId("without");
    without.setItems(FXCollections.observableArrayList(b.without()));
    without.enters(p -> forms.begin(p, lastHouse()));
    without.getSelectionModel().selectFirst();
    VBox.setVgrow(without, Priority.ALWAYS);
    shown.getChildren().setAll(without);
  }

  /** Most people come into the house that the last one came into. */
  private String lastHouse() {
    House.Board b = known;
    return b == null
        ? ""
        : b.lines().stream()
            .flatMap(l -> l.stay().living().stream())
            .map(l -> l.placing().house())
            .filter(h -> !h.isEmpty())
            .reduce((first, last) -> last)
            .orElse("");
  }

  private FlowPane verbs() {
    FlowPane verbs = new FlowPane(low ? 4 : 8, low ? 4 : 6);
    for (int i = 1; i <= VERBS.size(); i++) {
      int digit = i;
      String verb = VERBS.get(i - 1);
      var button =
          Nodes.button(here.t("house.verb." + verb), Integer.toString(i), () -> digit(digit));
      button.setId("house-" + verb);
      if (low) {
        button.getStyleClass().add("compact");
      }
      verbs.getChildren().add(button);
    }
    return verbs;
  }

  private static final List<String> VERBS =
      List.of(
          "place",
          "whereabouts",
          "step",
          "visit",
          "reflection",
          "apart",
          "verified",
          "pairs",
          "history");

  private void key(KeyEvent e) {
    if (tab.equals("here") && !Digits.typing(page)) {
      Digits.of(e)
          .ifPresent(
              digit -> {
                if (digit >= 1 && digit <= VERBS.size()) {
                  Digits.answers(e, page);
                  digit(digit);
                }
              });
    }
  }

  private void digit(int digit) {
    House.Line row = board.getSelectionModel().getSelectedItem();
    House.Board b = known;
    if (row == null || b == null) {
      here.dialogs().notice(here.t("house.choose"));
      return;
    }
    switch (VERBS.get(digit - 1)) {
      case "place" -> forms.place(row);
      case "whereabouts" -> forms.whereabouts(row);
      case "step" -> forms.step(row);
      case "visit" -> forms.visit(row);
      case "reflection" -> forms.reflection(row);
      case "apart" -> bonds.ask(row, Pairs.How.APART, b.lines());
      case "verified" -> bonds.ask(row, Pairs.How.VERIFIED, b.lines());
      case "pairs" -> bonds.show(row);
      default ->
          HistoryForm.showAbout(
              here, line, doing.histories(), row.person().id(), Set.of(Kinds.STAY, Kinds.PAIR));
    }
  }

  /** Hands the house over. */
  @Override
  public void goOn() {
    House.Board b = known;
    if (b != null) {
      forms.handOver(doing.handovers(), b);
    }
  }

  /** Somebody gets a bed. */
  @Override
  public void add() {
    tabs.choose("without");
    shown.getChildren().getFirst().requestFocus();
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
