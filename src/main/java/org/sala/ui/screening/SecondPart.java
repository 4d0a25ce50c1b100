package org.sala.ui.screening;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.protection.Outcomes;
import org.sala.casework.screening.Findings;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.SecondFinding;
import org.sala.ui.route.Here;

/**
 * The finding that waits for a second officer, beside what it rests on: who found so and why, what
 * a signature takes away, and the way to sign or decline.
 */
final class SecondPart {
  private final boolean read;
  private final Here here;
  private final VBox node;

  /**
   * @param against who has said no to it
   * @param read whether all that it rests on is shown beside; it can only be declined otherwise
   */
  SecondPart(Findings.FirstWord first, List<Outcomes.Against> against, boolean read, Here here) {
    this.read = read;
    this.here = here;
    node =
        Nodes.card(
            Nodes.label(here.t("second.waits"), "strong"),
            new Badge(Badge.Kind.WARNING, here.texts().code("finding", first.finding())),
            Nodes.label(here.t("second.first"), "caption"),
            Nodes.label(SecondFinding.words(first, here)));
    if (!first.others().isEmpty()) {
      node.getChildren()
          .addAll(
              Nodes.label(here.t("second.others"), "caption"),
              Nodes.label(SecondFinding.others(first, here)));
    }
    against.forEach(
        a ->
            node.getChildren()
                .add(Nodes.label(here.t("person.finding.against", a.by(), a.reason()), "warning")));
    node.getChildren().add(Nodes.label(here.t(read ? "second.takes" : "second.unread"), "warning"));
    node.setId("second");
  }

  /** Returns it where it is signed. */
  Node signed(Runnable sign) {
    return with("second-sign", read ? "second.sign" : "second.decline", sign);
  }

  /** Returns it where somebody goes on with the screening: it leads to where it is signed. */
  Node read(Runnable leads) {
    return with("second-read", "second.steps", leads);
  }

  private Node with(String id, String key, Runnable does) {
    Button button = Nodes.button(here.t(key), "", does, "primary");
    button.setId(id);
    node.getChildren().add(Nodes.row(button));
    return node;
  }
}
