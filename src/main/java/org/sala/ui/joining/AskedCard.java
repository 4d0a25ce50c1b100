package org.sala.ui.joining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.joining.Disagreement;
import org.sala.casework.joining.Question;
import org.sala.casework.joining.Questions;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AskForm;
import org.sala.ui.roster.QuestionWords;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Beside a disagreement: what the stations that wrote it were asked, and what they answered. */
final class AskedCard {
  private final Questions questions;
  private final Here here;
  private final Work.Line line;
  private final Runnable changed;
  private final VBox card = Nodes.card();

  AskedCard(Questions questions, Here here, Work.Line line, Runnable changed) {
    this.questions = questions;
    this.here = here;
    this.line = line;
    this.changed = changed;
  }

  Node node() {
    return card;
  }

  void show(Optional<Disagreement> about, List<Question> asked) {
    card.getChildren().clear();
    about.ifPresent(d -> fill(d, asked));
  }

  private void fill(Disagreement d, List<Question> asked) {
    Set<String> keys = new LinkedHashSet<>();
    d.points().forEach(p -> keys.add(p.key()));
    Button ask =
        Nodes.button(
            here.t("ask.field"),
            "",
            () -> AskForm.ask(here, line, questions, List.of(d.record()), keys, changed));
    ask.setId("ask-field");
    card.getChildren()
        .addAll(
            Nodes.row(Nodes.label(here.t("ask.title"), "strong"), Nodes.spring(), ask),
            asked.isEmpty()
                ? Nodes.label(here.t("ask.none.deciding"), "muted")
                : QuestionWords.list(asked, questions, here, line, changed));
  }
}
