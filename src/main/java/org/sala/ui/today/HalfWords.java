package org.sala.ui.today;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.sala.casework.station.Drafts;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;

/**
 * The words of a half-filled form, to be read and copied: where its form is no more, as in an
 * interview that was closed meanwhile, they can still be put where they belong.
 */
final class HalfWords {
  private static final int LINES = 12;

  /** What stands before the first question, after the last one and in a finding, in that order. */
  private static final List<Map.Entry<String, String>> CAPTIONS =
      List.of(
          Map.entry("interpreter-number", "consent.interpreter"),
          Map.entry("other-interpreter", "consent.interpreter"),
          Map.entry("interpreter-engaged", "opening.engaged"),
          Map.entry("interpreter-conflicts", "opening.conflicts"),
          Map.entry("corrections", "end.corrections"),
          Map.entry("offered", "end.offer"),
          Map.entry("next-step", "end.next"),
          Map.entry("next-when", "end.when"),
          Map.entry("ask-whom", "end.whom"),
          Map.entry("finding", "person.finding"),
          Map.entry("finding-reason", "reason"));

  private final Here here;

  HalfWords(Here here) {
    this.here = here;
  }

  /** What was typed, field by field; fields of other forms without a caption. */
  String of(Drafts.Kept kept) {
    return kept.typed().entrySet().stream()
        .filter(e -> !e.getValue().isBlank())
        .sorted(Map.Entry.<String, String>comparingByKey(HalfWords::order))
        .map(e -> caption(e.getKey()).map(c -> c + "\n").orElse("") + value(e))
        .collect(Collectors.joining("\n\n"));
  }

  /** Shows it, so that it can be marked and copied. */
  Node node(Drafts.Kept kept) {
    TextArea words = new TextArea(of(kept));
    words.setId("half-words");
    words.setEditable(false);
    words.setWrapText(true);
    words.setPrefRowCount(LINES);
    words.setAccessibleText(here.t("draft.left.title"));
    return ControlFields.unkept(new VBox(8, words, Nodes.label(here.t("draft.left.read.below"))));
  }

  private static int order(String one, String other) {
    int at = place(one) - place(other);
    return at == 0 ? one.compareTo(other) : at;
  }

  private static int place(String field) {
    int at = 0;
    while (at < CAPTIONS.size() && !CAPTIONS.get(at).getKey().equals(field)) {
      at++;
    }
    return at;
  }

  private Optional<String> caption(String field) {
    return CAPTIONS.stream()
        .filter(c -> c.getKey().equals(field))
        .map(c -> here.t(c.getValue()))
        .findFirst();
  }

  private String value(Map.Entry<String, String> typed) {
    return switch (typed.getKey()) {
      case "offered" -> here.t("offered." + typed.getValue());
      case "finding" -> here.texts().code("finding", typed.getValue());
      default -> typed.getValue();
    };
  }
}
