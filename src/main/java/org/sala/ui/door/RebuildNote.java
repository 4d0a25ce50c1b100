package org.sala.ui.door;

import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.station.Progress;
import org.sala.ui.kit.ProgressStrip;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Watched;
import org.sala.ui.work.Work;

/**
 * What the door shows in place of the card while something long goes on: how far it is, about how
 * long it will take, and the way to stop it. It appears with the first word of the work.
 */
final class RebuildNote {
  private final StackPane root;
  private final Texts texts;
  private final Work work;
  private @Nullable VBox shown;

  RebuildNote(StackPane root, Texts texts, Work work) {
    this.root = root;
    this.texts = texts;
    this.work = work;
  }

  /** The view is made from the journal: so many changes of so many. */
  Progress rebuilding() {
    return watch("door.rebuild", "door.rebuild.far");
  }

  /** A backup is unpacked and proved: so many bytes of so many. */
  Progress restoring() {
    return watch("door.restore.running", "progress.bytes");
  }

  private Progress watch(String what, String far) {
    boolean bytes = far.equals("progress.bytes");
    Watched[] watched = new Watched[1];
    ProgressStrip[] strip = new ProgressStrip[1];
    watched[0] =
        new Watched(
            work,
            f -> {
              if (strip[0] == null) {
                strip[0] =
                    new ProgressStrip(
                        texts.t(what), texts.t("progress.stop"), () -> watched[0].stop());
                show(strip[0]);
              }
              String so =
                  bytes
                      ? texts.t(far, texts.size(f.done()), texts.size(f.of()))
                      : texts.t(far, f.done(), f.of());
              strip[0].show(
                  f.part(), f.secondsLeft().map(s -> so + texts.t("progress.left", s)).orElse(so));
            });
    return watched[0];
  }

  private void show(ProgressStrip strip) {
    gone();
    strip.getStyleClass().add("card");
    strip.setMaxSize(460, VBox.USE_PREF_SIZE);
    root.getChildren().forEach(card -> card.setVisible(false));
    root.getChildren().add(strip);
    shown = strip;
  }

  /** The work is over. */
  void gone() {
    if (shown != null) {
      root.getChildren().remove(shown);
      root.getChildren().forEach(card -> card.setVisible(true));
      shown = null;
    }
  }
}
