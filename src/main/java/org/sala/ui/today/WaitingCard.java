package org.sala.ui.today;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.people.People;
import org.sala.casework.todo.WaitingLine;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.AgeMark;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;

/** Who waits for triage, in the order in which they are called. */
final class WaitingCard {
  private final Here here;
  private final Table<WaitingLine.Waiting> table;
  private long now;

  WaitingCard(Here here, long now) {
    this.here = here;
    this.now = now;
    this.table = table();
  }

  /** How long everybody waits by now. */
  void passed(long until) {
    now = until;
    table.refresh();
  }

  private Table<WaitingLine.Waiting> table() {
    Table<WaitingLine.Waiting> made =
        new Table<WaitingLine.Waiting>(
                Nodes.empty(here.t("today.waiting.none"), here.t("today.nothing.next")))
            .nodes(here.t("people.number"), 112, this::number)
            .column(here.t("people.language"), 112, this::language)
            .column(here.t("today.waits"), 66, this::waits)
            .nodes(here.t("today.interpreter"), 98, this::interpreter)
            .opens(w -> here.navigator().go(new Place.Triage(w.person().id())));
    made.setId("waiting");
    VBox.setVgrow(made, Priority.ALWAYS);
    return made;
  }

  VBox card(List<WaitingLine.Waiting> waiting, int all, Runnable interpreters) {
    table.setItems(FXCollections.observableArrayList(waiting));
    VBox card =
        Nodes.card(
            Nodes.heading(
                here.t("today.waiting"),
                new Badge(Badge.Kind.NEUTRAL, String.valueOf(all)),
                Nodes.spring(),
                Nodes.button(here.t("interpreters.open"), "", interpreters, "plain")),
            table);
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  private Node number(WaitingLine.Waiting w) {
    People.PersonLine p = w.person();
    VBox number = NumberWords.node(p, here.texts());
    // What tells two wearers of it apart may be cut, the number is not.
    ((Label) number.getChildren().getFirst()).setMinWidth(Label.USE_PREF_SIZE);
    var marks = Nodes.row();
    AgeMark.brief(p, here.texts()).ifPresent(marks.getChildren()::add);
    if (List.of(p.urgency().split(" ", -1)).contains("hurt")) {
      marks.getChildren().add(new Badge(Badge.Kind.DANGER, here.t("today.hurt")));
    }
    if (p.disputes() > 0) {
      marks.getChildren().add(versions(p.disputes()));
    }
    VBox box = new VBox(3, number);
    if (!marks.getChildren().isEmpty()) {
      box.getChildren().add(marks);
    }
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  /** How many fields differ; there is no room for the words, which are told where it is pointed. */
  private Badge versions(int disputes) {
    Badge versions = new Badge(Badge.Kind.WARNING, Integer.toString(disputes));
    versions.setAccessibleText(here.t("versions", disputes));
    versions.setTooltip(new Tooltip(here.t("versions", disputes)));
    return versions;
  }

  private String language(WaitingLine.Waiting w) {
    return w.language().isEmpty() ? here.t("none") : here.texts().code("lang", w.language());
  }

  private String waits(WaitingLine.Waiting w) {
    return w.person().arrivedMillis().map(a -> here.texts().waits(a, now)).orElse("");
  }

  private Node interpreter(WaitingLine.Waiting w) {
    Label nobody = Nodes.label(here.t("today.interpreter.nobody"), "danger");
    return w.reach()
        .map(
            r ->
                switch (r) {
                  case HOUSE -> Nodes.label(here.t("today.interpreter.none"));
                  case HERE -> Nodes.line(w.interpreter());
                  case PHONE -> Nodes.label(here.t("today.interpreter.phone"), "muted");
                  case GONE -> nobody;
                })
        .orElse(nobody);
  }

  /** The interpreters that can be reached, in words: one for Burmese, two for Vietnamese. */
  static String counted(Map<String, Integer> reachable, Here here) {
    return here.t(
        "today.interpreters",
        reachable.entrySet().stream()
            .map(
                e ->
                    here.t(
                        "today.interpreters.of",
                        e.getValue(),
                        here.texts().code("lang", e.getKey())))
            .collect(joining(", ")));
  }
}
