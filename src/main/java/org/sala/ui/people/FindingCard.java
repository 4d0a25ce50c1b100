package org.sala.ui.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.sala.casework.Findings;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** The finding on a person; one that takes protection away says that it waits. */
final class FindingCard {
  private FindingCard() {}

  static VBox of(PersonKnown k, Here here, BiConsumer<Findings.Finding, String> find) {
    VBox card = Nodes.card(Nodes.label(here.t("person.finding"), "strong"));
    card.getChildren()
        .add(
            Nodes.label(
                k.line().finding().isEmpty()
                    ? here.t("people.protected")
                    : here.texts().code("finding", k.line().finding()),
                "muted"));
    if (k.line().findingWaits()) {
      card.getChildren()
          .add(
              Nodes.label(
                  here.t(
                      k.line().findingSigned() ? "person.finding.signed" : "person.finding.waits"),
                  "muted"));
    }
    card.getChildren()
        .add(Nodes.row(Nodes.button(here.t("person.finding.add"), "", () -> ask(here, find))));
    return card;
  }

  private static void ask(Here here, BiConsumer<Findings.Finding, String> find) {
    Form form = new Form();
    Choice finding =
        form.add(
            here.t("person.finding"),
            new Choice(
                Arrays.stream(Findings.Finding.values()).map(Findings.Finding::code).toList(),
                c -> here.texts().code("finding", c)));
    TextArea reason = form.add(here.t("reason"), new TextArea());
    reason.setPrefRowCount(3);
    reason.setWrapText(true);
    here.dialogs()
        .ask(
            here.t("person.finding"),
            form,
            here.t("save"),
            () -> {
              if (reason.getText().isBlank()) {
                here.dialogs().notice(here.t("reason.needed"));
                return false;
              }
              find.accept(
                  Findings.Finding.valueOf(finding.getValue().toUpperCase(Locale.ROOT)),
                  reason.getText());
              return true;
            });
  }
}
