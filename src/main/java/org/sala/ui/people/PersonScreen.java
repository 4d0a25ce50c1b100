package org.sala.ui.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Cases;
import org.sala.casework.Consents;
import org.sala.casework.Findings;
import org.sala.casework.Histories;
import org.sala.casework.Involvements;
import org.sala.casework.People;
import org.sala.casework.Screenings;
import org.sala.casework.Statements;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.BeginScreening;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.roster.ScreeningTable;
import org.sala.ui.route.Here;
import org.sala.ui.route.Screen;
import org.sala.ui.text.FieldWords;
import org.sala.ui.work.Work;

/** One person: who they are, what protects them, what they agreed to, what was changed. */
public final class PersonScreen implements Screen {
  /** What this screen works with. */
  public record Doing(
      People people,
      Consents consents,
      Findings findings,
      Screenings screenings,
      Involvements involvements,
      Statements statements,
      Histories histories) {}

  private final RecordId id;
  private final People people;
  private final Consents consents;
  private final Findings findings;
  private final Screenings screenings;
  private final Involvements involvements;
  private final Statements statements;
  private final Histories histories;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private @Nullable Known known;

  public PersonScreen(RecordId id, Doing doing, Here here) {
    this.id = id;
    this.people = doing.people();
    this.consents = doing.consents();
    this.findings = doing.findings();
    this.screenings = doing.screenings();
    this.involvements = doing.involvements();
    this.statements = doing.statements();
    this.histories = doing.histories();
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    refresh();
  }

  private record Known(
      People.PersonLine line,
      Map<String, Cases.Shown> fields,
      boolean protectedPart,
      Optional<Consents.LastWord> consent,
      List<Screenings.Line> screenings,
      List<Involvements.Part> parts,
      List<Statements.Line> statements,
      List<Histories.Entry> history) {}

  @Override
  public void refresh() {
    line.ask(
        () ->
            new Known(
                people.find(id).orElseThrow(),
                people.fields(id),
                people.hasProtectedPart(id),
                consents.lastWord(id, "investigation-and-protection", "headquarters"),
                screenings.of(id),
                involvements.of(id),
                statements.ofPerson(id),
                histories.of(id)),
        this::show);
  }

