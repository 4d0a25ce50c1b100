package org.sala.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.sala.casework.Pending;
import org.sala.casework.Standing;
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
  private List<Pending> atServer = List.of();
  private Optional<Standing> known = Optional.empty();
  private String here = "";

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

  /** The server that everything lies on comes before how the laptop stands. */
  void standing(List<Pending> now) {
    atServer = List.copyOf(now);
    stand();
  }

  /** How the laptop stands; nothing is said of it before it is known. */
  void standing(Standing now, long nowMillis) {
    known = Optional.of(now);
    here = words(now, nowMillis);
    stand();
  }

  private void stand() {
    boolean differs = atServer.contains(Pending.SERVER_DIFFERS);
    boolean away = atServer.contains(Pending.SERVER_AWAY);
    standing.setText(
        differs ? texts.t("status.server.differs") : away ? texts.t("status.server.away") : here);
    boolean bad = differs || away || known.filter(Standing::littleSpace).isPresent();
    standing.getStyleClass().setAll("label", "small", bad ? "error" : "muted");
  }

  private String words(Standing now, long nowMillis) {
    List<String> all = new ArrayList<>();
    if (now.toSee() > 0) {
      all.add(texts.t("status.tosee", now.toSee()));
    }
    if (now.littleSpace()) {
      all.add(texts.t("status.space", texts.size(now.free())));
    }
    if (now.backupDue(nowMillis)) {
      all.add(
          now.backupMillis()
              .map(at -> texts.t("status.backup", texts.date(at)))
              .orElseGet(() -> texts.t("status.backup.none")));
    }
    return all.isEmpty() ? texts.t("status.well") : texts.t("status.here", String.join(" · ", all));
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
