package org.sala.ui.people;

import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sala.casework.joining.Questions;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AskForm;
import org.sala.ui.roster.QuestionWords;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** What headquarters asked about a person, and what was answered. */
final class QuestionsCard {
  private QuestionsCard() {}

  static VBox of(PersonKnown k, Questions questions, Here here, Work.Line line, Runnable refresh) {
    HBox head = Nodes.row(Nodes.label(here.t("ask.title"), "strong"), Nodes.spring());
    if (questions.asksHere()) {
      Button ask =
          Nodes.button(
              here.t("ask.field"),
              "",
              () -> AskForm.ask(here, line, questions, List.of(k.line().id()), Set.of(), refresh));
      ask.setId("ask-field");
      head.getChildren().add(ask);
    }
    VBox card = Nodes.card(head);
    card.getChildren()
        .add(
            k.questions().isEmpty()
                ? Nodes.label(here.t("ask.none"), "muted")
                : QuestionWords.list(k.questions(), questions, here, line, refresh));
    return card;
  }
}
