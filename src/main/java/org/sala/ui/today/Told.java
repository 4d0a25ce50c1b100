package org.sala.ui.today;

import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Bulletin;
import org.sala.casework.headquarters.Bulletins;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** What headquarters tells all its stations, in its own words, until somebody here has read it. */
final class Told {
  private final Bulletins bulletins;
  private final Here here;
  private final Work.Line line;

  Told(Bulletins bulletins, Here here, Work.Line line) {
    this.bulletins = bulletins;
    this.here = here;
    this.line = line;
  }

  /** Shows a bulletin, which leaves the list once somebody says that it was read. */
  void read(Bulletin b) {
    VBox words =
        new VBox(
            10,
            Nodes.label(here.t("bulletin.from", here.texts().date(b.at())), "muted"),
            Nodes.label(b.words()));
    here.dialogs()
        .ask(
            "bulletin " + b.id(),
            b.title(),
            words,
            here.t("bulletin.read"),
            () -> {
              line.act(
                  () -> {
                    bulletins.read(b.id());
                    return true;
                  },
                  done -> here.dialogs().notice(here.t("bulletin.read.done")));
              return true;
            });
  }
}
