package org.sala.ui.joining;

import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sala.casework.joining.Candidate;
import org.sala.casework.joining.Likeness;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.text.Texts;

/** One of two records in words: its number, where it was written, and whether a child may be it. */
final class SideWords {
  private SideWords() {}

  static String number(Candidate.Side side, Texts texts) {
    return side.number().isEmpty() ? texts.t("people.unnamed") : side.number();
  }

  static String both(Candidate.Side one, Candidate.Side other, Texts texts) {
    return number(one, texts) + " · " + number(other, texts);
  }

  static String station(Candidate.Side side, Texts texts) {
    return side.here()
        ? texts.t("same.here")
        : side.station().isEmpty() ? texts.t("same.elsewhere") : side.station();
  }

  static String name(Candidate.Side side, Texts texts) {
    String own = side.name().isEmpty() ? side.roman() : side.name();
    return own.isEmpty() ? texts.t("people.unnamed") : own;
  }

  /** The head of a column. */
  static Node head(Candidate.Side side, Texts texts) {
    VBox head =
        new VBox(
            2,
            Nodes.label(number(side, texts), "mono", "strong"),
            Nodes.label(name(side, texts), "strong"),
            Nodes.label(station(side, texts), "muted", "small"));
    if (side.possiblyChild()) {
      head.getChildren().add(new Badge(Badge.Kind.DANGER, texts.t("same.child")));
    }
    return head;
  }

  /** Every reason with what it weighs, what speaks for it first. */
  static String reasons(Likeness likeness, Texts texts) {
    return likeness.reasons().stream()
        .map(r -> texts.t("same.reason", texts.code("likeness", r.name()), signed(r.weight())))
        .collect(Collectors.joining(" · "));
  }

  /** Points that speak for it with a plus, against it with a minus sign. */
  static String signed(int weight) {
    return weight > 0 ? "+" + weight : weight == 0 ? "0" : "−" + -weight;
  }
}
