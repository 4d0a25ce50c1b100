package org.sala.ui.people;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.sala.domain.PartialDate;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.roster.Edits;
import org.sala.ui.route.Here;

/** What there is one of, changed in one act, so that one undo takes all of it back. */
final class PersonEdit {
  private PersonEdit() {}

  static void ask(
      PersonKnown k, Function<String, PartialDate> readBirth, Here here, Edits.Save save) {
    Edits edits = new Edits(k.fields(), here);
    Form form = new Form();
    TextField birth = form.add(here.t("people.birth"), new TextField(edits.typed("birth")));
    birth.setPromptText(here.t("people.birth.how"));
    birth.setId("person-birth");
    Choice sex =
        form.add(
            here.t("people.sex"),
            new Choice(List.of("", "female", "male", "other"), c -> here.texts().code("sex", c)));
    String sexWas = edits.text("sex");
    if (!sex.getItems().contains(sexWas)) {
      sex.getItems().add(sexWas);
    }
    sex.setValue(sexWas);
    TextField interpreter =
        form.add(here.t("field.interpreter"), new TextField(edits.text("interpreter")));
    TextArea needs = area(form, here, edits, "needs");
    TextArea health = area(form, here, edits, "health");
    edits.leave("birth", birth).leave("sex", sex).leave("interpreter", interpreter);
    edits.leave("needs", needs).leave("health", health);
    TextField reason = form.add(here.t("reason"), new TextField());
    here.dialogs()
        .ask(
            here.t("edit.person"),
            edits.telling(form, here.t("edit.differ.page")),
            here.t("save"),
            () -> {
              edits
                  .date("birth", birth.getText(), readBirth)
                  .put("sex", sex.getValue())
                  .put("interpreter", interpreter.getText())
                  .put("needs", needs.getText())
                  .put("health", health.getText());
              if (!edits.isEmpty()) {
                save.save(edits.changes(), reason.getText(), edits.seen());
              }
              return true;
            });
  }

  private static TextArea area(Form form, Here here, Edits edits, String key) {
    TextArea area = form.add(here.texts().code("field", key), new TextArea(edits.text(key)));
    area.setPrefRowCount(2);
    area.setWrapText(true);
    area.setId("person-" + key);
    return area;
  }
}
