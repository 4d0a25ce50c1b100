package org.sala.ui.overview;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Overview;
import org.sala.casework.paper.Exports;
import org.sala.ui.kit.BarChartCard;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** Charts of what came, and how many people there are of each kind, with few of a kind hidden. */
final class NumbersPart {
  private final Here here;
  private final VBox box = new VBox(14);
  private final ScrollPane scroll = new ScrollPane(box);

  NumbersPart(Here here) {
    this.here = here;
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setId("overview-numbers");
  }

  Node node() {
    return scroll;
  }

  void show(Overview.Glance g, Optional<Exports.Shown> statistics) {
    HBox charts =
        new HBox(
            14,
            chart(here.t("overview.chart.days", Overview.DAYS), days(g)),
            chart(here.t("overview.chart.people"), people(g)));
    box.getChildren()
        .setAll(
            charts,
            statistics
                .map(this::statistics)
                .orElseGet(
                    () ->
                        Nodes.empty(
                            here.t("overview.statistics.none"),
                            here.t("overview.statistics.none.next"))));
  }

  /** Where nothing is counted yet, axes alone would say nothing. */
  private Node chart(String caption, Map<String, Integer> bars) {
    boolean none = bars.values().stream().allMatch(n -> n == 0);
    VBox card =
        none
            ? Nodes.card(
                Nodes.label(caption, "caption"),
                Nodes.empty(here.t("overview.chart.none"), here.t("overview.chart.none.next")))
            : new BarChartCard(caption, bars);
    card.setPrefHeight(230);
    card.setPrefWidth(100);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private static Map<String, Integer> days(Overview.Glance g) {
    Map<String, Integer> days = new LinkedHashMap<>();
    g.days().forEach((d, n) -> days.put(Integer.toString(d.getDayOfMonth()), n));
    return days;
  }

  private Map<String, Integer> people(Overview.Glance g) {
    Map<String, Integer> people = new LinkedHashMap<>();
    g.stations()
        .forEach(
            l ->
                people.merge(
                    l.letter().isEmpty() ? here.t("arrivals.unknown") : l.letter(),
                    l.people(),
                    Integer::sum));
    return PeopleBars.of(people, here.t("overview.chart.others"));
  }

  private Node statistics(Exports.Shown shown) {
    GridPane table = new GridPane(20, 6);
    table.setId("statistics");
    int at = 0;
    table.add(cell("", "caption"), 0, 0);
    for (String f : shown.findings()) {
      String words =
          f.equals(Exports.NO_FINDING)
              ? here.t("paper.table.nofinding")
              : here.texts().code("finding", f);
      table.add(cell(words, "caption"), ++at, 0);
    }
    table.add(cell(here.t("paper.table.total"), "caption"), ++at, 0);
    for (Exports.ShownRow row : shown.rows()) {
      int y = table.getRowCount();
      table.add(cell(language(row.language()), "strong"), 0, y);
      for (int x = 0; x < row.cells().size(); x++) {
        table.add(cell(row.cells().get(x)), x + 1, y);
      }
    }
    VBox card =
        Nodes.card(
            Nodes.label(here.t("overview.statistics"), "caption"),
            table,
            Nodes.label(here.t("overview.statistics.below", Exports.FEW), "muted", "small"));
    if (shown.apart()) {
      card.getChildren().add(Nodes.label(here.t("paper.table.apart"), "warning"));
    }
    return card;
  }

  private String language(String code) {
    return code.isEmpty()
        ? here.t("paper.table.total")
        : code.equals(Exports.NOT_KNOWN)
            ? here.t("paper.table.nolanguage")
            : code.equals(Exports.OTHERS)
                ? here.t("paper.table.others")
                : here.texts().code("lang", code);
  }

  private static Label cell(String words, String... classes) {
    Label cell = Nodes.label(words, classes);
    cell.setMinWidth(40);
    return cell;
  }
}