  private void show(Known k) {
    known = k;
    String name = k.line().name().isEmpty() ? k.line().roman() : k.line().name();
    Node badge =
        k.line().possiblyChild()
            ? new Badge(Badge.Kind.DANGER, here.t("people.child"))
            : new Badge(Badge.Kind.NEUTRAL, here.texts().code("age", k.line().age().code()));
    boolean held = k.line().detainedMillis().isPresent();
    VBox who =
        Nodes.card(
            Nodes.label(here.t("person.who"), "strong"),
            fields(k, false),
            Nodes.row(
                Nodes.button(here.t("person.more"), "Ctrl N", this::add),
                Nodes.button(
                    here.t(held ? "person.held.no" : "person.held"), "", () -> held(!held))));
    VBox safe = Nodes.card(Nodes.label(here.t("person.protection"), "strong"));
    if (!k.protectedPart()) {
      safe.getChildren().add(Nodes.label(here.t("person.protection.none"), "muted"));
    } else {
      safe.getChildren().add(fields(k, true));
    }
    VBox agreed =
        Nodes.card(
            Nodes.label(here.t("person.consent"), "strong"),
            Nodes.label(
                k.consent().isEmpty()
                    ? here.t("person.consent.none")
                    : here.texts().code("consent", k.consent().get().answer()),
                "muted"),
            Nodes.row(Nodes.button(here.t("person.consent.ask"), "", this::askConsent)));
    VBox history = Nodes.card(Nodes.label(here.t("history"), "strong"));
    k.history().stream()
        .limit(12)
        .forEach(e -> history.getChildren().add(FieldWords.entry(e, here.texts())));
    VBox found = Nodes.card(Nodes.label(here.t("person.finding"), "strong"));
    found
        .getChildren()
        .add(
            Nodes.label(
                k.line().finding().isEmpty()
                    ? here.t("people.protected")
                    : here.texts().code("finding", k.line().finding()),
                "muted"));
    if (k.line().findingWaits()) {
      found
          .getChildren()
          .add(
              Nodes.label(
                  here.t(
                      k.line().findingSigned() ? "person.finding.signed" : "person.finding.waits"),
                  "muted"));
    }
    found.getChildren().add(Nodes.row(Nodes.button(here.t("person.finding.add"), "", this::find)));
    VBox left = new VBox(14, who, safe);
    VBox cases =
        CasesCard.of(k.line().wristband(), k.parts(), involvements, here, line, this::refresh);
    VBox right =
        new VBox(
            14,
            screened(k),
            found,
            agreed,
            cases,
            StatementsCard.of(k.statements(), here),
            history);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(320);
    right.setPrefWidth(340);
    right.setMinWidth(260);
    ScrollPane scroll = Nodes.side(new HBox(14, left, right), 600);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Nodes.header(
                k.line().wristband(),
                name.isEmpty() ? here.t("people.unnamed") : name,
                k.line().name().isEmpty() ? "" : k.line().roman(),
                badge,
                Nodes.button(here.t("undo"), "Ctrl Z", this::undo),
                Nodes.button(here.t("edit"), "Ctrl E", this::edit, "primary")),
            scroll);
  }

  /** The screenings of this person, and the way into a new one. */
  private VBox screened(Known k) {
    VBox card = Nodes.card(Nodes.label(here.t("nav.screening"), "strong"));
    if (k.screenings().isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("person.noscreening"), "muted"));
    }
    for (Screenings.Line s : k.screenings()) {
      card.getChildren()
          .add(
              Nodes.row(
                  Nodes.line(s.beganMillis().map(here.texts()::date).orElse("")),
                  Nodes.line(here.texts().code("screeningState", s.state().name()), "muted"),
                  Nodes.spring(),
                  Nodes.button(
                      here.t("open"), "", () -> here.navigator().go(ScreeningTable.placeOf(s)))));
    }
    card.getChildren()
        .add(
            Nodes.row(
                Nodes.button(
                    here.t("screening.begin"),
                    "",
                    () -> BeginScreening.ask(here, line, screenings, k.line()))));
    return card;
  }

  private Form fields(Known k, boolean safe) {
    Form form = new Form();
    k.fields()
        .forEach(
            (key, shown) -> {
              if (FieldWords.isProtected("person", key) == safe) {
                form.show(
                    here.texts().code("field", FieldWords.family(key)),
                    FieldWords.value(shown, here.texts()));
              }
            });
    return form;
  }

  @Override
  public void edit() {
    if (known != null) {
      edit(known);
    }
  }

  private void edit(Known k) {
    Form form = new Form();
    TextField roman = form.add(here.t("person.newname"), new TextField());
    TextField birth = form.add(here.t("people.birth"), new TextField());
    birth.setPromptText(here.t("people.birth.how"));
    TextArea needs = form.add(here.t("field.needs"), new TextArea(text(k, "needs")));
    needs.setPrefRowCount(2);
    needs.setWrapText(true);
    TextArea health = form.add(here.t("field.health"), new TextArea(text(k, "health")));
    health.setPrefRowCount(2);
    health.setWrapText(true);
    TextField reason = form.add(here.t("reason"), new TextField());
    here.dialogs()
        .ask(
            here.t("edit"),
            form,
            here.t("save"),
            () -> {
              Map<String, Value> changes = new LinkedHashMap<>();
              changed(changes, k, "needs", needs.getText());
              changed(changes, k, "health", health.getText());
              line.act(
                  () -> {
                    if (!roman.getText().isBlank()) {
                      people.addElement(
                          id, "name", Value.parts(Map.of("text", roman.getText().strip())));
                    }
                    if (!birth.getText().isBlank()) {
                      people.setBirth(id, birth.getText(), reason.getText());
                    }
                    if (!changes.isEmpty()) {
                      people.edit(id, changes, reason.getText());
                    }
                    return true;
                  },
                  done -> refresh());
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

  /** Adds one more thing that is known. */
  @Override
  public void add() {
    PersonMore.ask(
        here,
        (family, value) ->
            line.act(() -> people.addElement(id, family, value), saved -> refresh()));
  }

  /** Held, or no longer; the reason stands in the history. */
  private void held(boolean held) {
    Form form = new Form();
    TextField reason = form.add(here.t("reason"), new TextField());
    here.dialogs()
        .ask(
            here.t(held ? "person.held" : "person.held.no"),
            form,
            here.t("save"),
            () -> {
              line.act(() -> people.held(id, held, reason.getText()), saved -> refresh());
              return true;
            });
  }

  /** A finding with its reason; one that takes protection away says that it will wait. */
  private void find() {
    Form form = new Form();
    Choice finding =
        form.add(
            here.t("person.finding"),
            new Choice(
                java.util.Arrays.stream(Findings.Finding.values())
                    .map(Findings.Finding::code)
                    .toList(),
                c -> here.texts().code("finding", c)));
    TextArea reason = form.add(here.t("reason"), new TextArea());
    reason.setPrefRowCount(3);
    reason.setWrapText(true);
    here.dialogs()
        .ask(
            here.t("person.finding"),
            form,
            here.t("save"),
            () -> {
              if (reason.getText().isBlank()) {
                here.dialogs().notice(here.t("reason.needed"));
                return false;
              }
              Findings.Finding chosen =
                  Findings.Finding.valueOf(finding.getValue().toUpperCase(java.util.Locale.ROOT));
              line.act(() -> findings.find(id, chosen, reason.getText()), done -> refresh());
              return true;
            });
  }

  private void askConsent() {
    Form form = new Form();
    form.show(here.t("consent.purpose"), here.t("consent.headquarters"));
    Choice answer =
        form.add(
            here.t("consent.answer"),
            new Choice(List.of("YES", "NO", "WITHDRAWN"), c -> here.texts().code("consent", c)));
    Choice language =
        form.add(
            here.t("consent.language"),
            new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c)));
    TextField interpreter = form.add(here.t("consent.interpreter"), new TextField());
    here.dialogs()
        .ask(
            here.t("person.consent"),
            form,
            here.t("save"),
            () -> {
              line.act(
                  () ->
                      consents.ask(
                          id,
                          "investigation-and-protection",
                          "headquarters",
                          Consents.Answer.valueOf(answer.getValue()),
                          language.getValue(),
                          interpreter.getText()),
                  done -> refresh());
              return true;
            });
  }

  @Override
  public void undo() {
    line.act(histories::undo, saved -> refresh());
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
