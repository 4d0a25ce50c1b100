package org.sala.ui.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.screening.Triages;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** All questions, one below the other: the open one large, the others one line each. */
final class QuestionList {
  /** What is done from a question. */
  interface Verbs {
    void answer(String question, String code);

    void say(String question, String words);

    void go(String question);

    void turn();

    /** What belongs to this question alone; it may listen to the words. */
    Optional<Node> part(String question, TextField words);
  }

  private final VBox rows = new VBox(6);
  private final ScrollPane scroll = Nodes.side(rows, 700);
  private final Map<String, String> shown = new HashMap<>();
  private final Node page;
  private final Here here;
  private final Verbs verbs;
  private @Nullable TextField words;

  /**
   * @param page has the focus where digits answer
   */
  QuestionList(Node page, Here here, Verbs verbs) {
    this.page = page;
    this.here = here;
    this.verbs = verbs;
  }

  ScrollPane node() {
    return scroll;
  }

  /** The words of the open question. */
  @Nullable TextField words() {
    return words;
  }

  /** Only what is another one now is made anew: an answer changes two of them. */
  void draw(TriageModel m) {
    for (int i = 0; i < Triages.QUESTIONS.size(); i++) {
      String q = Triages.QUESTIONS.get(i);
      boolean open = q.equals(m.open());
      String says = open ? "" : m.code(q) + " " + m.urgent(q) + " " + m.words(q);
      if (!open && says.equals(shown.get(q))) {
        continue;
      }
      QuestionCard card = new QuestionCard(q, m, here);
      Node node = open ? open(card, q, m) : card.closed(() -> verbs.go(q));
      if (open) {
        shown.remove(q);
      } else {
        shown.put(q, says);
      }
      if (i < rows.getChildren().size()) {
        rows.getChildren().set(i, node);
      } else {
        rows.getChildren().add(node);
      }
    }
    TextField said = words;
    if (said != null && TriageModel.inWords(m.open())) {
      said.requestFocus();
      said.end();
    } else {
      // No field has the focus, so that digits answer.
      page.requestFocus();
    }
    bringIntoSight(Triages.QUESTIONS.indexOf(m.open()));
  }

  private VBox open(QuestionCard card, String q, TriageModel m) {
    TextField said = new TextField(m.words(q));
    words = said;
    said.textProperty().addListener((o, was, is) -> verbs.say(q, is));
    List<Node> more = new ArrayList<>();
    if (TriageModel.pointed(q)) {
      more.add(Nodes.row(Nodes.button(here.t("triage.turn"), "F4", verbs::turn)));
    }
    verbs.part(q, said).ifPresent(more::add);
    return card.open(said, code -> verbs.answer(q, code), more);
  }

  /** Scrolls so far that the open question stands below the one before it. */
  private void bringIntoSight(int at) {
    scroll.applyCss();
    scroll.layout();
    double hidden = rows.getHeight() - scroll.getViewportBounds().getHeight();
    double above = at == 0 ? 0 : rows.getChildren().get(at - 1).getBoundsInParent().getMinY();
    scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp(above / hidden, 0, 1));
  }
}
