package org.sala.ui.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.roster.FactSource;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Here;

/** Adds one more thing that is known of a person: a name, a document, a way to reach somebody. */
final class PersonMore {
  /** What there can be several of; a safe contact is protected, the others are not. */
  private static final List<String> FAMILIES =
      List.of("name", "alias", "language", "nationality", "document", "contact", "safeContact");

  private PersonMore() {}

  static void ask(Here here, BiConsumer<String, Value> add, Consumer<String> speaks) {
    Form form = new Form();
    Choice what =
        form.add(
            here.t("person.more.what"), new Choice(FAMILIES, f -> here.texts().code("field", f)));
    what.setId("more-what");
    TextField words = form.add(here.t("person.more.words"), new TextField());
    words.setId("more-words");
    TextField latin = form.add(here.t("people.roman"), new TextField());
    Choice language =
        form.add(
            here.t("field.language"),
            new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c)));
    language.setId("more-language");
    NameSource source = new NameSource(form, here, new Value.Parts(Map.of()));
    FactSource fact = new FactSource(form, here, new Value.Parts(Map.of()));
    Runnable fit =
        () -> {
          source.enable(what.getValue());
          fact.enable(what.getValue());
          boolean spoken = what.getValue().equals("language");
          words.setDisable(spoken);
          latin.setDisable(spoken);
          language.setDisable(!spoken);
        };
    what.valueProperty().addListener((o, was, is) -> fit.run());
    fit.run();
    here.dialogs()
        .ask(
            here.t("person.more.title"),
            form,
            here.t("person.more.add"),
            () -> {
              if (what.getValue().equals("language")) {
                if (language.getValue().isEmpty()) {
                  here.dialogs().notice(here.t("person.more.empty"));
                  return false;
                }
                speaks.accept(language.getValue());
                return true;
              }
              if (words.getText().isBlank() && latin.getText().isBlank()) {
                here.dialogs().notice(here.t("person.more.empty"));
                return false;
              }
              Map<String, String> parts = new LinkedHashMap<>();
              parts.put("text", words.getText().strip());
              parts.put("roman", latin.getText().strip());
              source.into(parts);
              fact.into(parts);
              add.accept(what.getValue(), Value.parts(parts));
              return true;
            });
  }
}
