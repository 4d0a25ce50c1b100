package org.sala.ui.statement;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import org.sala.casework.screening.Statements;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Here;

/** What is asked on the way of a statement. */
final class StatementDialogs {
  private StatementDialogs() {}

  static void readBack(Here here, Statements.Page p, BiConsumer<String, String> done) {
    Form form = new Form();
    Choice language = language(form, here, here.t("statement.readback.in"), p);
    TextField by = form.add(here.t("statement.readback.by"), new TextField());
    by.setText(p.text("interpreter"));
    form.show("", here.t("statement.readback.below"));
    here.dialogs()
        .ask(
            here.t("statement.readback"),
            form,
            here.t("statement.readback.verb"),
            () -> {
              done.accept(language.getValue(), by.getText());
              return true;
            });
  }

  static void close(Here here, Consumer<Statements.Signature> done) {
    Form form = new Form();
    Choice signature =
        form.add(
            here.t("statement.signature"),
            new Choice(
                Arrays.stream(Statements.Signature.values())
                    .map(Statements.Signature::code)
                    .toList(),
                c -> here.texts().code("signature", c)));
    form.show("", here.t("statement.close.below"));
    here.dialogs()
        .askForGood(
            here.t("statement.close"),
            form,
            here.t("statement.close.verb"),
            () -> {
              done.accept(
                  Statements.Signature.valueOf(signature.getValue().toUpperCase(Locale.ROOT)));
              return true;
            });
  }

  static void setting(
      Here here, String title, String verb, Statements.Page p, Consumer<Statements.Setting> done) {
    Form form = new Form();
    Choice language = language(form, here, here.t("people.language"), p);
    TextField interpreter =
        form.add(here.t("consent.interpreter"), new TextField(p.text("interpreter")));
    TextField present = form.add(here.t("screening.present"), new TextField(p.text("present")));
    TextField place = form.add(here.t("cases.place"), new TextField(p.text("place")));
    here.dialogs()
        .ask(
            title,
            form,
            verb,
            () -> {
              done.accept(
                  new Statements.Setting(
                      language.getValue(),
                      interpreter.getText(),
                      present.getText(),
                      place.getText()));
              return true;
            });
  }

  private static Choice language(Form form, Here here, String label, Statements.Page p) {
    Choice language =
        form.add(label, new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c)));
    if (PersonForm.LANGUAGES.contains(p.line().language())) {
      language.setValue(p.line().language());
    }
    return language;
  }
}
