package org.sala.ui.overview;

import java.util.Comparator;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Overview;
import org.sala.casework.headquarters.Places;
import org.sala.casework.packages.register.Reception;
import org.sala.casework.paper.Exports;
import org.sala.casework.people.InsideSites;
import org.sala.domain.StationId;
import org.sala.ui.kit.FigureWay;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Tabs;
import org.sala.ui.kit.WayButton;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** What came, what is missing, what is undecided, who is silent; each number leads to its list. */
public final class OverviewScreen implements Screen {
  /** What this screen works with. */
  public record Doing(Overview overview, Exports exports, Places places, InsideSites sites) {}

  private static final String STATIONS = "stations";
  private static final String CONTACT = "contact";
  private static final String NUMBERS = "numbers";

  private final Doing doing;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final StackPane figures = new StackPane();
  private final StackPane body = new StackPane();
  private final Button news;
  private final Tabs tabs;
  private final StationTable stations;
  private final ContactPart contact;
  private final NumbersPart numbers;
  private String tab = STATIONS;
  private Optional<Overview.Glance> last = Optional.empty();

  public OverviewScreen(Doing doing, Here here) {
    this.doing = doing;
    this.here = here;
    this.line = here.work().line();
    this.stations = new StationTable(here);
    this.contact = new ContactPart(doing.places(), doing.sites(), here);
    this.numbers = new NumbersPart(here);
    this.tabs = new Tabs(this::choose);
    this.news = Nodes.button(here.t("news.title"), "", () -> go(new Place.News()), "primary");
    news.setId("news");
    page.getStyleClass().add("page");
    tabs.add(STATIONS, here.t("nav.stations"));
    tabs.add(CONTACT, here.t("overview.contact"));
    tabs.add(NUMBERS, here.t("overview.numbers"));
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    page.getChildren()
        .setAll(
            Nodes.header("", here.t("nav.overview"), here.t("overview.below"), news),
            figures,
            tabs,
            body);
    tabs.choose(STATIONS);
    refresh();
  }

  private record Known(Overview.Glance glance, Optional<Exports.Shown> statistics) {}

  @Override
  public void refresh() {
    line.ask(() -> new Known(doing.overview().glance(), doing.exports().statistics()), this::show);
  }

  private void show(Known known) {
    Overview.Glance g = known.glance();
    figures.getChildren().setAll(figures(g));
    stations.show(g.stations());
    last = Optional.of(g);
    contact();
    numbers.show(g, known.statistics());
    tabs.rename(STATIONS, here.t("overview.stations.count", g.stations().size()));
  }

  /** Sites are put together from everybody who was named: only while somebody looks. */
  private void contact() {
    if (tab.equals(CONTACT)) {
      last.ifPresent(contact::show);
    }
  }

  private Node figures(Overview.Glance g) {
    return Nodes.stats(
        way(
            "versions",
            g.disagreements(),
            here.t("overview.versions.below"),
            () -> go(new Place.Deciding())),
        way(
            "waiting",
            g.waiting(),
            here.t("overview.waiting.below", g.refused()),
            () -> go(new Place.Arrivals(Optional.empty(), Reception.Which.WAITING))),
        way(
            "missing",
            g.missing(),
            here.t("overview.missing.below"),
            () -> go(new Place.Stations(mostMissing(g)))),
        way(
            "unanswered",
            g.unanswered(),
            here.t("overview.unanswered.below"),
            () -> go(new Place.Arrivals(Optional.empty(), Reception.Which.UNANSWERED))),
        way("silent", g.silent(), here.t("overview.silent.below"), () -> tabs.choose(CONTACT)));
  }

  private WayButton way(String key, long figure, String below, Runnable leads) {
    WayButton way = FigureWay.of(here.t("overview." + key), figure, below, figure > 0, leads);
    way.setId("way-" + key);
    return way;
  }

  private void go(Place place) {
    here.navigator().go(place);
  }

  private static Optional<StationId> mostMissing(Overview.Glance g) {
    return g.stations().stream()
        .filter(l -> l.missing() > 0)
        .max(Comparator.comparingLong(Overview.Line::missing))
        .map(Overview.Line::id);
  }

  private void choose(String chosen) {
    tab = chosen;
    body.getChildren()
        .setAll(
            switch (tab) {
              case CONTACT -> contact.node();
              case NUMBERS -> numbers.node();
              default -> stations.node();
            });
    contact();
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    line.close();
    contact.closed();
  }
}
