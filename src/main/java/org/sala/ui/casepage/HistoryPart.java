package org.sala.ui.casepage;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.history.Histories;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;
import org.sala.ui.work.Work;

/**
 * What was changed in a case, the last first: read when somebody looks at it, for it takes the
 * longer the more was written. So many are shown at once, and as many again for whoever asks.
 */
final class HistoryPart {
  /** More of them are longer to lay out than anybody waits. */
  private static final int MOST = 100;

  private final Here here;
  private final VBox all = new VBox(14);
  private final VBox node;

  /**
   * @param line on which it is read
   */
  HistoryPart(RecordId id, Histories histories, Work.Line line, Here here) {
    this.here = here;
    ScrollPane scroll = Nodes.side(all, 400);
    node = Nodes.card(Nodes.label(here.t("history"), "strong"), scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    line.ask(() -> histories.of(id), this::show);
  }

  private void show(List<Histories.Entry> entries) {
    int shown = Math.min(MOST, entries.size());
    entries
        .subList(0, shown)
        .forEach(e -> all.getChildren().add(FieldWords.entry(e, here.texts())));
    if (shown < entries.size()) {
      List<Histories.Entry> more = entries.subList(shown, entries.size());
      Node button =
          Nodes.button(
              here.t("history.more", more.size()),
              "",
              () -> {
                all.getChildren().removeLast();
                show(more);
              });
      button.setId("history-more");
      all.getChildren().add(Nodes.row(button));
    }
  }

  VBox node() {
    return node;
  }
}
