package org.sala.ui.triage;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.People;
import org.sala.casework.Triages;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeptLine;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** The eight questions of arrival and the two that are only observed; nothing about the crime. */
public final class TriageScreen implements Screen, Drafting.Fields {
  private final RecordId person;
  private final Triages triages;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final HBox kept = new HBox();
  private final Map<String, ToggleGroup> answers = new HashMap<>();
  private final Map<String, TextField> words = new HashMap<>();
  private Drafting.Typing typing = Drafting.none().keep("", this, r -> {});

  public TriageScreen(RecordId person, Triages triages, People people, Here here) {
    this.person = person;
    this.triages = triages;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    line.ask(() -> people.find(person).orElseThrow(), this::show);
  }

  private void show(People.PersonLine p) {
    VBox questions = new VBox(14);
    for (String q : Triages.QUESTIONS) {
      questions.getChildren().add(question(q));
    }
    ScrollPane scroll = Nodes.side(questions, 700);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Nodes.header(
                here.t("triage.title"),
                p.wristband().isEmpty() ? here.t("people.unnamed") : p.wristband(),
                here.t("triage.below"),
                Nodes.button(here.t("triage.later"), "Alt ←", () -> here.navigator().back()),
                Nodes.button(here.t("triage.done"), "Ctrl Enter", this::goOn, "primary")),
            kept,
            scroll);
    typing =
        here.drafts().keep("triage " + person, this, r -> KeptLine.show(kept, r, here.texts()));
  }

  @Override
  public Map<String, String> typed() {
    Map<String, String> typed = new HashMap<>();
    codes().forEach((q, c) -> typed.put(q, c));
    said().forEach((q, w) -> typed.put(q + " words", w));
    return typed;
  }

  @Override
  public void put(Map<String, String> typed) {
    answers.forEach(
        (q, group) ->
            group.getToggles().forEach(t -> t.setSelected(t.getUserData().equals(typed.get(q)))));
    words.forEach((q, field) -> field.setText(typed.getOrDefault(q + " words", "")));
  }

  @Override
  public void changed(Runnable told) {
    answers
        .values()
        .forEach(g -> g.selectedToggleProperty().addListener((o, was, is) -> told.run()));
    words.values().forEach(f -> f.textProperty().addListener((o, was, is) -> told.run()));
  }

  private Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    answers.forEach(
        (q, g) -> {
          if (g.getSelectedToggle() != null) {
            codes.put(q, (String) g.getSelectedToggle().getUserData());
          }
        });
    return codes;
  }

  private Map<String, String> said() {
    Map<String, String> said = new HashMap<>();
    words.forEach((q, f) -> said.put(q, f.getText()));
    return said;
  }

  private Node question(String q) {
    FlowPane choices = new FlowPane(8, 8);
    ToggleGroup group = new ToggleGroup();
    for (String code : Triages.ANSWERS.subList(1, Triages.ANSWERS.size())) {
      ToggleButton button = new ToggleButton(here.t("answer." + code));
      button.setUserData(code);
      button.setToggleGroup(group);
      button.setId(q + "-" + code);
      choices.getChildren().add(button);
    }
    answers.put(q, group);
    TextField said = new TextField();
    said.setPromptText(here.t("triage.words"));
    said.setAccessibleText(here.t("triage.words"));
    said.setId(q + "-words");
    words.put(q, said);
    return Nodes.card(
        Nodes.label(here.t("triage." + q), "strong"),
        Nodes.label(here.t("triage." + q + ".how"), "muted", "small"),
        choices,
        said);
  }

  @Override
  public void goOn() {
    Map<String, String> codes = codes();
    Map<String, String> said = said();
    if (codes.isEmpty() && said.values().stream().allMatch(String::isBlank)) {
      here.dialogs().notice(here.t("triage.empty"));
      return;
    }
    line.act(
        () -> triages.done(person, new Triages.Answers(codes, said)),
        saved -> {
          typing.over();
          here.navigator().go(new Place.Today());
        });
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    typing.left();
    line.close();
  }
}
