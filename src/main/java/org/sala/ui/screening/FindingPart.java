package org.sala.ui.screening;

import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** The officer's finding, which is another thing than the result, with its reason. */
final class FindingPart {
  private final Findings findings;
  private final Here here;
  private final Work.Line line;
  private final Runnable again;
  private @Nullable FindingForm form;

  /**
   * @param again hears that a finding is written down
   */
  FindingPart(Findings findings, Here here, Work.Line line, Runnable again) {
    this.findings = findings;
    this.here = here;
    this.line = line;
    this.again = again;
  }

  /**
   * Draws it anew; what is being typed stays as it is.
   *
   * @param read the findings on the person that are here
   */
  Node show(ScreeningPage page, Set<RecordId> read) {
    String found = page.person().finding();
    VBox node = Nodes.card(Nodes.label(here.t("person.finding"), "strong"));
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
    node.getChildren()
        .add(
            page.line().state() == Screenings.State.CLOSED
                ? form(page, read)
                : Nodes.label(here.t("review.finding.later"), "muted"));
    return node;
  }

  private Node form(ScreeningPage page, Set<RecordId> read) {
    FindingForm now = form;
    if (now != null && !now.begun() && !now.assumes(page)) {
      now.left();
      now = null;
    }
    if (now == null) {
      now = new FindingForm(page, findings, here, line, this::found);
    }
    now.assume(page, read);
    form = now;
    return now.node();
  }

  /** It is written down: the next one begins empty. */
  private void found() {
    form = null;
    again.run();
  }

  /** The field of it that has the keyboard. */
  Optional<Node> focused() {
    return Optional.ofNullable(form).flatMap(FindingForm::focused);
  }

  /** Left as it stands; what was typed stays kept. */
  void left() {
    if (form != null) {
      form.left();
    }
  }
}
