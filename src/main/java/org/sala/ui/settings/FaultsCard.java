package org.sala.ui.settings;

import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.sala.casework.station.FaultLog;
import org.sala.casework.station.Version;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Where what nobody expected was written down, so that somebody can be given it. */
final class FaultsCard {
  private final FaultLog faults;
  private final Here here;
  private final Work.Line line;

  FaultsCard(FaultLog faults, Here here, Work.Line line) {
    this.faults = faults;
    this.here = here;
    this.line = line;
  }

  VBox card(Path file) {
    VBox card =
        Nodes.card(
            Nodes.label(here.t("faults.title"), "strong"),
            Nodes.label(here.t("faults.below", Version.NUMBER)),
            Nodes.label(file.toString(), "mono", "small"),
            Nodes.row(
                Nodes.button(
                    here.t("faults.copy"), "", () -> line.act(faults::written, this::copy))));
    card.setId("faults");
    return card;
  }

  private void copy(String words) {
    ClipboardContent content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
    here.dialogs().notice(here.t("faults.copied"));
  }
}
