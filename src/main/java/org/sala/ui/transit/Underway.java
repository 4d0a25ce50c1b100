package org.sala.ui.transit;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Work that takes a while: what it is, how far it is, how long yet, and the way to stop it. */
public final class Underway extends HBox implements Progress {
  private static final long EVERY_NANOS = 100_000_000L;

  /** Before this much time nobody can say how long the rest takes. */
  private static final long FIRST_GUESS_NANOS = 1_500_000_000L;

  private final Here here;
  private final Pane slot;
  private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final Label far = Nodes.changing("muted", "small");
  private final long began = System.nanoTime();
  private volatile boolean stopped;
  private volatile long told;

  private Underway(Here here, Pane slot, String what) {
    super(14);
    this.here = here;
    this.slot = slot;
    getStyleClass().addAll("card", "underway");
    setAlignment(Pos.CENTER_LEFT);
    Button stop = Nodes.button(here.t("underway.stop"), "", this::stop);
    stop.setId("underway-stop");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinWidth(80);
    bar.setAccessibleText(what);
    far.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    getChildren().addAll(Nodes.line(what, "strong"), bar, far, stop);
  }

  /**
   * Does work beside the screen and shows how far it is.
   *
   * @param slot where it shows; nothing else stands in it
   * @param then hears the answer; not called when it was stopped or went wrong
   */
  public static <T> void run(
      Here here,
      Work.Line line,
      Pane slot,
      String what,
      Function<Progress, T> work,
      Consumer<T> then) {
    Underway underway = new Underway(here, slot, what);
    slot.getChildren().setAll(underway);
    line.actLong(
        () -> {
          try {
            return Optional.of(work.apply(underway));
          } catch (CaseworkFault e) {
            if (e.code() == CaseworkFault.Code.STOPPED) {
              return Optional.<T>empty();
            }
            throw e;
          } finally {
            here.work().tell(underway::end);
          }
        },
        answer ->
            answer.ifPresentOrElse(then, () -> here.dialogs().notice(here.t("fault.STOPPED"))));
  }

  private void stop() {
    stopped = true;
    far.setText(here.t("underway.stopping"));
  }

  private void end() {
    slot.getChildren().remove(this);
  }

  @Override
  public boolean stopped() {
    return stopped || here.work().isEnded();
  }

  @Override
  public void done(long bytes, long ofBytes) {
    long now = System.nanoTime();
    if (now - told < EVERY_NANOS && bytes < ofBytes) {
      return;
    }
    told = now;
    here.work().tell(() -> show(bytes, ofBytes, now - began));
  }

  private void show(long bytes, long ofBytes, long nanos) {
    if (stopped || ofBytes <= 0) {
      return;
    }
    bar.setProgress(Math.min(1, (double) bytes / ofBytes));
    String sizes = here.t("underway.far", here.texts().size(bytes), here.texts().size(ofBytes));
    boolean guess = nanos > FIRST_GUESS_NANOS && bytes > 0 && bytes < ofBytes;
    far.setText(guess ? sizes + " · " + left(bytes, ofBytes, nanos) : sizes);
  }

  private String left(long bytes, long ofBytes, long nanos) {
    double seconds = nanos / 1e9 * (ofBytes - bytes) / bytes;
    return seconds < 90
        ? here.t("underway.seconds", (long) Math.ceil(seconds / 5) * 5)
        : here.t("underway.minutes", Math.round(seconds / 60));
  }
}
