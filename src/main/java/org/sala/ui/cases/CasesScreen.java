package org.sala.ui.cases;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.Cases;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** The list of cases. */
public final class CasesScreen implements Screen {
  private static final int WINDOW = 5_000;

  private final Cases cases;
  private final Here here;
  private final Work.Line line;
  private final TextField filter = new TextField();
  private final Label count = Nodes.changing("muted");
  private final Table<Cases.CaseLine> table;
  private final VBox page;

  public CasesScreen(Cases cases, Here here) {
    this.cases = cases;
    this.here = here;
    this.line = here.work().line();
    this.table =
        new Table<Cases.CaseLine>(
                Nodes.empty(
                    here.t("cases.none"),
                    here.t("cases.none.next"),
                    Nodes.button(here.t("cases.new"), "Ctrl N", this::add, "primary")))
            .column(here.t("cases.number"), 150, Cases.CaseLine::number, "mono")
            .column(here.t("cases.title"), 340, Cases.CaseLine::title, "strong")
            .nodes(here.t("cases.status"), 150, this::badges)
            .column(here.t("cases.place"), 180, Cases.CaseLine::place)
            .column(here.t("cases.people"), 80, c -> String.valueOf(c.people()))
            .column(here.t("cases.changed"), 150, c -> here.texts().date(c.changedMillis()))
            .opens(c -> here.navigator().go(new Place.OneCase(c.id(), "overview")));
    table.setId("cases");
    filter.setPromptText(here.t("cases.filter"));
    filter.setAccessibleText(here.t("cases.filter"));
    filter.setId("filter");
    filter.setPrefWidth(280);
    filter.textProperty().addListener((o, was, is) -> refresh());
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox card = Nodes.card(Nodes.row(filter, count), table);
    VBox.setVgrow(card, Priority.ALWAYS);
    page =
        new VBox(
            Nodes.header(
                "",
                here.t("nav.cases"),
                here.t("cases.below"),
                Nodes.button(here.t("cases.new"), "Ctrl N", this::add, "primary")),
            card);
    page.getStyleClass().add("page");
    refresh();
  }

  private record Found(List<Cases.CaseLine> lines, int count) {}

  @Override
  public void refresh() {
    String typed = filter.getText();
    line.ask(
        () -> new Found(cases.list(typed, "changed", true, 0, WINDOW), cases.count(typed)),
        found -> {
          table.setItems(FXCollections.observableArrayList(found.lines()));
          count.setText(here.t("cases.count", found.count()));
        });
  }

  private Node badges(Cases.CaseLine c) {
    var row = Nodes.row(new Badge(Badge.Kind.INFO, here.texts().code("status", c.status())));
    if (c.sensitivity().equals("restricted")) {
      row.getChildren()
          .add(new Badge(Badge.Kind.DANGER, here.texts().code("sensitivity", c.sensitivity())));
    }
    if (c.disputes() > 0) {
      row.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("versions", c.disputes())));
    }
    return row;
  }

  @Override
  public void add() {
    Form form = new Form();
    TextField title = form.add(here.t("cases.title"), new TextField());
    title.setId("case-title");
    Choice kind =
        form.add(
            here.t("cases.kind"),
            new Choice(
                List.of("rescue", "walk-in", "report", "arrest"),
                c -> here.texts().code("caseKind", c)));
    Choice sensitivity =
        form.add(
            here.t("cases.sensitivity"),
            new Choice(List.of("normal", "restricted"), c -> here.texts().code("sensitivity", c)));
    TextField place = form.add(here.t("cases.place"), new TextField());
    TextArea summary = form.add(here.t("cases.summary"), new TextArea());
    summary.setPrefRowCount(3);
    summary.setWrapText(true);
    here.dialogs()
        .ask(
            here.t("cases.new"),
            form,
            here.t("cases.open"),
            () -> {
              if (title.getText().isBlank()) {
                here.dialogs().notice(here.t("cases.title.needed"));
                return false;
              }
              Cases.NewCase fresh =
                  new Cases.NewCase(
                      title.getText(),
                      kind.getValue(),
                      sensitivity.getValue(),
                      place.getText(),
                      summary.getText());
              line.act(
                  () -> cases.open(fresh),
                  id -> here.navigator().go(new Place.OneCase(id, "overview")));
              return true;
            });
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
