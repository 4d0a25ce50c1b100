package org.sala.ui.inside;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.people.InsideSites;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** Who is still inside, by site: how many, told by how many at how many stations, safe to act. */
public final class InsideScreen implements Screen {
  private final InsideSites sites;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final StackPane head = new StackPane();
  private final Table<InsideSites.Site> table;

  public InsideScreen(InsideSites sites, Here here) {
    this.sites = sites;
    this.here = here;
    this.line = here.work().line();
    this.table = table();
    page.getStyleClass().add("page");
    VBox.setVgrow(table, Priority.ALWAYS);
    refresh();
  }

  @Override
  public void refresh() {
    line.ask(sites::everywhere, this::show);
  }

  private Table<InsideSites.Site> table() {
    Table<InsideSites.Site> all =
        new Table<InsideSites.Site>(Nodes.empty(here.t("sites.none"), here.t("sites.none.next")))
            .column(here.t("sites.site"), 200, s -> name(s, here), "strong")
            .column(here.t("sites.inside"), 92, s -> Integer.toString(s.inside()))
            .column(here.t("sites.others"), 130, s -> here.t("sites.other", s.moved(), s.unknown()))
            .column(here.t("sites.buildings"), 84, s -> Integer.toString(s.buildings()))
            .column(
                here.t("sites.toldby"), 150, s -> here.t("sites.told", s.toldBy(), s.stations()))
            .column(here.t("sites.lastseen"), 110, s -> orNone(s.lastSeen(), here))
            .nodes(here.t("sites.safe"), 250, s -> safe(s.safe(), s.differing(), here))
            .opens(s -> here.navigator().go(new Place.OneSite(s.key())));
    all.framed().setId("sites");
    return all;
  }

  private void show(InsideSites.Everywhere all) {
    head.getChildren()
        .setAll(Nodes.header("", here.t("sites.title"), here.t("sites.below", all.inside())));
    table.again(all.sites(), InsideSites.Site::key);
    if (page.getChildren().isEmpty()) {
      page.getChildren().setAll(head, table, Nodes.label(here.t("sites.twice"), "muted", "small"));
    }
  }

  static String name(InsideSites.Site s, Here here) {
    return s.name().isEmpty() ? here.t("sites.notnamed") : s.name();
  }

  static String orNone(String said, Here here) {
    return said.isEmpty() ? here.t("none") : said;
  }

  /** Whether acting is safe, and of how many people versions differ. */
  static HBox safe(InsideSites.Safe safe, int differing, Here here) {
    Badge.Kind kind =
        switch (safe) {
          case NO -> Badge.Kind.DANGER;
          case UNKNOWN -> Badge.Kind.WARNING;
          case YES -> Badge.Kind.OK;
        };
    HBox row = Nodes.row(new Badge(kind, here.texts().code("safe", safe.name())));
    if (differing > 0) {
      row.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("map.differing", differing)));
    }
    return row;
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
