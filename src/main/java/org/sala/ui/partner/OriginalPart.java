package org.sala.ui.partner;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.take.PartnerOriginals;
import org.sala.casework.partner.Copies;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.paper.Saving;
import org.sala.ui.route.Here;
import org.sala.ui.transit.FoundWords;
import org.sala.ui.transit.Underway;
import org.sala.ui.work.Work;

/** The package that a copy came in, as it came: whose seal it has, and the way to a court. */
final class OriginalPart {
  private final Copies copies;
  private final Here here;
  private final Work.Line line;
  private final VBox card = Nodes.card();

  OriginalPart(RecordId copy, Copies copies, Here here, Work.Line line) {
    this.copies = copies;
    this.here = here;
    this.line = line;
    card.setId("original");
    line.ask(() -> copies.original(copy), this::found);
  }

  Node node() {
    return card;
  }

  private void found(Optional<PartnerOriginals.Original> found) {
    card.setVisible(found.isPresent());
    card.setManaged(found.isPresent());
    found.ifPresent(this::show);
  }

  private void show(PartnerOriginals.Original original) {
    card.getChildren()
        .setAll(
            Nodes.label(here.t("partner.original"), "strong"),
            Nodes.label(
                here.t(
                    "partner.original.below",
                    original.signer(),
                    original.agency(),
                    here.texts().size(original.size()),
                    original.received().map(here.texts()::date).orElse("")),
                "muted"));
    if (!original.here()) {
      card.getChildren().add(Nodes.label(here.t("partner.original.gone"), "muted"));
      return;
    }
    Pane slot = new StackPane();
    slot.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(slot.getChildren()));
    Button check = Nodes.button(here.t("partner.original.check"), "", () -> check(original, slot));
    check.setId("original-check");
    Button save = Nodes.button(here.t("partner.original.save"), "", () -> save(original));
    save.setId("original-save");
    card.getChildren().addAll(Nodes.row(check, save), slot);
  }

  private void check(PartnerOriginals.Original original, Pane slot) {
    Underway.run(
        here,
        line,
        slot,
        here.t("take.checking", 1),
        progress -> copies.check(original, progress),
        checked ->
            here.dialogs()
                .tell(
                    here.t("partner.original.check"),
                    String.join("\n", FoundWords.lines(checked, here))));
  }

  private void save(PartnerOriginals.Original original) {
    Saving.ask(
        here,
        here.t("partner.original.save.title", original.agency()),
        Nodes.label(here.t("partner.original.save.below")),
        original::containerName,
        () -> (to, progress) -> copies.save(original, to, progress));
  }
}
