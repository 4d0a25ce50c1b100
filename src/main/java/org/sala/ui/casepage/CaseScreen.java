package org.sala.ui.casepage;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.erasing.Elsewhere;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.forms.BlankForms;
import org.sala.casework.forms.Forms;
import org.sala.casework.history.Histories;
import org.sala.casework.packages.Packages;
import org.sala.casework.partner.CopyRequest;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.Numbering;
import org.sala.casework.people.People;
import org.sala.casework.people.StillInside;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.Preferences;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Tabs;
import org.sala.ui.roster.BeginForm;
import org.sala.ui.roster.BringForm;
import org.sala.ui.roster.CaseExhibits;
import org.sala.ui.roster.EraseForm;
import org.sala.ui.roster.HistoryForm;
import org.sala.ui.roster.InsideForm;
import org.sala.ui.roster.LetterForm;
import org.sala.ui.roster.PartForm;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.roster.RememberedColumns;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.transit.StateBadge;
import org.sala.ui.work.Work;

/** One case: what people say, who they are, what was changed, and how far it is at headquarters. */
public final class CaseScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      Cases cases,
      People people,
      Numbering numbering,
      Involvements involvements,
      StillInside inside,
      Screenings screenings,
      Forms forms,
      BlankForms blanks,
      Statements statements,
      Histories histories,
      Packages packages,
      Exhibits exhibits,
      Elsewhere elsewhere,
      Preferences preferences) {}

  private final RecordId id;
  private final Doing doing;
  private final Clock clock;
  private final EraseForm erase;
  private final Here here;
  private final Work.Line line;
  private final Work.Line acts;
  private final RememberedColumns remembered;
  private final VBox page = new VBox();
  private String tab;
  private @Nullable CaseKnown known;
  private boolean adds;

  public CaseScreen(RecordId id, String tab, Doing doing, Clock clock, EraseForm erase, Here here) {
    this.id = id;
    this.clock = clock;
    this.erase = erase;
    this.tab = tab;
    this.doing = doing;
    this.here = here;
    this.line = here.work().line();
    this.acts = here.work().line();
    this.remembered = new RememberedColumns(doing.preferences(), acts);
    page.getStyleClass().add("page");
    refresh();
  }

  @Override
  public void refresh() {
    line.ask(() -> CaseKnown.of(id, doing, clock.millis()), this::show);
  }

  private void show(CaseKnown k) {
    known = k;
    StackPane body = new StackPane();
    VBox.setVgrow(body, Priority.ALWAYS);
    Tabs tabs =
        new Tabs(
            key -> {
              tab = key;
              body.getChildren().setAll(part(key, k));
            });
    tabs.add("overview", here.t("case.overview"));
    tabs.add("people", here.t("case.people", k.people().size()));
    tabs.add("screenings", here.t("case.screenings", k.screenings().size()));
    tabs.add("forms", here.t("case.forms", k.forms().size()));
    tabs.add("statements", here.t("case.statements", k.statements().size()));
    tabs.add("exhibits", here.t("case.exhibits", k.exhibits().size()));
    tabs.add("history", here.t("case.history", k.acts().number()));
    // Before it is shown: the keyboard then goes to what is in the tab.
    tabs.choose(tab);
    page.getChildren().setAll(header(k), tabs, body);
    if (adds) {
      adds = false;
      add();
    }
  }

  private Node part(String key, CaseKnown k) {
    return switch (key) {
      case "people" ->
          new PeoplePart(
                  k,
                  here,
                  this::addPeople,
                  Optional.of(new PeoplePart.Parts(this::registerAnew, this::edit, remembered)))
              .node();
      case "screenings" -> new ScreeningsPart(k, remembered, here).node();
      case "forms" ->
          new FormsPart(
                  k, new BeginForm(here, line, doing.forms(), doing.blanks()), remembered, here)
              .node();
      case "statements" -> new StatementsPart(k, remembered, here, this::beginStatement).node();
      case "exhibits" -> exhibits(k).node(k.exhibits());
      case "history" -> new HistoryPart(id, doing.histories(), acts, here).node();
      default ->
          new OverviewPart(
                  k,
                  here,
                  this::addPeople,
                  erase.button(id, "erase.case", line),
                  one -> InsideForm.ask(here, line, doing.inside(), one, this::refresh),
                  one ->
                      HistoryForm.button(
                          here, line, doing.histories(), List.of(one), "inside-history-" + one))
              .node();
    };
  }

  private CaseExhibits exhibits(CaseKnown k) {
    return new CaseExhibits(k.line(), doing.exhibits(), remembered, here, line);
  }

  private Node header(CaseKnown k) {
    HBox badges = Nodes.row(Nodes.line(here.t("nav.cases") + " / " + k.line().number(), "muted"));
    if (k.line().disputes() > 0) {
      // A title has no room for two: that there are two stands beside it, both in the overview.
      badges
          .getChildren()
          .add(new Badge(Badge.Kind.WARNING, here.t("versions", k.line().disputes())));
    }
    if (k.restricted()) {
      badges
          .getChildren()
          .add(new Badge(Badge.Kind.DANGER, here.texts().code("sensitivity", "restricted")));
    }
    badges
        .getChildren()
        .addAll(
            new Badge(Badge.Kind.INFO, here.texts().code("status", k.line().status())),
            StateBadge.of(k.way(), here));
    return Nodes.header(
        badges,
        k.line().title(),
        "",
        copy(),
        Nodes.button(here.t("edit"), "Ctrl E", this::edit),
        Nodes.button(
            here.t("case.seal"),
            "",
            () -> here.navigator().go(new Place.Packages(Optional.of(id))),
            "primary"));
  }

  private Node copy() {
    var copy =
        Nodes.button(
            here.t("partner.copy.verb"),
            "",
            () -> here.navigator().go(new Place.CopyFor(new CopyRequest.Scope.OneCase(id))));
    copy.setId("case-copy");
    return copy;
  }

  @Override
  public void edit() {
    if (known != null) {
      CaseForm.ask(
          known,
          here,
          (changes, reason, seen) ->
              line.act(() -> doing.cases().edit(id, changes, reason, seen), saved -> refresh()));
    }
  }

  /** Adds the thing of the open tab; a person where the tab has none of its own. */
  @Override
  public void add() {
    if (known == null) {
      // Asked for with the page itself: it comes once the case has been read.
      adds = true;
    } else if (tab.equals("statements")) {
      beginStatement();
    } else if (tab.equals("exhibits")) {
      exhibits(known).add();
    } else {
      addPeople();
    }
  }

  private void beginStatement() {
    CaseKnown k = known;
    if (k != null) {
      StatementForm.ask(
          k,
          who ->
              new StatementForm.Before(
                  doing.statements().ageUnsaid(who), doing.statements().saidNo(who)),
          here,
          (person, setting) ->
              line.act(
                  () -> doing.statements().begin(id, person, setting),
                  made -> here.navigator().go(new Place.OneStatement(made))));
    }
  }

  /** Brings in people who are here; where nobody else is, somebody is registered. */
  private void addPeople() {
    if (known != null) {
      Set<RecordId> inCase =
          known.people().stream().map(People.PersonLine::id).collect(Collectors.toSet());
      line.act(
          () -> doing.people().count("") > inCase.size(),
          others -> {
            if (others) {
              bring(inCase);
            } else {
              registerAnew();
            }
          });
    }
  }

  /** Registers somebody in the case, with what the person says of both axes. */
  private void registerAnew() {
    LetterForm.before(here, line, doing.numbering(), this::register);
  }

  private void register() {
    line.act(
        doing.people()::nextWristband,
        number ->
            PersonForm.askWithPart(
                here,
                number,
                (person, said) ->
                    line.act(
                        () -> doing.people().add(id, person, said.forced(), said.defrauded()),
                        done -> refresh())));
  }

  private void bring(Set<RecordId> inCase) {
    BringForm.ask(
        here,
        doing.people(),
        inCase,
        (people, written) ->
            line.act(
                () -> doing.involvements().bring(id, people, written, ""), saved -> refresh()));
  }

  private void edit(People.PersonLine p, Involvements.Part part) {
    PartForm.edit(
        here,
        p.wristband(),
        part,
        (written, day, reason, seen) ->
            line.act(
                () ->
                    day.isPresent()
                        ? doing.involvements().turn(part.id(), day.get(), written, reason, seen)
                        : doing.involvements().edit(part, written, reason, seen),
                saved -> refresh()));
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    line.close();
    acts.close();
  }
}
