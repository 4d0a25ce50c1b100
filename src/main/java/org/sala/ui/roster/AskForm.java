package org.sala.ui.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.sala.casework.joining.Question;
import org.sala.casework.joining.Questions;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Headquarters asks the stations that wrote something; whom is chosen, and nobody beforehand. */
public final class AskForm {
  private AskForm() {}

  /**
   * Shows the question.
   *
   * @param about the records that it may be about
   * @param keys fields that it is about; none for the whole record
   */
  public static void ask(
      Here here,
      Work.Line line,
      Questions questions,
      List<RecordId> about,
      Set<String> keys,
      Runnable asked) {
    line.act(
        () -> questions.askable(about, keys),
        (List<Question.Askable> whom) -> {
          if (whom.isEmpty()) {
            here.dialogs().tell(here.t("ask.field"), here.t("ask.nobody"));
          } else {
            show(here, line, questions, whom, keys, asked);
          }
        });
  }

  private static void show(
      Here here,
      Work.Line line,
      Questions questions,
      List<Question.Askable> whom,
      Set<String> keys,
      Runnable asked) {
    Form form = new Form();
    VBox boxes = new VBox(6);
    List<CheckBox> chosen = new ArrayList<>();
    for (Question.Askable a : whom) {
      CheckBox box = new CheckBox(here.t("ask.whom", a.name(), a.number()));
      box.setId("ask-whom-" + chosen.size());
      box.setUserData(a);
      chosen.add(box);
      boxes.getChildren().add(box);
    }
    form.show(here.t("ask.to"), boxes);
    TextArea words = form.add(here.t("ask.words"), new TextArea());
    words.setId("ask-words");
    words.setPrefRowCount(3);
    words.setWrapText(true);
    form.show("", Nodes.label(here.t("ask.travels"), "muted", "small"));
    here.dialogs()
        .ask(
            "ask " + whom.getFirst().about() + keys,
            here.t("ask.field"),
            form,
            here.t("ask.verb"),
            () -> {
              List<Question.Askable> to =
                  whom.stream().filter(a -> chosen.get(whom.indexOf(a)).isSelected()).toList();
              String typed = words.getText();
              if (to.isEmpty() || typed.isBlank()) {
                here.dialogs().notice(here.t("ask.needed"));
                return false;
              }
              line.act(
                  () -> {
                    questions.ask(to, keys, typed);
                    return true;
                  },
                  done -> asked.run());
              return true;
            });
  }
}
