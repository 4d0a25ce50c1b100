package org.sala.ui.transit;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.sala.casework.packages.receipt.ForStations;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** One button seals and carries what waits at headquarters for its stations. */
public final class SendWaiting {
  private final ForStations waiting;
  private final Here here;
  private final Work.Line line;
  private final Carrying carrying;
  private final HBox node = Nodes.row();

  public SendWaiting(ForStations waiting, Here here, Work.Line line, Carrying carrying) {
    this.waiting = waiting;
    this.here = here;
    this.line = line;
    this.carrying = carrying;
    node.managedProperty().bind(Bindings.isNotEmpty(node.getChildren()));
  }

  public Node node() {
    return node;
  }

  /**
   * Shows the button; nothing where nothing waits.
   *
   * @param stations for how many something waits
   */
  public void show(int stations) {
    node.getChildren().clear();
    if (stations > 0) {
      Button send = Nodes.button(here.t("unsent.send", stations), "", this::send);
      send.setId("send-decisions");
      node.getChildren().add(send);
    }
  }

  /** Whoever chooses no folder has nothing sealed: it would lie here, and count as under way. */
  private void send() {
    here.dialogs().folder(here.t("carry.folder")).ifPresent(this::send);
  }

  private void send(Path folder) {
    Underway.run(
        here,
        line,
        node,
        here.t("seal.underway"),
        progress -> List.copyOf(waiting.seal(progress).keySet()),
        made -> carrying.carry(made, folder));
  }
}
