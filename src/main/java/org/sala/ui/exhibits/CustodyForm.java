package org.sala.ui.exhibits;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.sala.casework.exhibits.Custody;
import org.sala.domain.Moment;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.roster.MomentField;
import org.sala.ui.route.Here;

/** Asks what happened to an exhibit. */
final class CustodyForm {
  private CustodyForm() {}

  static void ask(Here here, Consumer<Custody.NewEvent> then) {
    Form form = new Form();
    Choice event =
        form.add(
            here.t("field.event"),
            new Choice(
                Arrays.stream(Custody.Event.values())
                    .filter(e -> e != Custody.Event.TAKEN)
                    .map(Custody.Event::code)
                    .toList(),
                c -> here.texts().code("custody", c)));
    TextField at = form.add(here.t("field.at"), MomentField.now(here.texts(), here.clock()));
    TextField from = form.add(here.t("field.from"), new TextField());
    TextField to = form.add(here.t("field.to"), new TextField());
    TextField place = form.add(here.t("field.place"), new TextField());
    TextField seal = form.add(here.t("field.sealNumber"), new TextField());
    seal.setId("seal-number");
    TextArea note = form.add(here.t("field.note"), new TextArea());
    note.setPrefRowCount(2);
    note.setWrapText(true);
    here.dialogs()
        .ask(
            here.t("custody.add"),
            form,
            here.t("custody.verb"),
            () -> {
              Optional<Moment> when = MomentField.read(at, here.texts().zone());
              if (when.isEmpty()) {
                here.dialogs().notice(here.t("exhibit.taken.how"));
                return false;
              }
              Custody.Event chosen = event(event.getValue());
              if (chosen == Custody.Event.SEALED && seal.getText().isBlank()) {
                here.dialogs().notice(here.t("custody.seal.needed"));
                return false;
              }
              then.accept(
                  new Custody.NewEvent(
                      chosen,
                      when.get(),
                      from.getText(),
                      to.getText(),
                      place.getText(),
                      seal.getText(),
                      note.getText()));
              return true;
            });
  }

  private static Custody.Event event(String code) {
    return Arrays.stream(Custody.Event.values())
        .filter(e -> e.code().equals(code))
        .findFirst()
        .orElse(Custody.Event.OTHER);
  }
}
