package org.sala.ui.roster;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.people.Cases;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** The exhibits of one case, with the ways to add to them. */
public final class CaseExhibits {
  private final Cases.CaseLine caseLine;
  private final Here here;
  private final ExhibitIntake intake;

  public CaseExhibits(Cases.CaseLine caseLine, Exhibits exhibits, Here here, Work.Line line) {
    this.caseLine = caseLine;
    this.here = here;
    this.intake = new ExhibitIntake(exhibits, here, line);
  }

  public Node node(List<ExhibitTable.Row> exhibits) {
    Table<ExhibitTable.Row> table =
        ExhibitTable.of(
            here,
            Nodes.empty(here.t("exhibit.none"), here.t("exhibit.none.next")),
            exhibits.stream().allMatch(e -> e.way().isEmpty()));
    table.setItems(FXCollections.observableArrayList(exhibits));
    table.setId("case-exhibits");
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox card =
        Nodes.card(
            Nodes.row(
                Nodes.label(here.t("exhibit.drop"), "muted"),
                Nodes.spring(),
                Nodes.button(here.t("exhibit.add"), "Ctrl N", this::add)),
            table);
    VBox.setVgrow(card, Priority.ALWAYS);
    intake.dropsOn(card, () -> List.of(caseLine));
    return card;
  }

  /** Ctrl+N while the tab is open. */
  public void add() {
    intake.ask(List.of(caseLine), List.of());
  }
}
