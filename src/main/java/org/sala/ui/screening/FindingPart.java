package org.sala.ui.screening;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.domain.AgeGroup;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** The officer's finding, which is another thing than the result, with its reason. */
final class FindingPart {
  private final ScreeningPage page;
  private final Findings findings;
  private final Here here;
  private final Work.Line line;
  private final VBox node;

  FindingPart(ScreeningPage page, Findings findings, Here here, Work.Line line) {
    this.page = page;
    this.findings = findings;
    this.here = here;
    this.line = line;
    String found = page.person().finding();
    node = Nodes.card(Nodes.label(here.t("person.finding"), "strong"));
    if (found.isEmpty()) {
      node.getChildren().add(Nodes.label(here.t("people.protected"), "muted"));
    } else {
      node.getChildren().add(new Badge(Badge.Kind.ACCENT, here.texts().code("finding", found)));
    }
    if (page.person().findingWaits()) {
      node.getChildren()
          .add(
              Nodes.label(
                  here.t(
                      page.person().findingSigned()
                          ? "person.finding.signed"
                          : "person.finding.waits"),
                  "muted"));
    }
    if (page.line().state() == Screenings.State.CLOSED) {
      form();
    } else {
      node.getChildren().add(Nodes.label(here.t("review.finding.later"), "muted"));
    }
  }

  Node node() {
    return node;
  }

  private void form() {
    Choice finding =
        new Choice(
            Stream.concat(
                    Stream.of(""),
                    Arrays.stream(Findings.Finding.values()).map(Findings.Finding::code))
                .toList(),
            c -> c.isEmpty() ? here.t("none") : here.texts().code("finding", c));
    finding.setId("finding");
    finding.setAccessibleText(here.t("person.finding"));
    finding.setMaxWidth(Double.MAX_VALUE);
    if (page.ageGroup() != AgeGroup.ADULT) {
      finding.setValue(Findings.Finding.PRESUMED_VICTIM_CHILD.code());
    }
    TextArea reason = new TextArea();
    reason.setId("finding-reason");
    reason.setPrefRowCount(4);
    reason.setWrapText(true);
    reason.setAccessibleText(here.t("reason"));
    var lower = Nodes.label(here.t("person.finding.waits"), "muted");
    lower.visibleProperty().bind(finding.valueProperty().isEqualTo("no_indications"));
    lower.managedProperty().bind(lower.visibleProperty());
    node.getChildren()
        .addAll(
            Nodes.line(here.t("review.finding.new"), "muted"),
            finding,
            Nodes.line(here.t("reason"), "muted"),
            reason,
            lower,
            Nodes.row(
                Nodes.button(
                    here.t("person.finding.add"),
                    "",
                    () -> write(finding.getValue(), reason.getText()))));
  }

  private void write(String code, String reason) {
    if (code.isEmpty()) {
      here.dialogs().notice(here.t("choose.finding"));
      return;
    }
    if (reason.isBlank()) {
      here.dialogs().notice(here.t("reason.needed"));
      return;
    }
    Findings.Finding chosen = Findings.Finding.valueOf(code.toUpperCase(Locale.ROOT));
    line.act(
        () -> findings.find(page.line().person(), Optional.of(page.line().id()), chosen, reason),
        done -> here.dialogs().notice(here.t("review.finding.done")));
  }
}
