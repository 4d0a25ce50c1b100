package org.sala.ui.casepage;

import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.sala.domain.DateReader;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.roster.Edits;
import org.sala.ui.route.Here;

/** Every field of a case that can be changed, with the reason. */
final class CaseForm {
  private CaseForm() {}

  static void ask(CaseKnown k, Here here, Edits.Save save) {
    Edits edits = new Edits(k.fields(), here);
    Form form = new Form();
    TextField title = form.add(here.t("cases.title"), new TextField(edits.text("title")));
    Choice kind =
        choice(form, here, edits, "caseKind", List.of("", "rescue", "walk-in", "report", "arrest"));
    Choice status = choice(form, here, edits, "status", List.of("open", "handed-over", "closed"));
    Choice sensitivity = choice(form, here, edits, "sensitivity", List.of("normal", "restricted"));
    TextField place = form.add(here.t("cases.place"), new TextField(edits.text("place")));
    TextField began = form.add(here.t("field.began"), new TextField(edits.typed("began")));
    TextField ended = form.add(here.t("field.ended"), new TextField(edits.typed("ended")));
    began.setPromptText(here.t("part.date.how"));
    TextArea summary = form.add(here.t("cases.summary"), new TextArea(edits.text("summary")));
    summary.setId("case-summary");
    summary.setPrefRowCount(2);
    summary.setWrapText(true);
    edits.leave("title", title).leave("caseKind", kind).leave("status", status);
    edits.leave("sensitivity", sensitivity).leave("place", place).leave("summary", summary);
    edits.leave("began", began).leave("ended", ended);
    TextField reason = form.add(here.t("reason"), new TextField());
    here.dialogs()
        .ask(
            here.t("edit.case"),
            edits.telling(form, here.t("edit.differ.wait")),
            here.t("save"),
            () -> {
              if (title.getText().isBlank()) {
                here.dialogs().notice(here.t("cases.title.needed"));
                return false;
              }
              edits
                  .put("title", title.getText())
                  .put("caseKind", kind.getValue())
                  .put("status", status.getValue())
                  .put("sensitivity", sensitivity.getValue())
                  .put("place", place.getText())
                  .put("summary", summary.getText())
                  .date("began", began.getText(), DateReader::date)
                  .date("ended", ended.getText(), DateReader::date);
              if (!edits.isEmpty()) {
                save.save(edits.changes(), reason.getText(), edits.seen());
              }
              return true;
            });
  }

  private static Choice choice(Form form, Here here, Edits edits, String key, List<String> codes) {
    Choice choice =
        form.add(here.t("field." + key), new Choice(codes, c -> here.texts().code(key, c)));
    if (codes.contains(edits.text(key))) {
      choice.setValue(edits.text(key));
    }
    return choice;
  }
}
