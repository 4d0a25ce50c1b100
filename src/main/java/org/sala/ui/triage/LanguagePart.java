package org.sala.ui.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.sala.casework.people.People;
import org.sala.casework.screening.Interpreters;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Here;

/** Asks which language a person speaks and through whom; both are written as they are chosen. */
final class LanguagePart {
  private LanguagePart() {}

  static Node of(
      People.PersonLine p,
      List<Interpreters.Interpreter> interpreters,
      Here here,
      Consumer<Map<String, Value>> write) {
    Choice language = new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c));
    language.setAccessibleText(here.t("people.language"));
    String first = p.languages().split(" ", -1)[0];
    if (PersonForm.LANGUAGES.contains(first)) {
      language.setValue(first);
    }
    List<String> numbers = new ArrayList<>(List.of(""));
    interpreters.stream()
        .filter(i -> i.reach() != Interpreters.Reach.GONE)
        .forEach(i -> numbers.add(i.number()));
    if (!numbers.contains(p.interpreter())) {
      numbers.add(p.interpreter());
    }
    Choice interpreter = new Choice(numbers, c -> c.isEmpty() ? here.t("none") : c);
    interpreter.setAccessibleText(here.t("today.interpreter"));
    interpreter.setValue(p.interpreter());
    language
        .valueProperty()
        .addListener(
            (o, was, is) ->
                write.accept(
                    is.isEmpty()
                        ? Map.of()
                        : was.isEmpty()
                            ? Map.of("language/" + is, Value.flag(true))
                            : Map.of(
                                "language/" + was,
                                Value.Nothing.HERE,
                                "language/" + is,
                                Value.flag(true))));
    interpreter
        .valueProperty()
        .addListener(
            (o, was, is) ->
                write.accept(
                    Map.of("interpreter", is.isEmpty() ? Value.Nothing.HERE : Value.text(is))));
    return Nodes.row(
        Nodes.line(here.t("people.language"), "muted"),
        language,
        Nodes.line(here.t("today.interpreter"), "muted"),
        interpreter);
  }
}
