package org.sala.ui.today;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Interpreters;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Who interprets tonight and how each is reached; by number, never by name. */
final class InterpretersDialog {
  private static final List<String> REACHES =
      Arrays.stream(Interpreters.Reach.values()).map(Enum::name).toList();

  private InterpretersDialog() {}

  static void ask(
      Here here, Work.Line line, Interpreters interpreters, List<Interpreters.Interpreter> all) {
    Map<Interpreters.Interpreter, Choice> reaches = new LinkedHashMap<>();
    Form known = new Form();
    for (Interpreters.Interpreter i : all) {
      String languages =
          String.join(", ", i.languages().stream().map(l -> here.texts().code("lang", l)).toList());
      Choice reach = known.add(i.number() + " · " + languages, reach(here));
      reach.setValue(i.reach().name());
      reaches.put(i, reach);
    }
    Form fresh = new Form();
    TextField number = fresh.add(here.t("interpreters.number"), new TextField());
    number.setId("interpreter-number");
    Choice language =
        fresh.add(
            here.t("people.language"),
            new Choice(PersonForm.LANGUAGES, c -> here.texts().code("lang", c)));
    language.setId("interpreter-language");
    Choice reach = fresh.add(here.t("interpreters.reach"), reach(here));
    Form.align(known, fresh);
    VBox content =
        new VBox(
            14,
            Nodes.label(here.t("interpreters.below"), "muted"),
            known,
            Nodes.label(here.t("interpreters.add"), "strong"),
            fresh);
    here.dialogs()
        .ask(
            here.t("interpreters.title"),
            content,
            here.t("save"),
            () -> {
              if (number.getText().isBlank() != language.getValue().isEmpty()) {
                here.dialogs().notice(here.t("interpreters.needed"));
                return false;
              }
              List<Runnable> acts = new ArrayList<>();
              reaches.forEach(
                  (one, choice) -> {
                    String now = choice.getValue();
                    if (!now.equals(one.reach().name())) {
                      acts.add(() -> interpreters.reach(one.id(), Interpreters.Reach.valueOf(now)));
                    }
                  });
              if (!number.getText().isBlank()) {
                String typed = number.getText();
                String code = language.getValue();
                Interpreters.Reach way = Interpreters.Reach.valueOf(reach.getValue());
                acts.add(() -> interpreters.write(typed, List.of(code), way));
              }
              line.act(
                  () -> {
                    acts.forEach(Runnable::run);
                    return acts.size();
                  },
                  done -> {});
              return true;
            });
  }

  private static Choice reach(Here here) {
    Choice choice = new Choice(REACHES, c -> here.t("reach." + c));
    choice.setValue(Interpreters.Reach.HERE.name());
    return choice;
  }
}
