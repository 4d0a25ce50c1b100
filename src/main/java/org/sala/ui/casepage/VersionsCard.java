package org.sala.ui.casepage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;

/** Shows which fields of the case and of its people differ, with every value. */
final class VersionsCard {
  private VersionsCard() {}

  /** The card; empty where everything is settled. */
  static Optional<VBox> of(CaseKnown k, Here here) {
    VBox lines = new VBox(8);
    for (Cases.Shown shown : k.fields().values()) {
      add(lines, "", shown, here);
    }
    for (People.PersonLine p : k.people()) {
      for (Cases.Shown shown : k.differing().getOrDefault(p.id(), List.of())) {
        add(lines, p.wristband(), shown, here);
      }
      for (Involvements.Part part : k.parts(p.id())) {
        for (Cases.Shown shown : part.fields().values()) {
          add(lines, p.wristband(), shown, here);
        }
      }
    }
    if (lines.getChildren().isEmpty()) {
      return Optional.empty();
    }
    String count = String.valueOf(lines.getChildren().size());
    return Optional.of(
        Nodes.card(
            Nodes.row(
                Nodes.label(here.t("case.versions"), "strong"),
                new Badge(Badge.Kind.WARNING, count)),
            lines,
            Nodes.label(here.t("case.versions.below"), "muted")));
  }

  private static void add(VBox lines, String number, Cases.Shown shown, Here here) {
    if (shown.disputed()) {
      String field = here.texts().code("field", FieldWords.family(shown.key()));
      lines
          .getChildren()
          .add(
              new VBox(
                  Nodes.label(
                      String.join(
                          " · ", Stream.of(number, field).filter(w -> !w.isEmpty()).toList()),
                      "muted"),
                  Nodes.label(FieldWords.value(shown, here.texts()))));
    }
  }
}
