package org.sala.ui.overview;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Overview;
import org.sala.casework.packages.register.Reception;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.text.Texts;

/** Every station in a line, who was heard of longest ago first. */
final class StationTable {
  private final Here here;
  private final Table<Overview.Line> table;

  StationTable(Here here) {
    this.here = here;
    this.table =
        new Table<Overview.Line>(
                Nodes.empty(
                    here.t("stations.none"),
                    here.t("overview.none.next"),
                    Nodes.button(
                        here.t("overview.enrol"),
                        "",
                        () -> here.navigator().go(new Place.Stations()),
                        "primary")))
            .nodes(here.t("settings.station"), 164, this::name)
            .nodes(here.t("overview.contact"), 180, this::contact)
            .nodes(
                here.t("nav.packages"),
                96,
                l -> number(l, l.packages(), "packages", arrivals(l, Reception.Which.ALL)))
            .column(here.t("overview.changes"), 92, l -> Long.toString(l.changes()))
            .nodes(
                here.t("nav.people.in"),
                80,
                l -> number(l, l.people(), "people", new Place.News(Optional.of(l.id()))))
            .nodes(
                here.t("overview.missing.short"),
                84,
                l -> number(l, l.missing(), "missing", new Place.Stations(Optional.of(l.id()))))
            .nodes(
                here.t("overview.unanswered.short"),
                100,
                l ->
                    number(
                        l, l.unanswered(), "unanswered", arrivals(l, Reception.Which.UNANSWERED)))
            .nodes(
                here.t("overview.waiting.short"),
                92,
                l -> number(l, l.waiting(), "waiting", arrivals(l, Reception.Which.WAITING)))
            .nodes(
                here.t("nav.deciding"),
                112,
                l ->
                    number(
                        l,
                        l.disagreements(),
                        "versions",
                        new Place.Deciding(Optional.empty(), Optional.of(l.id()))))
            .framed()
            .enters(l -> here.navigator().go(new Place.Stations(Optional.of(l.id()))));
    table.setId("overview-stations");
    table.setAccessibleText(here.t("nav.stations"));
  }

  Node node() {
    return table;
  }

  void show(List<Overview.Line> lines) {
    table.getItems().setAll(lines);
  }

  private static Place arrivals(Overview.Line l, Reception.Which which) {
    return new Place.Arrivals(Optional.of(l.id()), which);
  }

  private Node name(Overview.Line l) {
    return two(
        l.name().isEmpty() ? here.t("arrivals.unknown") : l.name(),
        l.lastNumber() == 0 ? "" : here.t("overview.last", Texts.packageNumber(l.lastNumber())));
  }

  private Node contact(Overview.Line l) {
    VBox box = two("", l.lastContact().map(here.texts()::date).orElse(""));
    box.getChildren().set(0, ContactBoard.sign(l.contact(), here));
    return box;
  }

  /** A number that leads to its list; nothing leads from none. */
  private Node number(Overview.Line l, long n, String what, Place place) {
    if (n == 0) {
      return Nodes.line("0", "muted");
    }
    Button way = Nodes.button(Long.toString(n), "", () -> here.navigator().go(place), "plain");
    way.setId("station-" + what + "-" + l.letter());
    way.setAccessibleText(l.name() + " " + n + " " + what(what));
    return way;
  }

  private String what(String key) {
    return switch (key) {
      case "packages" -> here.t("nav.packages");
      case "people" -> here.t("nav.people.in");
      default -> here.t("overview." + key);
    };
  }

  static VBox two(String first, String second) {
    VBox box = new VBox(1, Nodes.line(first, "strong"));
    if (!second.isEmpty()) {
      box.getChildren().add(Nodes.line(second, "muted", "small"));
    }
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
