package org.sala.ui.roster;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.joining.Question;
import org.sala.casework.joining.Questions;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/** Questions to the field with how far each is, and what was answered. */
public final class QuestionWords {
  private QuestionWords() {}

  /** What a question is about: a number, and the fields. */
  public static String about(Question q, Texts texts) {
    String fields =
        q.fields().stream().map(f -> texts.code("field", f)).collect(Collectors.joining(", "));
    return fields.isEmpty() ? q.number() : q.number() + " · " + fields;
  }

  /**
   * Lists all questions, each with what can be done.
   *
   * @param changed is told once something was written
   */
  public static VBox list(
      List<Question> all, Questions questions, Here here, Work.Line line, Runnable changed) {
    VBox list = new VBox(10);
    for (Question q : all) {
      list.getChildren().add(one(q, questions, here, line, changed));
    }
    return list;
  }

  private static Node one(
      Question q, Questions questions, Here here, Work.Line line, Runnable changed) {
    boolean asked = questions.asksHere();
    String who = asked ? here.t("ask.asked", q.station()) : here.t("ask.asks");
    VBox box =
        new VBox(
            3,
            Nodes.row(
                Nodes.label(who + " · " + here.texts().date(q.at()), "muted", "small"),
                Nodes.spring(),
                badge(q, asked, here)),
            Nodes.label(q.hidden() ? here.t("answer.hidden") : q.words()));
    if (q.cannotFindOut()) {
      box.getChildren().add(Nodes.label(here.t("answer.cannot.said"), "strong"));
    }
    if (!q.answer().isEmpty()) {
      box.getChildren().add(Nodes.label(here.t("answer.said", q.answer()), "strong"));
    } else if (q.answered().isPresent() && !q.cannotFindOut()) {
      box.getChildren().add(Nodes.label(here.t("answer.keptback"), "muted"));
    }
    if (asked && q.stands() != Question.Stands.CLOSED) {
      box.getChildren()
          .add(
              button(
                  q.stands() == Question.Stands.ANSWERED ? "ask.seen" : "ask.withdraw",
                  here,
                  () ->
                      line.act(
                          () -> {
                            questions.close(q.id());
                            return true;
                          },
                          done -> changed.run())));
    }
    if (!asked && q.answered().isEmpty() && q.stands() != Question.Stands.CLOSED) {
      box.getChildren()
          .add(
              button("answer.verb", here, () -> AnswerForm.ask(here, line, questions, q, changed)));
    }
    return box;
  }

  private static Node button(String key, Here here, Runnable does) {
    Button button = Nodes.button(here.t(key), "", does);
    return Nodes.row(button);
  }

  private static Node badge(Question q, boolean asked, Here here) {
    String words = here.texts().code(asked ? "asked" : "asking", q.stands().name());
    return switch (q.stands()) {
      case ANSWERED -> new Badge(asked ? Badge.Kind.ACCENT : Badge.Kind.OK, words);
      case CLOSED -> new Badge(Badge.Kind.NEUTRAL, words);
      case HERE, UNDERWAY, ARRIVED -> new Badge(Badge.Kind.WARNING, words);
    };
  }
}
