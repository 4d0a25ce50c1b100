package org.sala.ui.screening;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.form.Catalogue;
import org.sala.form.Dimension;
import org.sala.form.Explanation;
import org.sala.form.Indicator;
import org.sala.form.Section;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** The result with all that it rests on. A worksheet: not evidence of guilt or truth. */
final class WorksheetPart {
  private final ScreeningPage page;
  private final Catalogue catalogue;
  private final Explanation e;
  private final Here here;

  WorksheetPart(ScreeningPage page, Explanation e, Here here) {
    this.page = page;
    this.catalogue = page.catalogue().orElseThrow();
    this.e = e;
    this.here = here;
  }

  Node node() {
    VBox result =
        Nodes.card(
            Nodes.label(
                here.t(
                    "worksheet.shown",
                    Catalogue.RULES,
                    here.texts().code("catalogue", catalogue.id()),
                    catalogue.version()),
                "caption"),
            Nodes.label(here.texts().code("result", e.result().code()), "title"),
            Nodes.label(here.texts().code("resultMeans", e.result().code())));
    if (e.childProtectionReferral()) {
      result.getChildren().add(new Badge(Badge.Kind.DANGER, here.t("worksheet.child")));
    }
    if (e.forcedLabour()) {
      result.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("worksheet.forced")));
    }
    result.getChildren().add(Nodes.label(here.t("worksheet.protected"), "strong"));
    if (page.line().state() == Screenings.State.CLOSED && page.sealedFor().isPresent()) {
      result
          .getChildren()
          .add(Nodes.label(here.t("worksheet.sealed", page.sealedFor().get()), "muted"));
    }
    if (e.result().offersOtherWays()) {
      result
          .getChildren()
          .addAll(Nodes.label(here.t("worksheet.other"), "strong"), list("worksheet.other."));
    }
    VBox elements = Nodes.card(Nodes.label(here.t("worksheet.elements"), "strong"));
    elements
        .getChildren()
        .addAll(
            element("act", e.act(), e.actBasis()),
            element("means", e.means(), e.meansBasis()),
            element("purpose", e.purpose(), e.purposeBasis()));
    VBox dimensions =
        Nodes.card(
            Nodes.label(here.t("worksheet.dimensions"), "strong"),
            Nodes.label(here.t("worksheet.dimensions.source"), "muted", "small"),
            dimensions());
    VBox limits = Nodes.card(Nodes.label(here.t("worksheet.limits"), "muted"));
    return new VBox(14, result, elements, dimensions, limits);
  }

  private Node list(String family) {
    VBox all = new VBox(4);
    for (String key : List.of("crime", "return", "asylum", "labour")) {
      all.getChildren().add(Nodes.label("– " + here.t(family + key)));
    }
    return all;
  }

  /** One of the three elements; where it is not met, what to ask next and never a no. */
  private Node element(String key, boolean met, List<String> basis) {
    Badge badge =
        met
            ? new Badge(Badge.Kind.OK, here.t("worksheet.met"))
            : new Badge(Badge.Kind.NEUTRAL, here.t("worksheet.open"));
    VBox words = new VBox(2, Nodes.row(Nodes.line(here.t("worksheet." + key), "strong"), badge));
    if (!met) {
      words.getChildren().add(Nodes.label(here.t("worksheet." + key + ".ask"), "muted"));
    } else if (basis.isEmpty()) {
      words.getChildren().add(Nodes.label(here.t("worksheet.act.added"), "muted"));
    }
    for (String code : basis) {
      words.getChildren().add(Nodes.label(named(code)));
      differing(code).ifPresent(words.getChildren()::add);
    }
    return words;
  }

  /** All versions of an answer that the element rests on; empty where there is one. */
  private Optional<Node> differing(String code) {
    return catalogue
        .indicator(code)
        .map(catalogue::path)
        .filter(page::disputed)
        .map(
            path ->
                new VBox(
                    2,
                    new Badge(Badge.Kind.WARNING, here.t("disputed")),
                    Nodes.label(AnswerVersions.of(page, path, here.texts()), "warning-words")));
  }

  private String named(String code) {
    Indicator i = catalogue.indicator(code).orElseThrow();
    // Where versions differ how each came stands with all of them.
    String came = page.disputed(catalogue.path(i)) ? "" : page.at(i).came();
    String how = came.isEmpty() ? "" : " · " + here.texts().code("came", came);
    return code + "  " + i.heardLabel().in(here.texts().language()) + how;
  }

  private Node dimensions() {
    GridPane grid = new GridPane();
    grid.setHgap(14);
    grid.setVgap(6);
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(wide);
    grid.addRow(
        0,
        head("worksheet.dimension"),
        head("worksheet.strong"),
        head("worksheet.medium"),
        head("worksheet.weak"),
        head("worksheet.clause"));
    int row = 1;
    for (Section s : catalogue.sections()) {
      if (s.dimension().isPresent()) {
        Dimension d = s.dimension().get();
        Explanation.Count c = e.dimensions().get(d);
        if (c != null) {
          grid.addRow(
              row++,
              Nodes.label(here.texts().code("dimension", d.code())),
              Nodes.line(String.valueOf(c.strong())),
              Nodes.line(String.valueOf(c.medium())),
              Nodes.line(String.valueOf(c.weak())),
              clause(d, c));
        }
      }
    }
    grid.getChildren().forEach(n -> GridPane.setValignment(n, VPos.TOP));
    return grid;
  }

  private Node head(String key) {
    var label = Nodes.line(here.t(key), "caption");
    label.setMinWidth(javafx.scene.control.Label.USE_PREF_SIZE);
    return label;
  }

  private Node clause(Dimension d, Explanation.Count c) {
    if (!d.counts()) {
      return Nodes.line(here.t("worksheet.notcounted"), "muted");
    }
    return c.clause()
        .<Node>map(k -> new Badge(Badge.Kind.OK, here.texts().code("clause", k.name())))
        .orElseGet(() -> Nodes.line(here.t("worksheet.negative"), "muted"));
  }

  static String codes(List<String> codes, Catalogue catalogue, Here here) {
    return codes.stream()
        .map(
            c ->
                catalogue
                    .indicator(c)
                    .map(i -> i.heardLabel().in(here.texts().language()))
                    .orElse(c))
        .collect(Collectors.joining(", "));
  }
}
