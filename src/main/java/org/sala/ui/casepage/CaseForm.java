package org.sala.ui.casepage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.sala.domain.DateReader;
import org.sala.domain.PartialDate;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.route.Here;

/** Every field of a case that can be changed, with the reason. */
final class CaseForm {
  private CaseForm() {}

  static void ask(CaseKnown k, Here here, BiConsumer<Map<String, Value>, String> save) {
    Form form = new Form();
    TextField title = form.add(here.t("cases.title"), new TextField(k.text("title")));
    Choice kind =
        choice(form, here, k, "caseKind", List.of("", "rescue", "walk-in", "report", "arrest"));
    Choice status = choice(form, here, k, "status", List.of("open", "handed-over", "closed"));
    Choice sensitivity = choice(form, here, k, "sensitivity", List.of("normal", "restricted"));
    TextField place = form.add(here.t("cases.place"), new TextField(k.text("place")));
    TextField began = form.add(here.t("field.began"), new TextField(typed(k, "began")));
    TextField ended = form.add(here.t("field.ended"), new TextField(typed(k, "ended")));
    began.setPromptText(here.t("people.birth.how"));
    TextArea summary = form.add(here.t("cases.summary"), new TextArea(k.text("summary")));
    summary.setPrefRowCount(4);
    summary.setWrapText(true);
    TextField reason = form.add(here.t("reason"), new TextField());
    here.dialogs()
        .ask(
            here.t("edit"),
            form,
            here.t("save"),
            () -> {
              if (title.getText().isBlank()) {
                here.dialogs().notice(here.t("cases.title.needed"));
                return false;
              }
              Map<String, Value> changes = new LinkedHashMap<>();
              changed(changes, k, "title", title.getText());
              changed(changes, k, "caseKind", kind.getValue());
              changed(changes, k, "status", status.getValue());
              changed(changes, k, "sensitivity", sensitivity.getValue());
              changed(changes, k, "place", place.getText());
              changed(changes, k, "summary", summary.getText());
              dated(changes, k, "began", began.getText());
              dated(changes, k, "ended", ended.getText());
              if (!changes.isEmpty()) {
                save.accept(changes, reason.getText());
              }
              return true;
            });
  }

  private static Choice choice(Form form, Here here, CaseKnown k, String key, List<String> codes) {
    Choice choice =
        form.add(here.t("field." + key), new Choice(codes, c -> here.texts().code(key, c)));
    if (codes.contains(k.text(key))) {
      choice.setValue(k.text(key));
    }
    return choice;
  }

  /** A date as somebody typed it. */
  private static String typed(CaseKnown k, String key) {
    return k.fields().containsKey(key) ? PartialDate.of(k.fields().get(key).value()).typed() : "";
  }

  private static void changed(Map<String, Value> changes, CaseKnown k, String key, String typed) {
    if (!typed.strip().equals(k.text(key))) {
      changes.put(key, typed.isBlank() ? Value.Nothing.HERE : Value.text(typed.strip()));
    }
  }

  private static void dated(Map<String, Value> changes, CaseKnown k, String key, String typed) {
    if (!typed.strip().equals(typed(k, key))) {
      changes.put(
          key, typed.isBlank() ? Value.Nothing.HERE : DateReader.date(typed.strip()).toValue());
    }
  }
}
