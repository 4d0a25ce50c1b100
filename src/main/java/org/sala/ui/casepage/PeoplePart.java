package org.sala.ui.casepage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.PartWords;
import org.sala.ui.roster.PeopleColumns;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;

/** The people of a case, by number: what they say here, and how far screening is. */
final class PeoplePart {
  /** More letters than these take three lines in the narrow column, and stand in a smaller hand. */
  private static final int TWO_LINES = 32;

  /** What can be done with parts, where there is room for it. */
  record Parts(Runnable register, BiConsumer<People.PersonLine, Involvements.Part> edit) {}

  private final CaseKnown k;
  private final Here here;
  private final VBox node;

  PeoplePart(CaseKnown k, Here here, Runnable add, Optional<Parts> parts) {
    this.k = k;
    this.here = here;
    Table<People.PersonLine> table =
        new Table<People.PersonLine>(Nodes.empty(here.t("case.nobody"), here.t("case.nobody.next")))
            .nodes(
                here.t("people.number"),
                parts.isPresent() ? 84 : 72,
                p -> NumberWords.node(p, here.texts()))
            .nodes(
                here.t("people.name"),
                parts.isPresent() ? 176 : 170,
                p -> PeopleColumns.name(p, here.texts()))
            .nodes(
                here.t("people.account"),
                parts.isPresent() ? 182 : 132,
                p -> account(p, parts.isPresent()))
            .column(
                here.t("people.language"),
                parts.isPresent() ? 116 : 104,
                p -> PeopleColumns.languages(p, here.texts()))
            .nodes(here.t("case.screening"), parts.isPresent() ? 120 : 100, this::screening)
            .nodes(
                here.t("people.finding"),
                parts.isPresent() ? 172 : 182,
                p -> PeopleColumns.standing(p, here.texts()));
    // Beside the figures there is room for who and how far; the list of people has the rest.
    if (parts.isPresent()) {
      table
          .nodes(here.t("part"), 110, p -> button(p, parts.get()))
          .column(here.t("people.changed"), 90, p -> here.texts().ago(p.changedMillis(), k.now()));
    }
    table.opens(p -> here.navigator().go(new Place.OnePerson(p.id())));
    table.setItems(FXCollections.observableArrayList(k.people()));
    table.setId("case-people");
    VBox.setVgrow(table, Priority.ALWAYS);
    HBox head = Nodes.row(Nodes.label(here.t("nav.people.in"), "strong"), Nodes.spring());
    parts.ifPresent(
        p -> {
          Node register = Nodes.button(here.t("people.register"), "", p.register());
          register.setId("case-register");
          head.getChildren().add(register);
        });
    Node people = Nodes.button(here.t("case.add"), "Ctrl N", add);
    people.setId("case-add");
    head.getChildren().add(people);
    node = Nodes.card(head, table);
    VBox.setVgrow(node, Priority.ALWAYS);
  }

  /** What is said in this case; what is said in others is theirs. */
  private Node account(People.PersonLine p, boolean around) {
    List<Involvements.Part> parts = k.parts(p.id());
    String account = PartWords.account(parts, here.texts());
    var words = Nodes.label(account);
    if (!around && account.length() > TWO_LINES) {
      words.getStyleClass().add("small");
    }
    VBox box = new VBox(1, words);
    box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    if (around && !parts.isEmpty()) {
      String when = PartWords.around(parts.getLast(), here.texts());
      if (!when.isEmpty()) {
        box.getChildren().add(Nodes.line(when, "muted", "small"));
      }
    }
    return box;
  }

  /** How far screening is; whoever is held without a closed one stands out, with since when. */
  private Node screening(People.PersonLine p) {
    String state =
        p.screeningState().isEmpty()
            ? here.t("case.notscreened")
            : here.texts().code("screeningState", p.screeningState().toUpperCase(Locale.ROOT));
    if (!p.screeningState().isEmpty() && !p.heldUnscreened()) {
      return Nodes.line(state);
    }
    VBox box = new VBox(1);
    box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    if (p.heldUnscreened()) {
      box.getChildren()
          .addAll(
              Nodes.label(state, "danger", "strong"),
              Nodes.label(
                  here.t(
                      "screening.held",
                      here.texts().ago(p.detainedMillis().orElseThrow(), k.now())),
                  "danger",
                  "strong"));
    } else {
      box.getChildren().add(Nodes.label(state, "muted"));
    }
    return box;
  }

  private Node button(People.PersonLine p, Parts parts) {
    List<Involvements.Part> own = k.parts(p.id());
    if (own.isEmpty()) {
      return Nodes.line("");
    }
    var edit =
        Nodes.button(
            here.t("part.edit"), "", () -> parts.edit().accept(p, own.getLast()), "compact");
    edit.setAccessibleText(here.t("part.of", p.wristband(), k.line().number()));
    return edit;
  }

  VBox node() {
    return node;
  }
}
