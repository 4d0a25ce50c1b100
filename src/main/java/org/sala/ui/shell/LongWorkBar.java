package org.sala.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.Nodes;
import org.sala.ui.text.Texts;
import org.sala.ui.work.LongWork;

/** What takes long, below every screen: how far it is, in bytes, and a way to stop it. */
final class LongWorkBar extends VBox {
  /** More lines would push the screen away; the rest is told as a number. */
  private static final int MOST_LINES = 2;

  private final LongWork work;
  private final Texts texts;

  LongWorkBar(LongWork work, Texts texts) {
    this.work = work;
    this.texts = texts;
    setId("long-work");
    managedProperty().bind(visibleProperty());
    work.pieces().addListener((ListChangeListener<LongWork.Piece>) c -> show());
    show();
  }

  private void show() {
    getChildren().clear();
    work.pieces().stream().limit(MOST_LINES).forEach(p -> getChildren().add(line(p)));
    int more = work.pieces().size() - MOST_LINES;
    if (more > 0) {
      HBox rest = new HBox(Nodes.label(texts.t("long.more", more), "small", "muted"));
      rest.getStyleClass().add("status");
      getChildren().add(rest);
    }
    setVisible(!work.pieces().isEmpty());
  }

  private HBox line(LongWork.Piece piece) {
    ProgressBar bar = new ProgressBar(-1);
    bar.setPrefWidth(180);
    bar.setMinWidth(90);
    bar.setAccessibleText(piece.title());
    Label bytes = Nodes.line("", "small", "muted");
    bytes.setMinWidth(Label.USE_PREF_SIZE);
    piece.mark().addListener((o, was, is) -> mark(is, bar, bytes));
    mark(piece.mark().get(), bar, bytes);
    HBox line =
        Nodes.row(
            Nodes.line(piece.title(), "small"),
            bar,
            bytes,
            Nodes.spring(),
            Nodes.button(texts.t("long.stop"), "", piece::stop));
    line.getStyleClass().add("status");
    return line;
  }

  private void mark(LongWork.Mark mark, ProgressBar bar, Label bytes) {
    bar.setProgress(mark.part());
    bytes.setText(
        mark.of() <= 0
            ? texts.t("long.waiting")
            : texts.t("long.of", texts.size(mark.done()), texts.size(mark.of())));
  }
}
