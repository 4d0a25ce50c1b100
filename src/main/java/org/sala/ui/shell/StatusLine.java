package org.sala.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.sala.casework.Pending;
import org.sala.casework.station.Saved;
import org.sala.ui.kit.Nodes;
import org.sala.ui.text.Texts;

/**
 * Below every screen: when it was saved last and the way back, how this laptop stands, whether its
 * audit is complete, and when headquarters last said what became of a package.
 */
final class StatusLine {
  private final Texts texts;
  private final Label saved = Nodes.changing("small", "muted");
  private final Label standing = Nodes.changing("small", "muted");
  private final Label receipt = Nodes.line("", "small", "muted");
  private final HBox node;

  StatusLine(Texts texts, Node undo, Node audit) {
    this.texts = texts;
    saved.setId("saved");
    standing.setId("standing");
    receipt.setId("last-receipt");
    HBox last = Nodes.row(saved, undo);
    last.managedProperty().bind(saved.textProperty().isNotEmpty());
    saved.managedProperty().bind(saved.textProperty().isNotEmpty());
    receipt.managedProperty().bind(receipt.textProperty().isNotEmpty());
    node = new HBox(last, standing, audit, Nodes.spring(), receipt);
    node.getStyleClass().add("status");
  }

  HBox node() {
    return node;
  }

  void heard(Saved s) {
    saved.setText(texts.t("saved", texts.clock(s.at())));
  }

  /** All is well here, unless the server that everything lies on is not. */
  void standing(List<Pending> atServer) {
    boolean differs = atServer.contains(Pending.SERVER_DIFFERS);
    boolean away = atServer.contains(Pending.SERVER_AWAY);
    standing.setText(
        texts.t(differs ? "status.server.differs" : away ? "status.server.away" : "status.well"));
    standing.getStyleClass().setAll("label", "small", differs || away ? "error" : "muted");
  }

  /**
   * What headquarters said last.
   *
   * @param expected whether it is to be expected that it says anything
   */
  void receipt(boolean expected, Optional<Long> millis) {
    receipt.setText(
        !expected
            ? ""
            : millis
                .map(m -> texts.t("status.receipt", texts.date(m)))
                .orElseGet(() -> texts.t("status.receipt.none")));
  }
}
