package org.sala.ui.today;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.Overrides;
import org.sala.casework.erasing.Elsewhere;
import org.sala.casework.hall.Alarms;
import org.sala.casework.headquarters.Bulletins;
import org.sala.casework.joining.Questions;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.paper.Exports;
import org.sala.casework.paper.FormPapers;
import org.sala.casework.paper.Papers;
import org.sala.casework.people.Ages;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Numbering;
import org.sala.casework.people.People;
import org.sala.casework.protection.Outcomes;
import org.sala.casework.screening.CountryRules;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Interpreters;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Drafts;
import org.sala.casework.todo.ToDo;
import org.sala.casework.todo.Tonight;
import org.sala.casework.todo.WaitingLine;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.LetterForm;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/** The night at a glance: what to do next, each row with its verb, and who waits. */
public final class TodayScreen implements Screen {
  /** Below this width the right side takes less room. */
  private static final double NARROW = 1150;

  /** What this screen works with. */
  public record Doing(
      Tonight tonight,
      Packages packages,
      Triages triages,
      CountryRules countryRules,
      Findings findings,
      Ages ages,
      Outcomes outcomes,
      Overrides overrides,
      Screenings screenings,
      Interpreters interpreters,
      Numbering numbering,
      Papers papers,
      FormPapers formPapers,
      Exports exports,
      Questions questions,
      Bulletins bulletins,
      Alarms alarms,
      Elsewhere erasedElsewhere,
      Drafts drafts,
      People people,
      Cases cases) {}

  private final Doing doing;
  private final Clock clock;
  private final Here here;
  private final Work.Line line;
  private final HalfTyped halfTyped;
  private final VBox page = new VBox();
  private Optional<RecordId> first = Optional.empty();
  private Runnable older = () -> {};

  public TodayScreen(Doing doing, Clock clock, Here here) {
    this.doing = doing;
    this.clock = clock;
    this.here = here;
    this.line = here.work().line();
    this.halfTyped = new HalfTyped(doing, here, line, this::refresh);
    page.getStyleClass().addAll("page", "today");
    refresh();
  }

  private record Known(
      Tonight.Glance glance,
      List<ToDo> todo,
      List<WaitingLine.Waiting> waiting,
      List<PackageLine> sealed,
      List<Interpreters.Interpreter> interpreters,
      List<HalfTyped.One> halfTyped) {}

  @Override
  public void refresh() {
    line.ask(this::read, this::show);
  }

  private Known read() {
    List<ToDo> todo = doing.tonight().todo();
    return new Known(
        doing.tonight().glance(),
        todo,
        doing.tonight().waiting(),
        doing.packages().lines().sealed(),
        doing.interpreters().all(),
        halfTyped.read(todo));
  }

  private void show(Known k) {
    long now = clock.millis();
    DoNext next = new DoNext(doing, here, line, clock);
    VBox todo = next.card(k.todo());
    WaitingCard waits = new WaitingCard(here, now);
    VBox waiting =
        waits.card(
            k.waiting(),
            k.glance().untriaged(),
            () -> InterpretersDialog.ask(here, line, doing.interpreters(), k.interpreters()));
    VBox side = new VBox(14, waiting, packages(k));
    side.minWidthProperty().bind(side.prefWidthProperty());
    side.prefWidthProperty()
        .bind(page.widthProperty().map(w -> w.doubleValue() < NARROW ? 404.0 : 440.0));
    HBox body = new HBox(14, todo, side);
    VBox.setVgrow(body, Priority.ALWAYS);
    HBox header =
        Nodes.header(
            "",
            here.texts().day(ZonedDateTime.now(clock)),
            glance(k.glance()),
            print(),
            Nodes.button(here.t("intake.open"), "Ctrl N", this::add),
            next(k));
    page.getChildren().setAll(header, body);
    halfTyped.line(k.halfTyped()).ifPresent(l -> page.getChildren().add(1, l));
    older =
        () -> {
          if (header.lookup(".title") instanceof Label time) {
            time.setText(here.texts().day(ZonedDateTime.now(clock)));
          }
          next.passed();
          waits.passed(clock.millis());
        };
  }

  @Override
  public void passed() {
    older.run();
  }

  /** Only what the data say: no estimate where the last hour is too short for one. */
  private String glance(Tonight.Glance g) {
    List<String> parts = new ArrayList<>();
    parts.add(here.t("today.below", g.here(), g.triaged()));
    if (!g.interpreters().isEmpty()) {
      parts.add(WaitingCard.counted(g.interpreters(), here));
    }
    g.doneAboutMillis()
        .ifPresent(
            at ->
                parts.add(
                    here.t(
                        "today.estimate",
                        here.texts()
                            .hour(java.time.Instant.ofEpochMilli(at).atZone(clock.getZone())))));
    // No line begins with a dot.
    return String.join("\u00A0· ", parts);
  }

  private Node print() {
    Node button =
        Nodes.button(
            here.t("paper.print"),
            "",
            () ->
                // Sheets have numbers on them.
                LetterForm.before(
                    here,
                    line,
                    doing.numbering(),
                    () -> line.ask(() -> doing.formPapers().empties(), this::papers)));
    button.setId("print-night");
    return button;
  }

  private void papers(List<FormPapers.Empty> empties) {
    new NightPapers(here, doing.papers(), doing.formPapers(), empties, doing.exports()).ask();
  }

  /** The next person of the waiting line with whom somebody can begin, one key away. */
  private Node next(Known k) {
    var button = Nodes.button(here.t("today.nextperson"), "Ctrl Enter", this::goOn, "primary");
    first =
        k.waiting().stream()
            .filter(WaitingLine.Waiting::canBegin)
            .findFirst()
            .or(() -> k.waiting().stream().findFirst())
            .map(w -> w.person().id());
    button.setDisable(first.isEmpty());
    button.setId("next-person");
    return button;
  }

  private Node packages(Known k) {
    List<PackageLine> sealed = k.sealed();
    VBox card =
        Nodes.card(
            Nodes.heading(
                here.t("today.packages"),
                new Badge(Badge.Kind.NEUTRAL, String.valueOf(sealed.size())),
                Nodes.spring(),
                Nodes.button(
                    here.t("today.packages.open"),
                    "",
                    () -> here.navigator().go(Place.Packages.thatLeave()),
                    "plain")));
    if (sealed.isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("today.packages.none"), "muted"));
    }
    sealed.stream()
        .limit(3)
        .forEach(
            p ->
                card.getChildren()
                    .add(
                        Nodes.row(
                            Nodes.line(here.t("packages.one", Texts.packageNumber(p.sequence()))),
                            Nodes.spring(),
                            Nodes.line(here.texts().size(p.size()), "muted"))));
    card.setMinHeight(VBox.USE_PREF_SIZE);
    return card;
  }

  @Override
  public void goOn() {
    first.ifPresent(p -> here.navigator().go(new Place.Triage(p)));
  }

  @Override
  public void add() {
    here.navigator().go(new Place.Intake());
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
