package org.sala.ui.inside;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.people.InsideSites;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** Who is still inside, by site and building: how many, told by how many, and safe to act. */
public final class InsideScreen implements Screen {
  private final InsideSites sites;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();

  public InsideScreen(InsideSites sites, Here here) {
    this.sites = sites;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    refresh();
  }

  @Override
  public void refresh() {
    line.ask(sites::all, this::show);
  }

  private void show(List<InsideSites.Building> all) {
    Table<InsideSites.Building> table =
        new Table<InsideSites.Building>(
                Nodes.empty(here.t("sites.none"), here.t("sites.none.next")))
            .column(
                here.t("sites.site"),
                190,
                b -> b.site().isEmpty() ? here.t("sites.notnamed") : b.site(),
                "strong")
            .column(
                here.t("sites.building"),
                190,
                b -> b.building().isEmpty() ? here.t("none") : b.building())
            .column(here.t("sites.inside"), 92, b -> Integer.toString(b.inside()))
            .column(here.t("sites.others"), 130, b -> here.t("sites.other", b.moved(), b.unknown()))
            .column(here.t("sites.toldby"), 92, b -> here.t("sites.people", b.toldBy()))
            .column(
                here.t("sites.lastseen"),
                120,
                b -> b.lastSeen().isEmpty() ? here.t("none") : b.lastSeen())
            .nodes(here.t("sites.safe"), 130, this::safe)
            .opens(this::who);
    table.setId("sites");
    table.setItems(FXCollections.observableArrayList(all));
    VBox.setVgrow(table, Priority.ALWAYS);
    int inside = all.stream().mapToInt(InsideSites.Building::inside).sum();
    page.getChildren()
        .setAll(
            Nodes.header("", here.t("sites.title"), here.t("sites.below", inside)),
            table,
            Nodes.label(here.t("sites.twice"), "muted", "small"));
  }

  private Node safe(InsideSites.Building b) {
    Badge.Kind kind =
        switch (b.safe()) {
          case NO -> Badge.Kind.DANGER;
          case UNKNOWN -> Badge.Kind.WARNING;
          case YES -> Badge.Kind.OK;
        };
    return Nodes.row(new Badge(kind, here.texts().code("safe", b.safe().name())));
  }

  /** Names as heard are shown only when they are asked for. */
  private void who(InsideSites.Building b) {
    List<String> lines = new ArrayList<>();
    for (InsideSites.Heard h : b.heard()) {
      String who = h.name().isEmpty() ? h.relation() : h.name();
      lines.add(
          here.t(
              "sites.heard",
              who,
              here.texts().code("insideStatus", h.status()),
              h.saidBy().isEmpty() ? here.t("people.unnamed") : h.saidBy()));
    }
    here.dialogs().tell(here.t("sites.who"), String.join("\n", lines));
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
