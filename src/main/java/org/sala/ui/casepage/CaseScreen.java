package org.sala.ui.casepage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Cases;
import org.sala.casework.Histories;
import org.sala.casework.Packages;
import org.sala.casework.People;
import org.sala.casework.RecordStates;
import org.sala.casework.Screenings;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.kit.Tabs;
import org.sala.ui.roster.PeopleColumns;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.roster.ScreeningTable;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.text.FieldWords;
import org.sala.ui.work.Work;

/** One case: what people say, who they are, what was changed, and how far it is at headquarters. */
public final class CaseScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      Cases cases, People people, Screenings screenings, Histories histories, Packages packages) {}

  private final RecordId id;
  private final Doing doing;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private String tab;
  private @Nullable Known known;

  public CaseScreen(RecordId id, String tab, Doing doing, Here here) {
    this.id = id;
    this.tab = tab;
    this.doing = doing;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    refresh();
  }

  private record Known(
      Cases.CaseLine line,
      Map<String, Cases.Shown> fields,
      List<People.PersonLine> people,
      List<Screenings.Line> screenings,
      List<Histories.Entry> history,
      RecordStates.Reached reached) {}

  @Override
  public void refresh() {
    line.ask(
        () ->
            new Known(
                doing.cases().find(id).orElseThrow(),
                doing.cases().fields(id),
                doing.people().inCase(id),
                doing.screenings().inCase(id),
                doing.histories().of(id),
                doing.packages().reached(id)),
        this::show);
  }

  private void show(Known k) {
    known = k;
    StackPane body = new StackPane();
    VBox.setVgrow(body, Priority.ALWAYS);
    Tabs tabs =
        new Tabs(
            key -> {
              tab = key;
              body.getChildren()
                  .setAll(
                      switch (key) {
                        case "people" -> people(k);
                        case "screenings" -> screenings(k);
                        case "history" -> history(k);
                        default -> overview(k);
                      });
            });
    tabs.add("overview", here.t("case.overview"));
    tabs.add("people", here.t("case.people", k.people().size()));
    tabs.add("screenings", here.t("case.screenings", k.screenings().size()));
    tabs.add("history", here.t("case.history", k.history().size()));
    page.getChildren().setAll(header(k), tabs, body);
    tabs.choose(tab);
  }

  private Node header(Known k) {
    HBox badges = Nodes.row();
    if (k.line().sensitivity().equals("restricted")) {
      badges
          .getChildren()
          .add(new Badge(Badge.Kind.DANGER, here.texts().code("sensitivity", "restricted")));
    }
    badges
        .getChildren()
        .add(new Badge(Badge.Kind.INFO, here.texts().code("status", k.line().status())));
    badges
        .getChildren()
        .add(
            new Badge(
                k.reached() == RecordStates.Reached.RECEIVED ? Badge.Kind.OK : Badge.Kind.NEUTRAL,
                here.t("reached." + k.reached())));
    badges.setMinWidth(HBox.USE_PREF_SIZE);
    return Nodes.header(
        here.t("nav.cases") + " / " + k.line().number(),
        k.line().title(),
        "",
        badges,
        Nodes.button(here.t("edit"), "Ctrl E", this::edit),
        Nodes.button(
            here.t("case.seal"),
            "",
            () -> here.navigator().go(new Place.Packages(Optional.of(id))),
            "primary"));
  }

  private Node overview(Known k) {
    long forced = k.people().stream().filter(p -> !p.forced().isEmpty()).count();
    long defrauded = k.people().stream().filter(p -> !p.defrauded().isEmpty()).count();
    long inside = k.people().stream().mapToInt(People.PersonLine::stillInside).sum();
    long children = k.people().stream().filter(People.PersonLine::possiblyChild).count();
    long unasked =
        k.people().stream().filter(p -> p.forced().isEmpty() && p.defrauded().isEmpty()).count();
    HBox stats =
        new HBox(
            14,
            Nodes.stat(
                here.t("case.forced"),
                String.valueOf(forced),
                here.t("case.unasked", unasked),
                false),
            Nodes.stat(here.t("case.defrauded"), String.valueOf(defrauded), "", false),
            Nodes.stat(here.t("case.inside"), String.valueOf(inside), "", false),
            Nodes.stat(
                here.t("case.children"),
                String.valueOf(children),
                here.t("case.children.below"),
                children > 0));
    Node people = peopleCard(k);
    VBox.setVgrow(people, Priority.ALWAYS);
    VBox left = new VBox(14, stats, people);
    HBox.setHgrow(left, Priority.ALWAYS);
    return new HBox(14, left, Nodes.side(side(k), 280));
  }

  private VBox side(Known k) {
    VBox side = new VBox(14);
    int disputes =
        k.line().disputes() + k.people().stream().mapToInt(People.PersonLine::disputes).sum();
    if (disputes > 0) {
      side.getChildren()
          .add(
              Nodes.card(
                  Nodes.row(
                      Nodes.label(here.t("case.versions"), "strong"),
                      new Badge(Badge.Kind.WARNING, String.valueOf(disputes))),
                  Nodes.label(here.t("case.versions.below"), "muted")));
    }
    Form facts = new Form();
    k.fields()
        .forEach(
            (key, shown) -> {
              if (!key.equals("title") && !key.equals("number") && !key.equals("summary")) {
                facts.show(
                    here.texts().code("field", FieldWords.family(key)),
                    FieldWords.value(shown, here.texts()));
              }
            });
    VBox about = Nodes.card(Nodes.label(here.t("case.about"), "strong"), facts);
    Cases.Shown summary = k.fields().get("summary");
    if (summary != null) {
      about.getChildren().add(Nodes.label(FieldWords.value(summary, here.texts())));
    }
    VBox last = Nodes.card(Nodes.label(here.t("history"), "strong"));
    k.history().stream()
        .limit(3)
        .forEach(e -> last.getChildren().add(FieldWords.entry(e, here.texts())));
    side.getChildren().addAll(about, last);
    return side;
  }

  private Node people(Known k) {
    return peopleCard(k);
  }

  private VBox peopleCard(Known k) {
    Table<People.PersonLine> table =
        PeopleColumns.table(
                here.texts(), Nodes.empty(here.t("case.nobody"), here.t("case.nobody.next")))
            .opens(p -> here.navigator().go(new Place.OnePerson(p.id())));
    table.setItems(FXCollections.observableArrayList(k.people()));
    table.setId("case-people");
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox card =
        Nodes.card(
            Nodes.row(
                Nodes.label(here.t("nav.people.in"), "strong"),
                Nodes.spring(),
                Nodes.button(here.t("case.add"), "Ctrl N", this::add)),
            table);
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  private Node screenings(Known k) {
    Table<Screenings.Line> table =
        ScreeningTable.of(
            here, Nodes.empty(here.t("case.noscreening"), here.t("case.noscreening.next")));
    table.setItems(FXCollections.observableArrayList(k.screenings()));
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox card = Nodes.card(table);
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  private Node history(Known k) {
    VBox all = new VBox(14);
    k.history().forEach(e -> all.getChildren().add(FieldWords.entry(e, here.texts())));
    ScrollPane scroll = Nodes.side(all, 400);
    VBox card =
        Nodes.card(
            Nodes.row(
                Nodes.label(here.t("history"), "strong"),
                Nodes.spring(),
                Nodes.button(here.t("undo"), "Ctrl Z", this::undo)),
            scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return card;
  }

  @Override
  public void edit() {
    if (known != null) {
      edit(known);
    }
  }

  private void edit(Known k) {
    Form form = new Form();
    TextField title = form.add(here.t("cases.title"), new TextField(text(k, "title")));
    Choice status =
        form.add(
            here.t("cases.status"),
            new Choice(
                List.of("open", "handed-over", "closed"), c -> here.texts().code("status", c)));
    status.setValue(text(k, "status"));
    TextField place = form.add(here.t("cases.place"), new TextField(text(k, "place")));
    TextArea summary = form.add(here.t("cases.summary"), new TextArea(text(k, "summary")));
    summary.setPrefRowCount(4);
    summary.setWrapText(true);
    TextField reason = form.add(here.t("reason"), new TextField());
    here.dialogs()
        .ask(
            here.t("edit"),
            form,
            here.t("save"),
            () -> {
              if (title.getText().isBlank()) {
                here.dialogs().notice(here.t("cases.title.needed"));
                return false;
              }
              Map<String, Value> changes = new LinkedHashMap<>();
              changed(changes, k, "title", title.getText());
              changed(changes, k, "status", status.getValue());
              changed(changes, k, "place", place.getText());
              changed(changes, k, "summary", summary.getText());
              if (!changes.isEmpty()) {
                line.act(
                    () -> doing.cases().edit(id, changes, reason.getText()), saved -> refresh());
              }
              return true;
            });
  }

  private static String text(Known k, String key) {
    Cases.Shown shown = k.fields().get(key);
    return shown == null ? "" : shown.value().asText().orElse("");
  }

  private static void changed(Map<String, Value> changes, Known k, String key, String typed) {
    if (!typed.strip().equals(text(k, key))) {
      changes.put(key, typed.isBlank() ? Value.Nothing.HERE : Value.text(typed.strip()));
    }
  }

  /** Adds a person to the case, with what the person says of both axes. */
  @Override
  public void add() {
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

  @Override
  public void undo() {
    line.act(doing.histories()::undo, saved -> refresh());
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
