package org.sala.ui.people;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Numbering;
import org.sala.casework.people.People;
import org.sala.casework.station.Preferences;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.LetterForm;
import org.sala.ui.roster.ListScreen;
import org.sala.ui.roster.Listed;
import org.sala.ui.roster.PeopleColumns;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/** Everybody who is known here, found by number or name in any script. */
public final class PeopleScreen implements ListScreen {
  private final People people;
  private final Numbering numbering;
  private final Here here;
  private final Work.Line line;
  private final LongList<People.PersonLine> list;
  private final VBox page;

  public PeopleScreen(People people, Numbering numbering, Preferences preferences, Here here) {
    this.people = people;
    this.numbering = numbering;
    this.here = here;
    this.line = here.work().line();
    this.list =
        Listed.of(
            new LongList.Made<>(
                "people",
                PeopleColumns.all(here.texts()),
                "changed",
                true,
                People.PersonLine::id,
                Nodes.empty(
                    here.t("people.none"),
                    here.t("people.none.next"),
                    Nodes.button(here.t("people.register"), "Ctrl N", this::add, "primary")),
                this::open,
                List.of(
                    new LongList.Verb<>(here.t("open"), "Enter", this::open),
                    new LongList.Verb<>(here.t("triage.title.short"), "", this::triage))),
            new Listed.Keys("people.filter", "people.count"),
            new Listed.Asked<>(people::page, people::count),
            preferences,
            here,
            line);
    page =
        new VBox(
            Nodes.header(
                "",
                here.t("nav.people"),
                here.t("people.below"),
                same(),
                Nodes.button(
                    here.t("house.open"), "", () -> here.navigator().go(new Place.House())),
                Nodes.button(
                    here.t("intake.open"), "", () -> here.navigator().go(new Place.Intake())),
                Nodes.button(here.t("people.register"), "Ctrl N", this::add, "primary")),
            list);
    page.getStyleClass().add("page");
  }

  private Node same() {
    Button same =
        Nodes.button(here.t("same.title"), "", () -> here.navigator().go(new Place.SamePerson()));
    same.setId("same-people");
    return same;
  }

  private void open(People.PersonLine p) {
    here.navigator().go(new Place.OnePerson(p.id()));
  }

  private void triage(People.PersonLine p) {
    here.navigator().go(new Place.Triage(p.id()));
  }

  @Override
  public LongList<People.PersonLine> list() {
    return list;
  }

  @Override
  public void add() {
    LetterForm.before(here, line, numbering, this::register);
  }

  private void register() {
    line.act(
        people::nextWristband,
        number ->
            PersonForm.ask(
                here,
                number,
                person ->
                    line.act(
                        () -> people.register(List.of(person)).getFirst(),
                        id -> here.navigator().go(new Place.OnePerson(id)))));
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
