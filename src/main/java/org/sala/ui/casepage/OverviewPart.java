package org.sala.ui.casepage;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.people.StillInside;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.KeptWords;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;

/** A case at a glance: what people say in figures, who they are, what differs, what happened. */
final class OverviewPart {
  private static final Set<String> SHOWN_ELSEWHERE = Set.of("title", "number", "summary");

  private final CaseKnown k;
  private final Here here;
  private final Consumer<RecordId> edit;
  private final Function<RecordId, Node> history;
  private final HBox node;

  /**
   * Makes the whole of the part.
   *
   * @param erase the way to erasing the case
   * @param edit changes what is written of somebody who is inside
   * @param history the way to what became of that
   */
  OverviewPart(
      CaseKnown k,
      Here here,
      Runnable add,
      Node erase,
      Consumer<RecordId> edit,
      Function<RecordId, Node> history) {
    this.k = k;
    this.edit = edit;
    this.history = history;
    this.here = here;
    VBox people = new PeoplePart(k, here, add, Optional.empty()).node();
    // Where a window is lower still the whole side scrolls, before the list has no room at all.
    people.setMinHeight(268);
    ScrollPane left = Nodes.side(new VBox(14, figures(), people), 600);
    left.setFitToHeight(true);
    HBox.setHgrow(left, Priority.ALWAYS);
    node = new HBox(14, left, Nodes.side(side(erase), 280));
  }

  HBox node() {
    return node;
  }

  private long count(Predicate<People.PersonLine> which) {
    return k.people().stream().filter(which).count();
  }

  /** What people say, apart from what was found; and who needs something now. */
  private Node figures() {
    long namedBy = k.inside().stream().map(StillInside.Line::saidBy).distinct().count();
    long presumed = count(p -> p.finding().startsWith("presumed_victim"));
    long unscreened = count(p -> p.screeningState().isEmpty());
    long unasked = count(p -> !k.says(p.id(), "forced") && !k.says(p.id(), "defrauded"));
    long losses = count(p -> k.says(p.id(), "loss"));
    long urgent = count(p -> !p.urgency().isEmpty());
    long children = count(People.PersonLine::possiblyChild);
    long action = count(p -> !p.urgency().isEmpty() || p.possiblyChild() || p.heldUnscreened());
    return Nodes.stats(
        Nodes.stat(
            here.t("case.forced"),
            String.valueOf(count(p -> k.says(p.id(), "forced"))),
            here.t("case.forced.below", presumed, unscreened),
            false),
        Nodes.stat(
            here.t("case.defrauded"),
            String.valueOf(count(p -> k.says(p.id(), "defrauded"))),
            here.t("case.defrauded.below", losses, unasked),
            false),
        Nodes.stat(
            here.t("case.inside"),
            String.valueOf(k.inside().size()),
            here.t("case.inside.below", namedBy),
            false),
        Nodes.stat(
            here.t("case.action"),
            String.valueOf(action),
            here.t("case.action.below", urgent, children, count(People.PersonLine::heldUnscreened)),
            action > 0));
  }

  private VBox side(Node erase) {
    VBox side = new VBox(14);
    VersionsCard.of(k, here).ifPresent(side.getChildren()::add);
    if (!k.inside().isEmpty()) {
      side.getChildren().add(inside());
    }
    Form facts = new Form();
    k.fields()
        .forEach(
            (key, shown) -> {
              // Where there are two of it, both stand here.
              if (!SHOWN_ELSEWHERE.contains(key) || shown.disputed() && !key.equals("summary")) {
                facts.show(
                    here.texts().code("field", FieldWords.family(key)),
                    FieldWords.value(shown, here.texts()));
              }
            });
    VBox about = Nodes.card(Nodes.label(here.t("case.about"), "strong"), facts);
    Cases.Shown summary = k.fields().get("summary");
    if (summary != null) {
      about.getChildren().add(Nodes.label(FieldWords.value(summary, here.texts())));
    }
    side.getChildren().addAll(about, new TimelinePart(k, here).node());
    KeptWords.card(k.kept(), here).ifPresent(side.getChildren()::add);
    side.getChildren().add(erase);
    return side;
  }

  /** Who is still inside, and who said so, by number. */
  private VBox inside() {
    VBox card = Nodes.card(Nodes.label(here.t("case.inside"), "strong"));
    for (StillInside.Line one : k.inside()) {
      String about =
          Stream.of(one.relation(), one.place())
              .filter(w -> !w.isEmpty())
              .collect(Collectors.joining(" · "));
      VBox words = new VBox();
      if (!one.name().isEmpty()) {
        words.getChildren().add(Nodes.label(one.name()));
      }
      if (!about.isEmpty()) {
        words.getChildren().add(Nodes.label(about, "muted"));
      }
      words.getChildren().add(Nodes.label(here.t("case.inside.by", one.saidByNumber()), "muted"));
      FieldWords.differing(one.differing(), here.texts()).ifPresent(words.getChildren()::add);
      Button change =
          Nodes.button(here.t("inside.edit"), "", () -> edit.accept(one.id()), "plain", "small");
      change.setAccessibleText(
          here.t("inside.edit") + " " + (one.name().isEmpty() ? one.relation() : one.name()));
      change.setId("inside-edit-" + one.id());
      Node past = history.apply(one.id());
      past.getStyleClass().add("small");
      words.getChildren().add(Nodes.row(change, past));
      card.getChildren().add(words);
    }
    return card;
  }
}
