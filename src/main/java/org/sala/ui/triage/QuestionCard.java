package org.sala.ui.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sala.domain.DateReader;
import org.sala.domain.PartialDate;
import org.sala.form.TriageQuestion;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AnswerKeys;
import org.sala.ui.route.Here;

/** One question: a line while it is closed, everything about it while it is open. */
final class QuestionCard {
  private final String question;
  private final TriageQuestion asked;
  private final TriageModel model;
  private final Here here;

  QuestionCard(String question, TriageModel model, Here here) {
    this.question = question;
    this.asked = TriageQuestion.of(question);
    this.model = model;
    this.here = here;
  }

  /** Shows the question closed: its number, its words, and what was answered. */
  Node closed(Runnable open) {
    HBox row =
        Nodes.row(
            number(), Nodes.line(asked.question().in(here.texts().language())), Nodes.spring());
    if (!model.words(question).isEmpty()) {
      Label words = Nodes.line(model.words(question), "muted");
      words.setMaxWidth(220);
      row.getChildren().add(words);
    }
    if (!model.code(question).isEmpty()) {
      Badge.Kind kind = model.urgent(question) ? Badge.Kind.DANGER : Badge.Kind.NEUTRAL;
      row.getChildren().add(new Badge(kind, here.t("answer." + model.code(question))));
    }
    row.getStyleClass().add("question-line");
    row.setOnMouseClicked(e -> open.run());
    return row;
  }

  private Label number() {
    String shown =
        TriageModel.observed(question)
            ? question.toUpperCase(java.util.Locale.ROOT)
            : question.substring(1);
    Label number = Nodes.line(shown, "mono", "muted");
    number.setMinWidth(24);
    number.setAlignment(Pos.CENTER);
    return number;
  }

  /** The question, its choices under their digits, what else belongs to it, and the words. */
  VBox open(TextField words, java.util.function.Consumer<String> answer, List<Node> more) {
    FlowPane choices = new FlowPane(8, 8);
    for (String code : TriageModel.choices(question)) {
      ToggleButton button = new ToggleButton(here.t("answer." + code));
      if (!TriageModel.inWords(question)) {
        button.setGraphic(Nodes.line(Integer.toString(AnswerKeys.digit(code)), "key-hint"));
      }
      button.setId(question + "-" + code);
      button.setSelected(code.equals(model.code(question)));
      button.setOnAction(e -> answer.accept(code));
      choices.getChildren().add(button);
    }
    List<Node> all = new ArrayList<>();
    all.add(
        Nodes.row(number(), Nodes.label(asked.question().in(here.texts().language()), "title")));
    model
        .forInterpreter(question)
        .ifPresent(
            wording ->
                all.add(
                    Nodes.label(
                        here.t(
                            "triage.interpreter",
                            here.texts().code("lang", model.spoken()),
                            wording),
                        "muted")));
    all.add(Nodes.label(asked.how().in(here.texts().language()), "muted", "small"));
    all.add(choices);
    all.addAll(more);
    words.setPromptText(here.t("triage.words"));
    words.setAccessibleText(here.t("triage.words"));
    words.setId(question + "-words");
    all.add(words);
    VBox card = Nodes.card(all.toArray(new Node[0]));
    card.getStyleClass().add("open");
    return card;
  }

  /** How an age in words is read, told at once: what cannot be read counts as in doubt. */
  static String reading(String typed, LocalDate today, Here here) {
    if (typed.isBlank()) {
      return "";
    }
    PartialDate read = DateReader.birth(typed, today);
    if (read.precision() == PartialDate.Precision.UNKNOWN) {
      return here.t("triage.age.unread");
    }
    String group = here.texts().code("age", read.ageGroup(today).code());
    int from = read.earliest().getYear();
    int to = read.latest().getYear();
    return from == to
        ? here.t("triage.age.year", here.texts().year(from), group)
        : here.t("triage.age.years", here.texts().year(from), here.texts().year(to), group);
  }
}
