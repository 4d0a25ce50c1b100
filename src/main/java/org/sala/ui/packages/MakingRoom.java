package org.sala.ui.packages;

import java.io.IOException;
import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sala.casework.sync.Cleaned;
import org.sala.casework.sync.Configured;
import org.sala.casework.sync.Sync;
import org.sala.casework.sync.WhyNot;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.transit.Underway;
import org.sala.ui.work.Work;

/** Takes from a stick what is receipted, once somebody has read how much that is and said yes. */
final class MakingRoom {
  private final Sync sync;
  private final Here here;
  private final Work.Line line;
  private final Pane slot;

  MakingRoom(Sync sync, Here here, Work.Line line, Pane slot) {
    this.sync = sync;
    this.here = here;
    this.line = line;
    this.slot = slot;
  }

  /** What came of looking or of taking away; a stick that is gone is no fault of anybody. */
  private record Came(Optional<Cleaned> cleaned, Optional<WhyNot> why) {}

  private interface Asking {
    Optional<Cleaned> ask() throws IOException;
  }

  private static Came came(Asking asking) {
    try {
      return new Came(asking.ask(), Optional.empty());
    } catch (IOException e) {
      return new Came(Optional.empty(), Optional.of(WhyNot.of(e)));
    }
  }

  void ask(Configured carrier) {
    line.actLong(() -> came(() -> sync.cleanable(carrier.id())), c -> shown(carrier, c, this::ask));
  }

  private interface Then {
    void go(Configured carrier, Cleaned cleaned);
  }

  private void shown(Configured carrier, Came c, Then then) {
    c.why().ifPresent(w -> here.dialogs().tell(carrier.label(), here.t("carrierWhy." + w)));
    c.cleaned().ifPresent(found -> then.go(carrier, found));
  }

  private void ask(Configured carrier, Cleaned found) {
    String title = here.t("room.title", carrier.label());
    if (found.names().isEmpty()) {
      here.dialogs().tell(title, here.t("room.none"));
      return;
    }
    here.dialogs()
        .askForGood(
            title,
            new VBox(
                10,
                Nodes.label(
                    here.t("room.what", found.names().size(), here.texts().size(found.bytes())),
                    "strong"),
                Nodes.label(here.t("room.below"))),
            here.t("room.verb"),
            () -> {
              clean(carrier);
              return true;
            });
  }

  private void clean(Configured carrier) {
    Underway.run(
        here,
        line,
        slot,
        here.t("room.underway"),
        progress -> came(() -> sync.clean(carrier.id(), progress)),
        c -> shown(carrier, c, this::done));
  }

  private void done(Configured carrier, Cleaned cleaned) {
    here.dialogs()
        .notice(
            here.t(
                "room.done",
                carrier.label(),
                cleaned.names().size(),
                here.texts().size(cleaned.bytes())));
  }
}
