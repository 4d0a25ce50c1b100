package org.sala.ui.exhibits;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.packages.Packages;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Preferences;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.ExhibitIntake;
import org.sala.ui.roster.ExhibitTable;
import org.sala.ui.roster.ListScreen;
import org.sala.ui.roster.Listed;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/** The list of exhibits of all cases. */
public final class ExhibitsScreen implements ListScreen {
  private static final int CASES = 200;

  private final Cases cases;
  private final Work.Line line;
  private final ExhibitIntake intake;
  private final LongList<ExhibitTable.Row> list;
  private final VBox page;
  private List<Cases.CaseLine> choices = List.of();

  /** What this screen works with. */
  public record Doing(Exhibits exhibits, Cases cases, Packages packages, boolean headquarters) {}

  public ExhibitsScreen(Doing doing, Preferences preferences, Here here) {
    Exhibits exhibits = doing.exhibits();
    this.cases = doing.cases();
    this.line = here.work().line();
    this.intake = new ExhibitIntake(exhibits, here, line);
    this.list =
        Listed.of(
            new LongList.Made<>(
                "exhibits",
                ExhibitTable.columns(here, doing.headquarters()),
                "",
                true,
                ExhibitTable.Row::id,
                Nodes.empty(
                    here.t("exhibit.none"),
                    here.t("exhibit.none.next"),
                    Nodes.button(here.t("exhibit.add"), "Ctrl N", this::add, "primary")),
                e -> here.navigator().go(new Place.OneExhibit(e.id())),
                List.of(
                    new LongList.Verb<>(
                        here.t("open"),
                        "Enter",
                        e -> here.navigator().go(new Place.OneExhibit(e.id()))),
                    new LongList.Verb<>(
                        here.t("exhibit.tocase"),
                        "",
                        e ->
                            here.navigator()
                                .go(new Place.OneCase(e.line().caseId(), "exhibits"))))),
            new Listed.Keys("exhibit.filter", "exhibit.count"),
            new Listed.Asked<>(
                q -> exhibits.page(q).all(lines -> ExhibitTable.Row.of(lines, doing.packages())),
                exhibits::count),
            preferences,
            here,
            line);
    page =
        new VBox(
            Nodes.header(
                "",
                here.t("nav.exhibits"),
                here.t("exhibit.below"),
                Nodes.button(here.t("exhibit.add"), "Ctrl N", this::add, "primary")),
            list);
    page.getStyleClass().add("page");
    intake.dropsOn(page, () -> choices);
    readChoices();
  }

  @Override
  public void refresh() {
    ListScreen.super.refresh();
    readChoices();
  }

  /** The cases that an exhibit may go to. */
  private void readChoices() {
    line.ask(() -> cases.list("", "changed", true, 0, CASES), found -> choices = found);
  }

  @Override
  public LongList<ExhibitTable.Row> list() {
    return list;
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
    list.close();
    line.close();
  }
}
