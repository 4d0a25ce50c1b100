package org.sala.ui.screening;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Given;
import org.sala.form.AskIn;
import org.sala.form.Indicator;
import org.sala.form.Section;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** The parts of the interview, and what was heard in this one without asking. */
final class SectionsPart {
  private final InterviewModel model;
  private final Here here;
  private final Consumer<Section> go;
  private final Consumer<Indicator> ask;
  private final BiConsumer<Indicator, Given> hear;
  private final Node node;

  SectionsPart(
      InterviewModel model,
      Here here,
      Consumer<Section> go,
      Consumer<Indicator> ask,
      BiConsumer<Indicator, Given> hear) {
    this.model = model;
    this.here = here;
    this.go = go;
    this.ask = ask;
    this.hear = hear;
    VBox all = new VBox(8, Nodes.label(here.t("screening.sections"), "strong"));
    model.sections().forEach(s -> all.getChildren().add(section(s)));
    List<Indicator> listed = model.page().catalogue().orElseThrow().of(model.section());
    if (!listed.isEmpty()) {
      all.getChildren().add(Nodes.label(here.t("screening.heard.here"), "strong", "above"));
      listed.forEach(i -> all.getChildren().add(heard(i)));
    }
    VBox card = Nodes.card(Nodes.side(all, 230));
    VBox.setVgrow(card.getChildren().getFirst(), javafx.scene.layout.Priority.ALWAYS);
    this.node = card;
  }

  Node node() {
    return node;
  }

  private Node section(Section s) {
    boolean current = s.equals(model.section());
    Button button = new Button(s.title().in(here.texts().language()));
    button.getStyleClass().setAll("button", "section");
    if (current) {
      button.getStyleClass().add("here");
    }
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(e -> go.accept(s));
    String counts = counts(s);
    button.setAccessibleText(button.getText() + ", " + counts);
    return new VBox(button, Nodes.label(counts, current ? "accent" : "muted"));
  }

  private String counts(Section s) {
    if (!model.page().begun(s)) {
      return here.t("screening.notbegun");
    }
    int declined = model.page().indicators(s, Set.of("declined")).size();
    return here.t(
        "screening.counts", model.page().heard(s).size(), model.page().open(s).size(), declined);
  }

  private Node heard(Indicator i) {
    Given now = model.page().at(i);
    CheckBox tick = new CheckBox(i.heardLabel().in(here.texts().language()));
    tick.setWrapText(true);
    tick.setMinHeight(CheckBox.USE_PREF_SIZE);
    tick.setId("heard-" + i.node());
    tick.setSelected(now.code().equals("yes"));
    tick.setOnAction(
        e ->
            hear.accept(
                i,
                // What the officer saw stays, whatever becomes of the answer.
                tick.isSelected()
                    ? new Given("yes", now.words(), way(i), "", "", "", now.seen())
                    : new Given("", now.words(), "", "", "", "", now.seen())));
    HBox line = Nodes.row(tick, Nodes.spring());
    if (model.page().question(i).isPresent()) {
      Button question = Nodes.button("›", "", () -> ask.accept(i), "plain");
      question.setAccessibleText(here.t("screening.ask.this", tick.getText()));
      question.setTooltip(new Tooltip(question.getAccessibleText()));
      line.getChildren().add(question);
    }
    VBox box = new VBox(line);
    String below =
        now.code().equals("yes")
            ? here.texts().code("came", now.came())
            : now.code().isEmpty() ? notAsked(i) : here.texts().code("answer", now.code());
    if (!below.isEmpty()) {
      box.getChildren().add(Nodes.label(below, "muted", "small", "indented"));
    }
    return box;
  }

  private static String way(Indicator i) {
    return i.askIn() == AskIn.OBSERVE ? "observed" : "volunteered";
  }

  private String notAsked(Indicator i) {
    return i.askIn() == AskIn.FIRST ? "" : here.t("screening.askin." + i.askIn());
  }
}
