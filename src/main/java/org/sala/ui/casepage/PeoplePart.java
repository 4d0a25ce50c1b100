package org.sala.ui.casepage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.ColumnChoice;
import org.sala.ui.kit.Columns;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.PartWords;
import org.sala.ui.roster.PeopleColumns;
import org.sala.ui.roster.RememberedColumns;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;

/** The people of a case, by number: what they say here, and how far screening is. */
final class PeoplePart {
  /** More letters than these take three lines in the narrow column, and stand in a smaller hand. */
  private static final int TWO_LINES = 32;

  /** What can be done with parts, where there is room for it. */
  record Parts(
      Runnable register,
      BiConsumer<People.PersonLine, Involvements.Part> edit,
      RememberedColumns remembered) {}

  private final CaseKnown k;
  private final Here here;
  private final VBox node;

  PeoplePart(CaseKnown k, Here here, Runnable add, Optional<Parts> parts) {
    this.k = k;
    this.here = here;
    Table<People.PersonLine> table =
        new Table<People.PersonLine>(Nodes.empty(here.t("case.nobody"), here.t("case.nobody.next")))
            .opens(p -> here.navigator().go(new Place.OnePerson(p.id())));
    // Beside the figures there is room for who and how far, and for nobody's own arrangement.
    parts.ifPresentOrElse(
        p -> p.remembered().on(table, "case-people", new Columns<>(columns(parts), orders())),
        () -> table.columns(columns(parts)));
    table.setId("case-people");
    table.shows(k.people());
    VBox.setVgrow(table, Priority.ALWAYS);
    HBox head = Nodes.row(Nodes.label(here.t("nav.people.in"), "strong"), Nodes.spring());
    node = Nodes.card(head);
    parts.ifPresent(
        p -> {
          ColumnChoice choice = p.remembered().choice(table, here);
          node.getChildren().add(choice.bar());
          head.getChildren().add(choice.button());
          Node register = Nodes.button(here.t("people.register"), "", p.register());
          register.setId("case-register");
          head.getChildren().add(register);
        });
    Node people = Nodes.button(here.t("case.add"), "Ctrl N", add);
    people.setId("case-add");
    head.getChildren().add(people);
    node.getChildren().add(table);
    VBox.setVgrow(node, Priority.ALWAYS);
  }

  private List<Column<People.PersonLine>> columns(Optional<Parts> parts) {
    boolean roomy = parts.isPresent();
    List<Column<People.PersonLine>> columns = new ArrayList<>();
    columns.add(
        Column.nodes(
            "number",
            here.t("people.number"),
            roomy ? 84 : 72,
            p -> NumberWords.node(p, here.texts())));
    columns.add(
        Column.nodes(
            "name",
            here.t("people.name"),
            roomy ? 176 : 170,
            p -> PeopleColumns.name(p, here.texts())));
    columns.add(
        Column.nodes(
            "account", here.t("people.account"), roomy ? 182 : 132, p -> account(p, roomy)));
    columns.add(
        Column.words(
            "language",
            here.t("people.language"),
            roomy ? 116 : 104,
            p -> PeopleColumns.languages(p, here.texts())));
    columns.add(
        Column.nodes("screening", here.t("case.screening"), roomy ? 120 : 100, this::screening));
    columns.add(
        Column.nodes(
            "finding",
            here.t("people.finding"),
            roomy ? 172 : 182,
            p -> PeopleColumns.standing(p, here.texts())));
    parts.ifPresent(
        all -> {
          columns.add(Column.nodes("part", here.t("part"), 110, p -> button(p, all)));
          columns.add(
              Column.words(
                  "changed",
                  here.t("people.changed"),
                  90,
                  p -> here.texts().ago(p.changedMillis(), k.now())));
        });
    Set<String> sorted = orders().keySet();
    columns.replaceAll(c -> sorted.contains(c.key()) ? c.sortedBy(c.key()) : c);
    return columns;
  }

  /** By the keys of the columns that can be sorted by. */
  private Map<String, Comparator<People.PersonLine>> orders() {
    return Map.of(
        "number", Comparator.comparing(People.PersonLine::wristband),
        "name", Comparator.comparing(p -> p.name().isEmpty() ? p.roman() : p.name()),
        "language", Comparator.comparing(p -> PeopleColumns.languages(p, here.texts())),
        "screening", Comparator.comparing(People.PersonLine::screeningState),
        "changed", Comparator.comparingLong(People.PersonLine::changedMillis));
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
