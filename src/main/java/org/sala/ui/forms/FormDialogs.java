package org.sala.ui.forms;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.forms.FormPage;
import org.sala.casework.forms.Forms;
import org.sala.casework.paper.FormPapers;
import org.sala.form.Question;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.paper.Saving;
import org.sala.ui.roster.FormTable;
import org.sala.ui.route.Here;

/** What is asked beside a form: who was told, whether it is closed, which file. */
final class FormDialogs {
  private final Forms forms;
  private final FormPapers papers;
  private final Here here;

  FormDialogs(FormScreen.Doing doing, Here here) {
    this.forms = doing.forms();
    this.papers = doing.papers();
    this.here = here;
  }

  /** Asks who was told. */
  void told(Consumer<String> write) {
    Form form = new Form();
    TextField who = form.add(here.t("today.told"), new TextField());
    who.setId("told");
    here.dialogs()
        .ask(
            here.t("money.tell"),
            form,
            here.t("save"),
            () -> {
              if (who.getText().isBlank()) {
                here.dialogs().notice(here.t("today.told.needed"));
                return false;
              }
              write.accept(who.getText());
              return true;
            });
  }

  /** The form with its answers, as a file to print. */
  void print(Forms.Line line) {
    Saving.ask(
        here,
        FormTable.title(line, here),
        new VBox(),
        () -> "form-" + line.number() + ".pdf",
        () -> (to, progress) -> papers.filled(line.id(), here.texts(), to, progress));
  }

  /** Closing is for good, so it is asked once in words. */
  void close(long unanswered, Runnable close) {
    VBox words = new VBox(8, Nodes.label(here.t("forms.close.below")));
    if (unanswered > 0) {
      words.getChildren().add(Nodes.label(here.t("forms.close.open", unanswered), "warning"));
    }
    here.dialogs()
        .askForGood(
            here.t("forms.close"),
            words,
            here.t("forms.close"),
            () -> {
              close.run();
              return true;
            });
  }

  /** Takes a file into the vault as an exhibit of the case; the answer names it. */
  void attach(FormPage page, Question question, Runnable then) {
    if (page.caseId().isEmpty()) {
      return;
    }
    Optional<Path> file = here.dialogs().openFile(here.t("forms.attach"));
    if (file.isPresent()) {
      String title = question.text().in(here.texts().language());
      here.work()
          .longWork()
          .start(
              here.t("exhibit.taking", title),
              progress ->
                  forms.attach(page.line().id(), question.path(), title, file.get(), progress),
              done -> {
                if (done.isEmpty()) {
                  here.dialogs().tell(here.t("forms.attach"), here.t("forms.attach.failed"));
                }
                then.run();
              });
    }
  }
}
