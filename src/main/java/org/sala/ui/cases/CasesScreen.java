package org.sala.ui.cases;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Numbering;
import org.sala.casework.station.Preferences;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.ListScreen;
import org.sala.ui.roster.Listed;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/** The list of cases. */
public final class CasesScreen implements ListScreen {
  private final Cases cases;
  private final Numbering numbering;
  private final Here here;
  private final Work.Line line;
  private final LongList<Cases.CaseLine> list;
  private final VBox page;

  public CasesScreen(Cases cases, Numbering numbering, Preferences preferences, Here here) {
    this.cases = cases;
    this.numbering = numbering;
    this.here = here;
    this.line = here.work().line();
    this.list =
        Listed.of(
            new LongList.Made<>(
                "cases",
                columns(),
                "changed",
                true,
                Cases.CaseLine::id,
                Nodes.empty(
                    here.t("cases.none"),
                    here.t("cases.none.next"),
                    Nodes.button(here.t("cases.new"), "Ctrl N", this::add, "primary")),
                this::open,
                List.of(
                    new LongList.Verb<>(here.t("open"), "Enter", this::open),
                    new LongList.Verb<>(here.t("packages.seal"), "", this::seal))),
            new Listed.Keys("cases.filter", "cases.count"),
            new Listed.Asked<>(cases::page, cases::count),
            preferences,
            here,
            line);
    page =
        new VBox(
            Nodes.header(
                "",
                here.t("nav.cases"),
                here.t("cases.below"),
                Nodes.button(here.t("cases.new"), "Ctrl N", this::add, "primary")),
            list);
    page.getStyleClass().add("page");
  }

  private List<Column<Cases.CaseLine>> columns() {
    return List.of(
        Column.words("number", here.t("cases.number"), 150, Cases.CaseLine::number, "mono")
            .sortedBy("number"),
        Column.words("title", here.t("cases.title"), 300, Cases.CaseLine::title, "strong")
            .sortedBy("title"),
        Column.<Cases.CaseLine>nodes("status", here.t("cases.status"), 190, this::badges)
            .sortedBy("status"),
        Column.words("place", here.t("cases.place"), 180, Cases.CaseLine::place),
        Column.words("people", here.t("cases.people"), 80, c -> String.valueOf(c.people())),
        Column.<Cases.CaseLine>words(
                "changed", here.t("cases.changed"), 150, c -> here.texts().date(c.changedMillis()))
            .sortedBy("changed"));
  }

  private void open(Cases.CaseLine c) {
    here.navigator().go(new Place.OneCase(c.id(), "overview"));
  }

  private void seal(Cases.CaseLine c) {
    here.navigator().go(new Place.Packages(Optional.of(c.id())));
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
  public LongList<Cases.CaseLine> list() {
    return list;
  }

  @Override
  public void add() {
    line.act(numbering::suggestedPrefix, this::ask);
  }

  /** The first case of a laptop that nobody has enrolled also says what all numbers begin with. */
  private void ask(Optional<String> suggested) {
    Form form = new Form();
    TextField prefix = new TextField(suggested.orElse(""));
    prefix.setId("case-prefix");
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
    if (suggested.isPresent()) {
      form.add(here.t("cases.prefix"), prefix);
    }
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
              String beginning = prefix.getText().strip().toUpperCase(Locale.ROOT);
              if (suggested.isPresent() && !Numbering.isPrefix(beginning)) {
                here.dialogs().notice(here.t("cases.prefix.needed"));
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
                  () -> {
                    if (suggested.isPresent()) {
                      numbering.prefix(beginning);
                    }
                    return cases.open(fresh);
                  },
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
    list.close();
    line.close();
  }
}
