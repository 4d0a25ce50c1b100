package org.sala.ui.screening;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.people.People;
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
  private final VBox node;

  /**
   * @param against who has said no to it
   * @param read whether all that it rests on is shown beside; it can only be declined otherwise
   */
  SecondPart(
      People.PersonLine person,
      Findings.FirstWord first,
      List<Outcomes.Against> against,
      boolean read,
      SecondFinding second,
      Runnable signed,
      Here here) {
    Button sign =
        Nodes.button(
            here.t(read ? "second.sign" : "second.decline"),
            "",
            () -> second.sign(person, first, read, signed),
            "primary");
    sign.setId("second-sign");
    node =
        Nodes.card(
            Nodes.label(here.t("second.waits"), "strong"),
            new Badge(Badge.Kind.WARNING, here.texts().code("finding", first.finding())),
            Nodes.label(here.t("second.first"), "caption"),
            Nodes.label(SecondFinding.words(first, here)));
    against.forEach(
        a ->
            node.getChildren()
                .add(Nodes.label(here.t("person.finding.against", a.by(), a.reason()), "warning")));
    node.getChildren()
        .addAll(
            Nodes.label(here.t(read ? "second.takes" : "second.unread"), "warning"),
            Nodes.row(sign));
    node.setId("second");
  }

  Node node() {
    return node;
  }
}
