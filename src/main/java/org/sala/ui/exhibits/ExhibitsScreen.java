package org.sala.ui.exhibits;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.Cases;
import org.sala.casework.Exhibits;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.ExhibitIntake;
import org.sala.ui.roster.ExhibitTable;
import org.sala.ui.route.Here;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** The list of exhibits of all cases. */
public final class ExhibitsScreen implements Screen {
  private static final int WINDOW = 5_000;
  private static final int CASES = 200;

  private final Exhibits exhibits;
  private final Cases cases;
  private final Here here;
  private final Work.Line line;
  private final ExhibitIntake intake;
  private final TextField filter = new TextField();
  private final Label count = Nodes.changing("muted");
  private final Table<Exhibits.ExhibitLine> table;
  private final VBox page;
  private List<Cases.CaseLine> choices = List.of();

  public ExhibitsScreen(Exhibits exhibits, Cases cases, Here here) {
    this.exhibits = exhibits;
    this.cases = cases;
    this.here = here;
    this.line = here.work().line();
    this.intake = new ExhibitIntake(exhibits, here, line);
    this.table =
        ExhibitTable.of(
            here,
            Nodes.empty(
                here.t("exhibit.none"),
                here.t("exhibit.none.next"),
                Nodes.button(here.t("exhibit.add"), "Ctrl N", this::add, "primary")));
    table.setId("exhibits");
    filter.setPromptText(here.t("exhibit.filter"));
    filter.setAccessibleText(here.t("exhibit.filter"));
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
                here.t("nav.exhibits"),
                here.t("exhibit.below"),
                Nodes.button(here.t("exhibit.add"), "Ctrl N", this::add, "primary")),
            card);
    page.getStyleClass().add("page");
    intake.dropsOn(page, () -> choices);
    refresh();
  }

  private record Found(List<Exhibits.ExhibitLine> lines, int count, List<Cases.CaseLine> choices) {}

  @Override
  public void refresh() {
    String typed = filter.getText();
    line.ask(
        () ->
            new Found(
                exhibits.list(typed, "changed", true, 0, WINDOW),
                exhibits.count(typed),
                cases.list("", "changed", true, 0, CASES)),
        found -> {
          table.setItems(FXCollections.observableArrayList(found.lines()));
          count.setText(here.t("exhibit.count", found.count()));
          choices = found.choices();
        });
  }

  @Override
  public void add() {
    intake.ask(choices, List.<Path>of());
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
