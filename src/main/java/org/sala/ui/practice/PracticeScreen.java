package org.sala.ui.practice;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.practice.Practice;
import org.sala.casework.screening.Screenings;
import org.sala.practice.Agreement;
import org.sala.practice.Kappa;
import org.sala.practice.Score;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.BeginScreening;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** With whom one can practise, what was practised, and how far officers agree. */
public final class PracticeScreen implements Screen {
  /** What this screen works with. */
  public record Doing(Practice practice, Screenings screenings) {}

  private final Doing doing;
  private final Clock clock;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();

  public PracticeScreen(Doing doing, Clock clock, Here here) {
    this.doing = doing;
    this.clock = clock;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    refresh();
  }

  private record Known(
      List<Practice.Partner> partners, List<Practice.Round> rounds, Agreement agreement) {}

  @Override
  public void refresh() {
    line.ask(
        () ->
            new Known(
                doing.practice().partners(),
                doing.practice().rounds(),
                doing.practice().agreement()),
        this::show);
  }

  private void show(Known k) {
    VBox left = new VBox(14);
    k.partners().forEach(p -> left.getChildren().add(partner(p, k.rounds())));
    Node people = Nodes.side(left, 420);
    HBox.setHgrow(people, Priority.ALWAYS);
    VBox right = new VBox(14, rounds(k.rounds()), agreement(k.agreement()));
    right.setPrefWidth(520);
    right.setMinWidth(300);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox body = new HBox(14, people, right);
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren()
        .setAll(Nodes.header("", here.t("practice.title"), here.t("practice.below")), body);
  }

  private Node partner(Practice.Partner p, List<Practice.Round> rounds) {
    String language = here.texts().language();
    Optional<Practice.Round> open =
        rounds.stream()
            .filter(r -> r.line().person().equals(p.person().id()) && r.score().isEmpty())
            .filter(Practice.Round::mine)
            .findFirst();
    Button begin =
        Nodes.button(
            here.t(open.isPresent() ? "practice.goon" : "practice.interview"),
            "",
            () ->
                open.ifPresentOrElse(
                    r -> here.navigator().go(new Place.Interview(r.line().id())),
                    () -> BeginScreening.ask(here, line, doing.screenings(), p.person(), clock)),
            "primary");
    begin.setId("practise-" + p.script().id());
    return Nodes.card(
        Nodes.row(
            Nodes.label(
                here.t("practice.person", p.script().name().in(language), p.person().wristband()),
                "strong"),
            Nodes.spring(),
            begin),
        Nodes.label(p.script().about().in(language), "muted"));
  }

  private Node rounds(List<Practice.Round> all) {
    Table<Practice.Round> table =
        new Table<Practice.Round>(
                Nodes.empty(here.t("practice.none"), here.t("practice.none.next")))
            .column(
                here.t("practice.with"), 115, r -> r.script().name().in(here.texts().language()))
            .column(here.t("practice.by"), 105, Practice.Round::by)
            .column(here.t("practice.score"), 190, r -> brief(r.score()))
            .nodes("", 90, this::open);
    table.setId("practice-rounds");
    table.setItems(FXCollections.observableArrayList(all));
    // Nothing can be done in an empty list: the keyboard begins at the first interview.
    table.setFocusTraversable(!all.isEmpty());
    return card("practice.rounds", "practice.rounds.below", table);
  }

  private String brief(Optional<Score> score) {
    return score
        .map(
            s ->
                here.t(
                    "practice.brief", s.missed().size(), s.overMarked().size(), s.leading().size()))
        .orElseGet(() -> here.t("practice.notover"));
  }

  private Node open(Practice.Round r) {
    if (r.score().isEmpty()) {
      return Nodes.row();
    }
    return Nodes.button(
        here.t("practice.look"),
        "",
        () -> here.navigator().go(new Place.PracticeScore(r.line().id())));
  }

  private Node agreement(Agreement a) {
    if (a.people() < 1) {
      return Nodes.card(
          Nodes.label(here.t("practice.agreement"), "strong"),
          Nodes.label(here.t("practice.agreement.none")),
          Nodes.label(here.t("practice.agreement.next"), "muted", "small"));
    }
    Table<Agreement.Line> table =
        new Table<Agreement.Line>(Nodes.label(here.t("practice.agreement.none"), "muted"))
            .low()
            .column(here.t("practice.question"), 80, Agreement.Line::code, "mono")
            .column(here.t("practice.kappa"), 120, l -> kappa(l.kappa()))
            .column(here.t("practice.cases"), 200, l -> basis(l.kappa()));
    table.setId("practice-agreement");
    table.setItems(FXCollections.observableArrayList(a.lines()));
    return card("practice.agreement", "practice.agreement.below", table, a.officers(), a.people());
  }

  private String kappa(Kappa k) {
    return k instanceof Kappa.Defined d
        ? String.format(java.util.Locale.ROOT, "%.2f", d.value())
        : here.t("practice.undefined");
  }

  private String basis(Kappa k) {
    return switch (k) {
      case Kappa.Defined d -> here.t("practice.basis", Math.round(d.observed() * 100), d.cases());
      case Kappa.OneCategory o -> here.t("practice.onecategory", o.cases());
      case Kappa.TooFew t -> here.t("practice.toofew", t.cases());
    };
  }

  private Node card(String title, String below, Table<?> table, Object... numbers) {
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox card =
        Nodes.card(
            Nodes.label(here.t(title), "strong"),
            Nodes.label(here.t(below, numbers), "muted", "small"),
            table);
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
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
