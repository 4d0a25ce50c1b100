package org.sala.ui.people;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.Consents;
import org.sala.casework.screening.RestedConsents;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.roster.SeparateBadge;
import org.sala.ui.route.Here;

/** What is asked each by itself before a rested screening, and what the person said last. */
final class SeparateCard {
  private static final List<String> ANSWERS = List.of("", "YES", "NO", "WITHDRAWN", "NOT_ASKED");

  /** Writes an answer down. */
  interface Write {
    void answer(String code, Consents.Answer answer, Consents.How how);
  }

  private final Here here;
  private final Write write;

  SeparateCard(Here here, Write write) {
    this.here = here;
    this.write = write;
  }

  VBox of(PersonKnown k) {
    VBox card =
        Nodes.card(
            Nodes.label(here.t("separate.title"), "strong"),
            Nodes.label(here.t("separate.below"), "muted", "small"));
    card.setId("separate");
    for (RestedConsents.One one : k.separate()) {
      Button ask = Nodes.button(here.t("separate.ask"), "", () -> ask(k, one), "plain");
      ask.setId("separate-ask-" + one.asked().code());
      ask.setMinWidth(Button.USE_PREF_SIZE);
      card.getChildren()
          .add(
              new VBox(
                  2,
                  Nodes.label(here.t("separate." + one.asked().code())),
                  Nodes.row(SeparateBadge.of(one, here), Nodes.spring(), ask)));
    }
    return card;
  }

  private void ask(PersonKnown k, RestedConsents.One one) {
    Form form = new Form();
    // No answer is chosen before it is given.
    Choice answer =
        form.add(
            here.t("consent.answer"), new Choice(ANSWERS, c -> here.texts().code("consent", c)));
    answer.setId("separate-answer");
    String spoken = one.said().map(Consents.Said::language).orElse("");
    List<String> languages = new ArrayList<>(PersonForm.LANGUAGES);
    if (!languages.contains(spoken)) {
      languages.add(spoken);
    }
    Choice language =
        form.add(
            here.t("consent.language"), new Choice(languages, c -> here.texts().code("lang", c)));
    language.setValue(spoken);
    TextField interpreter =
        form.add(
            here.t("consent.interpreter"),
            new TextField(one.said().map(Consents.Said::interpreter).orElse("")));
    TextField guardian = new TextField();
    guardian.setId("separate-guardian");
    if (k.line().possiblyChild()) {
      form.add(here.t("child.guardian"), guardian);
    }
    here.dialogs()
        .ask(
            k.line().id() + " " + one.asked().code(),
            here.t("separate." + one.asked().code()),
            new VBox(10, Nodes.label(one.asked().text().in(here.texts().language())), form),
            here.t("save"),
            () -> {
              if (answer.getValue().isEmpty()) {
                here.dialogs().notice(here.t("consent.needed"));
                return false;
              }
              write.answer(
                  one.asked().code(),
                  Consents.Answer.valueOf(answer.getValue()),
                  new Consents.How(language.getValue(), interpreter.getText(), guardian.getText()));
              return true;
            });
  }
}
