package org.sala.ui.dossier;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.consent.Consents;
import org.sala.casework.history.Histories;
import org.sala.casework.paper.DossierLeaving;
import org.sala.casework.people.People;
import org.sala.casework.protection.Dossier;
import org.sala.casework.protection.Dossiers;
import org.sala.casework.station.Officers;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Reason;
import org.sala.ui.route.Screen;
import org.sala.ui.text.BirthWords;
import org.sala.ui.text.FieldWords;
import org.sala.ui.work.Work;

/**
 * The dossier for not punishing a victim: what was done to them and what was done by them, on one
 * timeline. Before it there is only the question whether the person agrees.
 */
public final class DossierScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      Dossiers dossiers,
      People people,
      Histories histories,
      Consents consents,
      DossierLeaving leaving,
      Officers officers) {}

  /**
   * @param undecided whether versions of the dossier differ, so that it is neither printed nor
   *     sealed
   */
  private record Known(
      People.PersonLine person, Optional<Dossier> dossier, String officer, boolean undecided) {}

  /** A row with two lines, in pixels. */
  private static final double LEAST = 58;

  /** What a row has above and below its lines, and by how much its first one is higher. */
  private static final double FIRST_LINE = 18;

  private static final double LINE = 19;
  private static final double BADGE = 24;

  private final RecordId person;
  private final Doing doing;
  private final Here here;
  private final Work.Line line;
  private final DossierForms forms;
  private final LeavingForms leaving;
  private final VBox page = new VBox();
  private @Nullable Known known;

  public DossierScreen(RecordId person, Doing doing, Here here) {
    this.person = person;
    this.doing = doing;
    this.here = here;
    this.line = here.work().line();
    this.forms = new DossierForms(doing.dossiers(), here, line);
    this.leaving = new LeavingForms(doing, here, line);
    page.getStyleClass().add("page");
    line.ask(() -> read(doing.dossiers().look(person)), this::show);
  }

  private Known read(Optional<Dossier> dossier) {
    return new Known(
        doing.people().find(person).orElseThrow(),
        dossier,
        doing.officers().me(),
        dossier.filter(d -> doing.dossiers().undecided(d.id())).isPresent());
  }

  @Override
  public void refresh() {
    if (known != null) {
      line.ask(() -> read(doing.dossiers().now(person)), this::show);
    }
  }

  private void show(Known k) {
    known = k;
    String crumb = here.t("nav.people") + " / " + k.person().wristband();
    if (k.dossier().isEmpty()) {
      var open = Nodes.button(here.t("dossier.open"), "Ctrl Enter", this::goOn, "primary");
      open.setId("dossier-open");
      page.getChildren()
          .setAll(
              Nodes.header(crumb, here.t("dossier.title"), here.t("dossier.law")),
              Nodes.empty(here.t("dossier.none"), here.t("dossier.none.next"), open));
      return;
    }
    Dossier d = k.dossier().get();
    Table<Dossier.Entry> table =
        new Table<Dossier.Entry>(Nodes.empty(here.t("dossier.bare"), here.t("dossier.bare.next")))
            .nodes(here.t("dossier.when"), 150, this::when)
            .nodes(here.t("dossier.tothem"), 330, e -> track(e, Dossier.Track.TO_THEM))
            .nodes(here.t("dossier.bythem"), 430, e -> track(e, Dossier.Track.BY_THEM));
    // All rows are as high as the highest: a table with heights of their own jumps as it scrolls.
    table.setFixedCellSize(d.deeds().stream().mapToDouble(this::height).max().orElse(LEAST));
    table.framed().opens(this::edit);
    table.setId("deeds");
    table.setItems(FXCollections.observableArrayList(d.deeds()));
    VBox.setVgrow(table, Priority.ALWAYS);
    var to = Nodes.button(here.t("dossier.add.TO_THEM"), "Ctrl N", this::add, "primary");
    to.setId("deed-to");
    var by =
        Nodes.button(
            here.t("dossier.add.BY_THEM"), "", () -> forms.deed(d.id(), Dossier.Track.BY_THEM));
    by.setId("deed-by");
    var print = Nodes.button(here.t("paper.print"), "", () -> print(k));
    print.setId("dossier-print");
    var seal = Nodes.button(here.t("dossier.seal"), "", () -> seal(k, d));
    seal.setId("dossier-seal");
    var said = Nodes.label(counsel(d), "muted");
    said.setMinWidth(0);
    page.getChildren()
        .setAll(
            Nodes.header(crumb, here.t("dossier.title"), here.t("dossier.law"), by, to),
            Nodes.row(
                said,
                Nodes.spring(),
                Nodes.button(here.t("dossier.end"), "", () -> end(d), "plain"),
                print,
                seal),
            table,
            Nodes.label(here.t("dossier.stays"), "muted", "small"));
    differing(k, d).ifPresent(l -> page.getChildren().add(1, l));
  }

  /** What both ways out wait for, with all values of the dossier's own fields. */
  private Optional<Node> differing(Known k, Dossier d) {
    if (!k.undecided()) {
      return Optional.empty();
    }
    VBox words = new VBox(2, Nodes.label(here.t("dossier.differing"), "warning-text"));
    FieldWords.differing(d.differing(), here.texts()).ifPresent(words.getChildren()::add);
    words.setId("dossier-differing");
    return Optional.of(words);
  }

  private void print(Known k) {
    if (k.undecided()) {
      here.dialogs().tell(here.t("dossier.title"), here.t("fault.DISPUTED"));
    } else {
      leaving.print(k.person(), k.officer());
    }
  }

  private void seal(Known k, Dossier d) {
    if (k.undecided()) {
      here.dialogs().tell(here.t("dossier.seal.verb"), here.t("fault.DISPUTED"));
    } else {
      leaving.seal(k.person(), d);
    }
  }

  private String counsel(Dossier d) {
    String agreed =
        here.t(
            "dossier.agreed",
            here.texts().date(d.agreed()),
            here.texts().code("lang", d.language()));
    return agreed
        + " · "
        + (d.counsel().isEmpty()
            ? here.t("dossier.nocounsel", d.noCounsel())
            : here.t("dossier.counsel", d.counsel()));
  }

  private Node when(Dossier.Entry e) {
    Dossier.Deed d = e.deed();
    boolean unread =
        d.when().precision() == PartialDate.Precision.UNKNOWN && d.when().typed().isBlank();
    VBox box =
        new VBox(
            2,
            // What it was taken for below what was typed: a line is not broken within a month.
            Nodes.label(
                all(e, "when")
                    .orElse(
                        unread
                            ? here.t("dossier.notime")
                            : BirthWords.of(d.when(), here.texts()).replaceFirst(" · ", "\n"))));
    if (d.track() == Dossier.Track.BY_THEM) {
      String coercion =
          all(e, "coercion").orElse(here.texts().code("coercion", d.coercion().name()));
      box.getChildren().add(Nodes.label(coercion, "muted", "small"));
    }
    if (!e.differing().isEmpty()) {
      box.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("disputed")));
    }
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  /** Returns how high a row has to be in pixels: what is told of it, or when it was and why. */
  private double height(Dossier.Entry e) {
    double told = FIRST_LINE + LINE * track(e, e.deed().track()).getChildren().size();
    double when = e.deed().track() == Dossier.Track.BY_THEM ? LEAST + LINE : LEAST;
    return Math.max(told, e.differing().isEmpty() ? when : when + BADGE);
  }

  /** Each track has its own column, so that one reads down what was done to them beside it. */
  private VBox track(Dossier.Entry e, Dossier.Track track) {
    Dossier.Deed d = e.deed();
    VBox box = new VBox(2);
    box.setAlignment(Pos.CENTER_LEFT);
    if (d.track() != track) {
      return box;
    }
    box.getChildren().add(Nodes.line(all(e, "what").orElse(d.what()), "strong"));
    said(box, e, "orderedBy", d.orderedBy());
    said(box, e, "threat", d.threat());
    said(box, e, "alternatives", d.alternatives());
    said(box, e, "link", d.link());
    said(box, e, "evidence", d.evidence());
    return box;
  }

  private void said(VBox box, Dossier.Entry e, String key, String words) {
    String all = all(e, key).orElse(words);
    if (!all.isEmpty()) {
      box.getChildren().add(Nodes.line(here.t("dossier.line." + key, all), "muted", "small"));
    }
  }

  /** Every value of a field of which versions differ; empty where there is one. */
  private Optional<String> all(Dossier.Entry e, String key) {
    return e.differing(key).map(s -> FieldWords.value(s, here.texts()));
  }

  private record Opened(Dossiers.Shown shown, List<Histories.Entry> history) {}

  private void edit(Dossier.Entry entry) {
    line.ask(
        () -> new Opened(doing.dossiers().shown(entry.id()), doing.histories().of(entry.id())),
        o -> forms.edit(entry.id(), o.shown(), o.history()));
  }

  private void end(Dossier d) {
    Form form = new Form();
    TextField why = form.add(here.t("reason"), new TextField());
    here.dialogs()
        .askForGood(
            d.id().toString(),
            here.t("dossier.end.verb"),
            new VBox(10, Nodes.label(here.t("dossier.end.below"), "muted"), form),
            here.t("dossier.end.verb"),
            () ->
                Reason.given(
                    here,
                    why,
                    words -> line.act(() -> doing.dossiers().end(d.id(), words), saved -> {})));
  }

  /** Opens one, where there is none. */
  @Override
  public void goOn() {
    Known k = known;
    if (k != null && k.dossier().isEmpty()) {
      forms.open(k.person());
    }
  }

  @Override
  public void add() {
    Known k = known;
    if (k != null) {
      k.dossier().ifPresent(d -> forms.deed(d.id(), Dossier.Track.TO_THEM));
    }
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
