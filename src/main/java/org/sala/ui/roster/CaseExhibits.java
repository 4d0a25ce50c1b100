package org.sala.ui.roster;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.people.Cases;
import org.sala.ui.kit.ColumnChoice;
import org.sala.ui.kit.Columns;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/** The exhibits of one case, with the ways to add to them. */
public final class CaseExhibits {
  private final Cases.CaseLine caseLine;
  private final Here here;
  private final ExhibitIntake intake;
  private final RememberedColumns remembered;

  public CaseExhibits(
      Cases.CaseLine caseLine,
      Exhibits exhibits,
      RememberedColumns remembered,
      Here here,
      Work.Line line) {
    this.remembered = remembered;
    this.caseLine = caseLine;
    this.here = here;
    this.intake = new ExhibitIntake(exhibits, here, line);
  }

  public Node node(List<ExhibitTable.Row> exhibits) {
    boolean headquarters = exhibits.stream().allMatch(e -> e.way().isEmpty());
    Table<ExhibitTable.Row> table =
        remembered
            .on(
                new Table<>(Nodes.empty(here.t("exhibit.none"), here.t("exhibit.none.next"))),
                "case-exhibits",
                new Columns<>(ExhibitTable.columns(here, headquarters), ExhibitTable.orders()))
            .opens(e -> here.navigator().go(new Place.OneExhibit(e.id())))
            .shows(exhibits);
    VBox.setVgrow(table, Priority.ALWAYS);
    ColumnChoice choice = remembered.choice(table, here);
    VBox card =
        Nodes.card(
            Nodes.row(
                Nodes.label(here.t("exhibit.drop"), "muted"),
                Nodes.spring(),
                choice.button(),
                Nodes.button(here.t("exhibit.add"), "Ctrl N", this::add)),
            choice.bar(),
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
