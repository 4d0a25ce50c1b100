package org.sala.ui.today;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.Cases;
import org.sala.casework.Packages;
import org.sala.casework.People;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** The night at a glance: what to do next, each row with its verb. */
public final class TodayScreen implements Screen {
  private final People people;
  private final Cases cases;
  private final Packages packages;
  private final Clock clock;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();

  public TodayScreen(People people, Cases cases, Packages packages, Clock clock, Here here) {
    this.people = people;
    this.cases = cases;
    this.packages = packages;
    this.clock = clock;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    refresh();
  }

  /** One thing to do. */
  private record Row(
      Badge.Kind kind,
      String badge,
      String what,
      String who,
      String since,
      String verb,
      Place place) {}

  private record Known(
      int people,
      int cases,
      List<People.PersonLine> persons,
      List<Packages.PackageLine> packages) {}

  @Override
  public void refresh() {
    line.ask(
        () ->
            new Known(
                people.count(""),
                cases.count(""),
                people.list("", "wristband", false, 0, 500),
                packages.list()),
        this::show);
  }

  private void show(Known k) {
    List<Row> rows = rows(k);
    Table<Row> next =
        new Table<Row>(Nodes.empty(here.t("today.nothing"), here.t("today.nothing.next")))
            .nodes(
                here.t("today.what"),
                330,
                r -> Nodes.row(new Badge(r.kind(), r.badge()), Nodes.line(r.what())))
            .column(here.t("today.who"), 90, Row::who, "mono")
            .column(here.t("today.since"), 90, Row::since)
            .nodes("", 110, r -> Nodes.button(r.verb(), "", () -> here.navigator().go(r.place())));
    next.setItems(FXCollections.observableArrayList(rows));
    next.setId("next");
    VBox.setVgrow(next, Priority.ALWAYS);
    VBox todo = Nodes.card(Nodes.label(here.t("today.next"), "strong"), next);
    HBox.setHgrow(todo, Priority.ALWAYS);
    HBox body = new HBox(14, todo, waiting(k));
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Nodes.header(
                "",
                here.texts().day(ZonedDateTime.now(clock)),
                here.t("today.below", k.people(), k.cases()),
                Nodes.button(here.t("people.register"), "Ctrl N", this::add, "primary")),
            body);
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
    return Nodes.side(card, 300);
  }

  private List<Row> rows(Known k) {
    List<Row> rows = new ArrayList<>();
    long now = clock.millis();
    for (People.PersonLine p : k.persons()) {
      Place place = new Place.OnePerson(p.id());
      String since = p.arrivedMillis().map(a -> here.texts().ago(a, now)).orElse("");
      if (p.urgency().contains("danger") && !p.told()) {
        rows.addFirst(
            new Row(
                Badge.Kind.DANGER,
                here.t("today.danger"),
                here.t("today.danger.what"),
                p.wristband(),
                since,
                here.t("open"),
                place));
      }
      if (p.detainedMillis().isPresent() && p.screeningState().isEmpty()) {
        rows.add(
            new Row(
                Badge.Kind.DANGER,
                here.t("today.detained"),
                here.t("today.detained.what"),
                p.wristband(),
                since,
                here.t("open"),
                place));
      }
      if (p.possiblyChild()) {
        rows.add(
            new Row(
                Badge.Kind.DANGER,
                here.t("people.child"),
                here.t("today.child.what"),
                p.wristband(),
                since,
                here.t("open"),
                place));
      }
      if (p.findingWaits()) {
        rows.add(
            new Row(
                Badge.Kind.WARNING,
                here.t("today.confirm"),
                here.t("today.confirm.what"),
                p.wristband(),
                since,
                here.t("open"),
                place));
      }
      if (p.disputes() > 0) {
        rows.add(
            new Row(
                Badge.Kind.WARNING,
                here.t("today.versions"),
                here.t("today.versions.what"),
                p.wristband(),
                since,
                here.t("open"),
                place));
      }
    }
    return rows;
  }

  @Override
  public void add() {
    here.navigator().go(new Place.PeopleHere());
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
