package org.sala.ui.shell;

import javafx.scene.control.Label;
import org.sala.casework.station.AuditTrail;
import org.sala.ui.kit.Nodes;
import org.sala.ui.text.AuditWords;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/** After unlocking the whole audit is checked beside the work; the status line says what came. */
final class AuditStatus {
  private final Label words = Nodes.changing("small", "muted");
  private volatile boolean closed;

  AuditStatus(AuditTrail audit, Texts texts, Work work) {
    words.setId("audit");
    words.setText(texts.t("status.audit.checking"));
    work.beside(
        () -> audit.verify(() -> closed),
        verdict ->
            verdict.ifPresent(
                v -> {
                  boolean whole = v instanceof AuditTrail.Verdict.Whole;
                  words.setText(
                      v instanceof AuditTrail.Verdict.Whole w
                          ? texts.t("status.audit.whole", w.entries())
                          : "! " + AuditWords.of(texts, v));
                  words.getStyleClass().setAll("label", "small", whole ? "muted" : "error");
                }),
        e -> words.setText(texts.t("status.audit.failed")));
  }

  Label node() {
    return words;
  }

  void close() {
    closed = true;
  }
}
