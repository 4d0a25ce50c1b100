package org.sala.ui.roster;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import org.sala.casework.joining.Question;
import org.sala.casework.joining.Questions;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** A station answers what headquarters asked, or says that it cannot find out. */
public final class AnswerForm {
  private AnswerForm() {}

  public static void ask(
      Here here, Work.Line line, Questions questions, Question q, Runnable answered) {
    if (q.hidden()) {
      here.dialogs().tell(here.t("answer.field"), here.t("answer.hidden"));
      return;
    }
    Form form = new Form();
    form.show(here.t("ask.about"), QuestionWords.about(q, here.texts()));
    form.show(here.t("ask.words"), Nodes.label(q.words(), "strong"));
    TextArea words = form.add(here.t("answer.words"), new TextArea());
    words.setId("answer-words");
    words.setPrefRowCount(3);
    words.setWrapText(true);
    CheckBox cannot = new CheckBox(here.t("answer.cannot"));
    cannot.setId("answer-cannot");
    form.show("", cannot);
    form.show("", Nodes.label(here.t("answer.travels"), "muted", "small"));
    here.dialogs()
        .ask(
            "answer " + q.id(),
            here.t("answer.field"),
            form,
            here.t("save"),
            () -> {
              String typed = words.getText();
              boolean no = cannot.isSelected();
              if (typed.isBlank() && !no) {
                here.dialogs().notice(here.t("answer.needed"));
                return false;
              }
              line.act(
                  () -> {
                    questions.answer(q.id(), typed, no);
                    return true;
                  },
                  done -> answered.run());
              return true;
            });
  }
}
