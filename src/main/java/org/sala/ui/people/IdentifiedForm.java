package org.sala.ui.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.protection.Identifications;
import org.sala.domain.DateReader;
import org.sala.domain.PartialDate;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** What the authority that the law names has decided, as it is written down. */
final class IdentifiedForm {
  private IdentifiedForm() {}

  /**
   * Asks what was decided, by whom and when.
   *
   * @param authority the one that the country's catalogue names; may be empty
   */
  static void ask(
      PersonKnown k, String authority, Here here, Consumer<Identifications.Decided> write) {
    Form form = new Form();
    form.show(here.t("people.number"), k.line().wristband());
    Choice decision =
        form.add(
            here.t("identified.decision"),
            Choice.asked(
                Arrays.stream(Identifications.Decision.values())
                    .map(Identifications.Decision::code)
                    .toList(),
                c -> here.texts().code("identified", c),
                here.t("none")));
    decision.setId("identified-decision");
    // The name that a country's law gives to it is often two lines long.
    TextArea who = form.add(here.t("identified.authority"), new TextArea(authority));
    who.setWrapText(true);
    who.setPrefRowCount(2);
    who.setId("identified-authority");
    TextField on = form.add(here.t("identified.on"), new TextField());
    on.setId("identified-on");
    on.setPromptText(here.t("part.date.how"));
    TextField reference = form.add(here.t("identified.reference"), new TextField());
    reference.setId("identified-reference");
    here.dialogs()
        .ask(
            here.t("identified.title"),
            new VBox(10, Nodes.label(here.t("identified.below"), "muted"), form),
            here.t("save"),
            () -> {
              if (decision.isEmpty()) {
                here.dialogs().notice(here.t("identified.decision.needed"));
                return false;
              }
              PartialDate day = DateReader.date(on.getText());
              if (who.getText().isBlank() || day.precision() == PartialDate.Precision.UNKNOWN) {
                here.dialogs().notice(here.t("identified.needed"));
                return false;
              }
              write.accept(
                  new Identifications.Decided(
                      Identifications.Decision.valueOf(
                          decision.getValue().toUpperCase(Locale.ROOT)),
                      who.getText(),
                      day,
                      reference.getText()));
              return true;
            });
  }

  /** One line for each; whose act it is stands first. */
  static VBox history(List<Identifications.Line> all, Here here) {
    VBox box = new VBox(4);
    for (Identifications.Line l : all) {
      box.getChildren()
          .add(
              Nodes.label(
                  here.t(
                      l.reference().isEmpty() ? "identified.line" : "identified.line.reference",
                      l.authority(),
                      here.texts().code("identified", l.decision()),
                      here.texts().day(l.on()),
                      l.by().isEmpty() ? here.t("history.other") : l.by(),
                      here.texts().date(l.at()),
                      l.reference()),
                  "small"));
    }
    return box;
  }
}
