package org.sala.ui.joining;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.joining.Candidate;
import org.sala.casework.joining.Likeness;
import org.sala.casework.people.Cases;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;

/** Two records field beside field: what agrees, what differs, what one of them does not say. */
final class BesidePart {
  private BesidePart() {}

  static Node of(Candidate.Beside beside, Here here) {
    GridPane grid = new GridPane(14, 10);
    grid.getColumnConstraints().addAll(fixed(96), growing(), growing(), fixed(118));
    Candidate pair = beside.pair();
    grid.addRow(
        0,
        Nodes.label(""),
        SideWords.head(pair.one(), here.texts()),
        SideWords.head(pair.other(), here.texts()),
        Nodes.label(""));
    int at = 1;
    for (Candidate.Row row : beside.rows()) {
      Node name = Nodes.label(here.texts().code("field", row.family()), "muted");
      // Every station gives numbers of its own: that they differ speaks neither for nor against.
      boolean own = row.family().equals("wristband") && row.found() == Likeness.Agreement.DIFFERS;
      Node found =
          own ? Nodes.label(here.t("same.number"), "muted", "small") : badge(row.found(), here);
      Node one = Nodes.label(values(row.one(), here));
      Node other = Nodes.label(values(row.other(), here));
      grid.addRow(at++, name, one, other, found);
      for (Node n : List.of(name, one, other, found)) {
        GridPane.setValignment(n, VPos.TOP);
      }
    }
    VBox card = Nodes.card(grid);
    if (!pair.likeness().reasons().isEmpty()) {
      card.getChildren()
          .add(
              new VBox(
                  2,
                  Nodes.label(
                      here.t("same.score", SideWords.signed(pair.likeness().score())),
                      "strong",
                      "small"),
                  Nodes.label(SideWords.reasons(pair.likeness(), here.texts()), "small"),
                  Nodes.label(here.t("same.score.rule"), "muted", "small")));
    }
    return card;
  }

  private static ColumnConstraints fixed(double width) {
    return new ColumnConstraints(width, width, width);
  }

  private static ColumnConstraints growing() {
    ColumnConstraints c = new ColumnConstraints(120, 200, Double.MAX_VALUE);
    c.setHgrow(Priority.ALWAYS);
    return c;
  }

  private static String values(List<Cases.Shown> shown, Here here) {
    return shown.isEmpty()
        ? here.t("none")
        : shown.stream()
            .map(s -> FieldWords.value(s, here.texts()))
            .collect(Collectors.joining("\n"));
  }

  private static Node badge(Likeness.Agreement found, Here here) {
    String words = here.texts().code("sameFound", found.name());
    return switch (found) {
      case AGREES -> new Badge(Badge.Kind.OK, words);
      case FITS -> new Badge(Badge.Kind.INFO, words);
      case DIFFERS -> new Badge(Badge.Kind.WARNING, words);
      case UNKNOWN -> Nodes.label(words, "muted", "small");
    };
  }
}
