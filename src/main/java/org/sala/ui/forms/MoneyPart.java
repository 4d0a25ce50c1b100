package org.sala.ui.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.forms.FormPage;
import org.sala.casework.forms.Transfers;
import org.sala.form.RecoveryWindow;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/**
 * The clock since the last transfer, in words: how long it may still be called back, and by whom.
 */
final class MoneyPart {
  private static final double LOW = 560;

  private final Here here;
  private final Clock clock;

  MoneyPart(Here here, Clock clock) {
    this.here = here;
    this.clock = clock;
  }

  /**
   * @param request opens the freeze request
   * @param told writes down that somebody was told
   * @param height of the screen: a low one shows the clock alone, so that the answers stay in sight
   */
  Optional<Node> of(FormPage page, Runnable request, Runnable told, ReadOnlyDoubleProperty height) {
    List<Transfers.Transfer> all = Transfers.of(page);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    VBox words = new VBox(4);
    Transfers.last(all)
        .ifPresentOrElse(
            last -> words.getChildren().addAll(told(last, height)),
            () -> words.getChildren().add(Nodes.label(here.t("money.notime"))));
    if (!page.toldWho().isEmpty()) {
      words.getChildren().add(Nodes.label(here.t("money.toldwho", page.toldWho()), "muted"));
    }
    var freeze = Nodes.button(here.t("freeze.open"), "F5", request);
    freeze.setId("freeze");
    var tell = Nodes.button(here.t("money.tell"), "", told, "plain");
    tell.setId("money-tell");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox acts = Nodes.row(freeze);
    acts.setMinWidth(HBox.USE_PREF_SIZE);
    if (!page.line().closed()) {
      acts.getChildren().addFirst(tell);
    }
    VBox card = Nodes.card(new HBox(14, words, acts));
    card.setId("money");
    card.setMinHeight(VBox.USE_PREF_SIZE);
    return Optional.of(card);
  }

  private List<Node> told(Transfers.Transfer last, ReadOnlyDoubleProperty height) {
    Instant now = clock.instant();
    Instant at = last.at().orElseThrow().toInstant();
    String rail = last.rail().isEmpty() ? "" : here.texts().code("rail", last.rail());
    Optional<RecoveryWindow> window = last.window();
    String since =
        here.t("money.since", here.texts().ago(at.toEpochMilli(), now.toEpochMilli()), rail);
    boolean running = last.until().filter(now::isBefore).isPresent();
    String left =
        last.until()
            .map(
                until ->
                    running
                        ? here.t("money.left", span(Duration.between(now, until)))
                        : here.t("money.over"))
            .orElse(window.isPresent() ? "" : here.t("money.norail"));
    String call = window.map(w -> w.call().in(here.texts().language())).orElse("");
    String source = window.map(w -> w.source().in(here.texts().language())).orElse("");
    var head = Nodes.label((since + " " + left).strip(), running ? "danger" : "strong");
    head.setId("money-clock");
    VBox below = new VBox(2);
    if (!call.isEmpty()) {
      below.getChildren().add(Nodes.label(call));
    }
    if (!source.isEmpty()) {
      below.getChildren().add(Nodes.label(here.t("money.source", source), "muted", "small"));
    }
    below.visibleProperty().bind(height.greaterThan(LOW));
    below.managedProperty().bind(below.visibleProperty());
    return List.of(head, below);
  }

  private String span(Duration left) {
    return here.texts().left(left.toMillis());
  }
}
