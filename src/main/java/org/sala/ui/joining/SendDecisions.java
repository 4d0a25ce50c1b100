package org.sala.ui.joining;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.transit.Carrying;
import org.sala.ui.work.Work;

/** Stations that have not got decisions: one button seals and carries for all of them. */
final class SendDecisions {
  private final DecisionDelivery decisions;
  private final Here here;
  private final Work.Line line;
  private final Carrying carrying;
  private final HBox node = Nodes.row();

  SendDecisions(DecisionDelivery decisions, Here here, Work.Line line, Carrying carrying) {
    this.decisions = decisions;
    this.here = here;
    this.line = line;
    this.carrying = carrying;
    node.managedProperty().bind(Bindings.isNotEmpty(node.getChildren()));
  }

  Node node() {
    return node;
  }

  /** Nothing where every station has got all. */
  void show(List<DecisionDelivery.Owed> owed) {
    node.getChildren().clear();
    if (!owed.isEmpty()) {
      Button send = Nodes.button(here.t("deciding.send", owed.size()), "", () -> send(owed));
      send.setId("send-decisions");
      node.getChildren().add(send);
    }
  }

  private void send(List<DecisionDelivery.Owed> owed) {
    line.act(
        () -> {
          List<RecordId> sealed = new ArrayList<>();
          for (DecisionDelivery.Owed o : owed) {
            decisions.seal(o.station(), Progress.none()).ifPresent(sealed::add);
          }
          return sealed;
        },
        carrying::carry);
  }
}
