package org.sala.ui.today;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.Cases;
import org.sala.casework.Findings;
import org.sala.casework.Packages;
import org.sala.casework.People;
import org.sala.casework.Triages;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** The night at a glance: what to do next, each row with its verb. */
public final class TodayScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      People people, Cases cases, Packages packages, Triages triages, Findings findings) {}

  private final Doing doing;
  private final Clock clock;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private Optional<RecordId> first = Optional.empty();

  public TodayScreen(Doing doing, Clock clock, Here here) {
    this.doing = doing;
    this.clock = clock;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    refresh();
  }

  private record Known(
      int people,
      int cases,
      List<People.PersonLine> persons,
      List<People.PersonLine> untriaged,
      List<Packages.PackageLine> packages) {}

  @Override
  public void refresh() {
    line.ask(
        () ->
            new Known(
                doing.people().count(""),
                doing.cases().count(""),
                doing.people().list("", "wristband", false, 0, 500),
                doing.triages().waiting(),
                doing.packages().list()),
        this::show);
  }

  private void show(Known k) {
    List<DoNext.Row> rows = new DoNext(doing, here, line).rows(k.persons(), clock.millis());
    Table<DoNext.Row> next =
        new Table<DoNext.Row>(Nodes.empty(here.t("today.nothing"), here.t("today.nothing.next")))
            .nodes(
                here.t("today.what"),
                330,
                r ->
                    Nodes.row(
                        new Badge(r.kind(), here.t("today." + r.key())),
                        Nodes.line(here.t("today." + r.key() + ".what"))))
            .column(here.t("today.who"), 90, DoNext.Row::who, "mono")
            .column(here.t("today.since"), 90, DoNext.Row::since)
            .nodes("", 110, r -> Nodes.button(r.verb(), "", r.act()));
    next.setItems(FXCollections.observableArrayList(rows));
    next.setId("next");
    VBox.setVgrow(next, Priority.ALWAYS);
    VBox todo = Nodes.card(Nodes.label(here.t("today.next"), "strong"), next);
    HBox.setHgrow(todo, Priority.ALWAYS);
    HBox body = new HBox(14, todo, side(k));
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Nodes.header(
                "",
                here.texts().day(ZonedDateTime.now(clock)),
                here.t("today.below", k.people(), k.cases()),
                Nodes.button(here.t("intake.open"), "Ctrl N", this::add),
                next(k)),
            body);
  }

  /** The next person of the waiting line, one key away. */
  private Node next(Known k) {
    var button = Nodes.button(here.t("today.nextperson"), "Ctrl Enter", this::goOn, "primary");
    first = k.untriaged().stream().findFirst().map(People.PersonLine::id);
    button.setDisable(first.isEmpty());
    button.setId("next-person");
    return button;
  }

  private Node side(Known k) {
    return Nodes.side(new VBox(14, untriaged(k), waiting(k)), 300);
  }

  /** The waiting line, by language and then by who waits longest; none of it is empty of a verb. */
  private Node untriaged(Known k) {
    VBox card =
        Nodes.card(
            Nodes.row(
                Nodes.line(here.t("today.waiting"), "strong"),
                new Badge(Badge.Kind.NEUTRAL, String.valueOf(k.untriaged().size()))));
    if (k.untriaged().isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("today.waiting.none"), "muted"));
    }
    for (People.PersonLine p : k.untriaged()) {
      String language =
          p.languages().isEmpty() ? "" : here.texts().code("lang", p.languages().split(" ", -1)[0]);
      card.getChildren()
          .add(
              Nodes.row(
                  Nodes.line(p.wristband(), "mono"),
                  Nodes.line(language),
                  Nodes.line(
                      p.arrivedMillis().map(a -> here.texts().ago(a, clock.millis())).orElse(""),
                      "muted"),
                  Nodes.spring(),
                  Nodes.button(
                      here.t("today.triage"),
                      "",
                      () -> here.navigator().go(new Place.Triage(p.id())))));
    }
    return card;
  }

  private Node waiting(Known k) {
    List<Packages.PackageLine> sealed =
        k.packages().stream()
            .filter(p -> p.state() == Packages.State.SEALED && p.outgoing())
            .toList();
    VBox card =
        Nodes.card(
            Nodes.row(
                Nodes.label(here.t("today.packages"), "strong"),
                new Badge(Badge.Kind.NEUTRAL, String.valueOf(sealed.size()))));
    if (sealed.isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("today.packages.none"), "muted"));
    }
    for (Packages.PackageLine p : sealed) {
      card.getChildren()
          .add(
              Nodes.row(
                  Nodes.label(
                      here.t(
                          "packages.one",
                          String.format(java.util.Locale.ROOT, "%04d", p.sequence()))),
                  Nodes.spring(),
                  Nodes.label(here.texts().size(p.size()), "muted")));
    }
    card.getChildren()
        .add(
            Nodes.button(
                here.t("today.packages.open"),
                "",
                () -> here.navigator().go(new Place.Packages())));
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
