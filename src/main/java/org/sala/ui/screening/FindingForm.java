package org.sala.ui.screening;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.ScreeningPage;
import org.sala.domain.AgeGroup;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeptLine;
import org.sala.ui.work.Work;

/**
 * What is found, and why: kept while it is typed. One form stays where it is while the page around
 * it is drawn anew, so that nobody's words depend on what else is saved meanwhile.
 */
final class FindingForm {
  private final ScreeningPage page;
  private final Findings findings;
  private final Here here;
  private final Work.Line line;
  private final Runnable done;
  private final Choice finding;
  private final TextArea reason = new TextArea();
  private final VBox node;
  private final ControlFields fields;
  private final Map<String, String> first;
  private final Drafting.Typing typing;
  private String assumed;
  private Optional<Set<RecordId>> read = Optional.empty();
  private Work.@Nullable Gesture asked;

  /**
   * @param done hears that the finding is written down
   */
  FindingForm(ScreeningPage page, Findings findings, Here here, Work.Line line, Runnable done) {
    this.page = page;
    this.findings = findings;
    this.here = here;
    this.line = line;
    this.done = done;
    this.assumed = assumed(page);
    finding =
        new Choice(
            Stream.concat(
                    Stream.of(""),
                    Arrays.stream(Findings.Finding.values()).map(Findings.Finding::code))
                .toList(),
            c -> c.isEmpty() ? here.t("none") : here.texts().code("finding", c));
    finding.setId("finding");
    finding.setAccessibleText(here.t("person.finding"));
    finding.setMaxWidth(Double.MAX_VALUE);
    finding.setValue(assumed);
    reason.setId("finding-reason");
    reason.setPrefRowCount(4);
    reason.setWrapText(true);
    reason.setAccessibleText(here.t("reason"));
    var lower = Nodes.label(here.t("person.finding.waits"), "muted");
    lower.visibleProperty().bind(finding.valueProperty().isEqualTo("no_indications"));
    lower.managedProperty().bind(lower.visibleProperty());
    Node add = Nodes.button(here.t("person.finding.add"), "", this::write);
    add.setId("finding-add");
    HBox kept = new HBox();
    node =
        new VBox(
            8,
            kept,
            Nodes.line(here.t("review.finding.new"), "muted"),
            finding,
            Nodes.line(here.t("reason"), "muted"),
            reason,
            lower,
            Nodes.row(add));
    fields = new ControlFields(node);
    first = fields.typed();
    typing =
        here.drafts()
            .keep("finding " + page.line().id(), fields, r -> KeptLine.show(kept, r, here.texts()));
  }

  Node node() {
    return node;
  }

  /** Who may be a child is presumed to be a victim as a child, until the officer says otherwise. */
  private static String assumed(ScreeningPage page) {
    return page.ageGroup() == AgeGroup.ADULT ? "" : Findings.Finding.PRESUMED_VICTIM_CHILD.code();
  }

  /** Whether somebody has typed or chosen something here. */
  boolean begun() {
    return !fields.typed().equals(first);
  }

  /** Whether what is assumed of this page stands here. */
  boolean assumes(ScreeningPage now) {
    return assumed.equals(assumed(now));
  }

  /**
   * Assumes what a newer page says, unless the officer has chosen. What comes while somebody writes
   * was not read by whoever began before.
   *
   * @param shown the findings on the person that are here now
   */
  void assume(ScreeningPage now, Set<RecordId> shown) {
    if (read.isEmpty() || !begun()) {
      read = Optional.of(Set.copyOf(shown));
    }
    if (finding.getValue().equals(assumed)) {
      finding.setValue(assumed(now));
    }
    assumed = assumed(now);
  }

  /** The field that has the keyboard. */
  Optional<Node> focused() {
    return Stream.<Node>of(reason, finding).filter(Node::isFocused).findFirst();
  }

  private void write() {
    String code = finding.getValue();
    if (code.isEmpty()) {
      here.dialogs().notice(here.t("choose.finding"));
      return;
    }
    String why = reason.getText();
    if (why.isBlank()) {
      here.dialogs().notice(here.t("reason.needed"));
      return;
    }
    Findings.Finding chosen = Findings.Finding.valueOf(code.toUpperCase(Locale.ROOT));
    Set<RecordId> seen = read.orElse(Set.of());
    asked =
        here.work()
            .gesture(
                () ->
                    line.act(
                        () ->
                            findings.find(
                                page.line().person(),
                                Optional.of(page.line().id()),
                                chosen,
                                why,
                                seen),
                        id -> written(id, code, why)));
  }

  /** What was typed after it was asked to be written down is the beginning of another one. */
  private void written(RecordId id, String code, String why) {
    asked = null;
    line.ask(
        () -> findings.standsBeside(page.line().person(), id),
        beside -> here.dialogs().notice(here.t(beside ? "finding.beside" : "review.finding.done")));
    if (finding.getValue().equals(code) && reason.getText().equals(why)) {
      typing.over();
      done.run();
    }
  }

  /** Left as it stands: it stays kept, unless it was to be written down and was. */
  void left() {
    Work.Gesture writing = asked;
    if (writing == null) {
      typing.left();
    } else {
      typing.saved(writing::failed);
    }
  }
}
