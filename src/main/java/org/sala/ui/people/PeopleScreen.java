package org.sala.ui.people;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.People;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.PeopleColumns;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** Everybody who is known here, found by number or name in any script. */
public final class PeopleScreen implements Screen {
  private static final int WINDOW = 5_000;

  private final People people;
  private final Here here;
  private final Work.Line line;
  private final TextField filter = new TextField();
  private final Label count = Nodes.changing("muted");
  private final Table<People.PersonLine> table;
  private final VBox page;

  public PeopleScreen(People people, Here here) {
    this.people = people;
    this.here = here;
    this.line = here.work().line();
    this.table =
        PeopleColumns.table(
                here.texts(),
                Nodes.empty(
                    here.t("people.none"),
                    here.t("people.none.next"),
                    Nodes.button(here.t("people.register"), "Ctrl N", this::add, "primary")))
            .opens(p -> here.navigator().go(new Place.OnePerson(p.id())));
    table.setId("people");
    filter.setPromptText(here.t("people.filter"));
    filter.setAccessibleText(here.t("people.filter"));
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
                here.t("nav.people"),
                here.t("people.below"),
                Nodes.button(
                    here.t("intake.open"), "", () -> here.navigator().go(new Place.Intake())),
                Nodes.button(here.t("people.register"), "Ctrl N", this::add, "primary")),
            card);
    page.getStyleClass().add("page");
    refresh();
  }

  private record Found(List<People.PersonLine> lines, int count) {}

  @Override
  public void refresh() {
    String typed = filter.getText();
    line.ask(
        () -> new Found(people.list(typed, "changed", true, 0, WINDOW), people.count(typed)),
        found -> {
          table.setItems(FXCollections.observableArrayList(found.lines()));
          count.setText(here.t("people.count", found.count()));
        });
  }

  @Override
  public void add() {
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
    line.close();
  }
}
