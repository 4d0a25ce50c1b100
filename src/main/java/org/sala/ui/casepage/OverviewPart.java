package org.sala.ui.casepage;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.Cases;
import org.sala.casework.People;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;

/** A case at a glance: what people say in figures, who they are, what differs, what happened. */
final class OverviewPart {
  private static final Set<String> SHOWN_ELSEWHERE = Set.of("title", "number", "summary");

  private final CaseKnown k;
  private final Here here;
  private final HBox node;

  OverviewPart(CaseKnown k, Here here, Runnable add) {
    this.k = k;
    this.here = here;
    VBox people = new PeoplePart(k, here, add).node();
    VBox left = new VBox(14, figures(), people);
    HBox.setHgrow(left, Priority.ALWAYS);
    node = new HBox(14, left, Nodes.side(side(), 280));
  }

  HBox node() {
    return node;
  }

  private long count(Predicate<People.PersonLine> which) {
    return k.people().stream().filter(which).count();
  }

  /** What people say, apart from what was found; and who needs something now. */
  private Node figures() {
    long inside = k.people().stream().mapToInt(People.PersonLine::stillInside).sum();
    long namedBy = count(p -> p.stillInside() > 0);
    long presumed = count(p -> p.finding().startsWith("presumed_victim"));
    long unscreened = count(p -> p.screeningState().isEmpty());
    long unasked = count(p -> p.forced().isEmpty() && p.defrauded().isEmpty());
    long urgent = count(p -> !p.urgency().isEmpty());
    long children = count(People.PersonLine::possiblyChild);
    long action = count(p -> !p.urgency().isEmpty() || p.possiblyChild() || held(p));
    return new HBox(
        14,
        Nodes.stat(
            here.t("case.forced"),
            String.valueOf(count(p -> !p.forced().isEmpty())),
            here.t("case.forced.below", presumed, unscreened),
            false),
        Nodes.stat(
            here.t("case.defrauded"),
            String.valueOf(count(p -> !p.defrauded().isEmpty())),
            here.t("case.unasked", unasked),
            false),
        Nodes.stat(
            here.t("case.inside"),
            String.valueOf(inside),
            here.t("case.inside.below", namedBy),
            false),
        Nodes.stat(
            here.t("case.action"),
            String.valueOf(action),
            here.t("case.action.below", urgent, children),
            action > 0));
  }

  private static boolean held(People.PersonLine p) {
    return p.detainedMillis().isPresent() && p.screeningState().isEmpty();
  }

  private VBox side() {
    VBox side = new VBox(14);
    int disputes =
        k.line().disputes() + k.people().stream().mapToInt(People.PersonLine::disputes).sum();
    if (disputes > 0) {
      side.getChildren().add(versions(disputes));
    }
    Form facts = new Form();
    k.fields()
        .forEach(
            (key, shown) -> {
              if (!SHOWN_ELSEWHERE.contains(key)) {
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
    return side;
  }

  /** Which fields differ, with every value; deciding is headquarters'. */
  private VBox versions(int disputes) {
    VBox card =
        Nodes.card(
            Nodes.row(
                Nodes.label(here.t("case.versions"), "strong"),
                new Badge(Badge.Kind.WARNING, String.valueOf(disputes))));
    k.fields()
        .forEach(
            (key, shown) -> {
              if (shown.disputed()) {
                card.getChildren()
                    .add(
                        Nodes.label(
                            here.texts().code("field", FieldWords.family(key))
                                + ": "
                                + FieldWords.value(shown, here.texts())));
              }
            });
    List<People.PersonLine> people = k.people().stream().filter(p -> p.disputes() > 0).toList();
    for (People.PersonLine p : people) {
      card.getChildren().add(Nodes.label(p.wristband() + " · " + here.t("versions", p.disputes())));
    }
    card.getChildren().add(Nodes.label(here.t("case.versions.below"), "muted"));
    return card;
  }
}
