package org.sala.ui.shell;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sala.ui.kit.DigitPad;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Covering;
import org.sala.ui.text.Texts;

/** What lies over everything, dialogs and notices too, while the screen is covered. */
final class CoverLayer implements Covering {
  private final StackPane window;
  private final Node below;
  private final CoverNumber number;
  private final Texts texts;
  private final Runnable lock;
  private final Timeline watch = new Timeline();
  private @Nullable Node cover;
  private @Nullable Node focused;
  private Runnable opened = () -> {};
  private final List<Runnable> waits = new ArrayList<>();

  /**
   * @param below everything that is hidden
   */
  CoverLayer(Node below, Texts texts, Clock clock, Runnable lock) {
    this.below = below;
    this.number = new CoverNumber(clock);
    this.texts = texts;
    this.lock = lock;
    this.window = new StackPane(below);
    watch.getKeyFrames().add(new KeyFrame(Duration.seconds(5), e -> lockWhenTooLong()));
    watch.setCycleCount(Animation.INDEFINITE);
  }

  StackPane window() {
    return window;
  }

  boolean covered() {
    return cover != null;
  }

  @Override
  public boolean hasNumber() {
    return number.chosen();
  }

  @Override
  public boolean choose(char[] digits) {
    return number.choose(digits);
  }

  @Override
  public void cover(Words words, Runnable after) {
    if (!number.chosen()) {
      // Nothing could open it: what has to be hidden is locked.
      lock.run();
      return;
    }
    if (cover != null) {
      return;
    }
    opened = after;
    focused = window.getScene() == null ? null : window.getScene().getFocusOwner();
    number.covered();
    Label tries = Nodes.line(" ", "danger");
    tries.setId("cover-tries");
    DigitPad pad = new DigitPad(texts.t("cover.number"), typed -> tried(typed, tries));
    pad.setId("cover-pad");
    VBox box =
        new VBox(
            14,
            Nodes.line(words.title(), "title"),
            Nodes.line(words.below(), "muted"),
            pad,
            Nodes.line(texts.t("cover.number.below"), "muted", "small"),
            tries);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("cover");
    box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    cover = box;
    below.setVisible(false);
    window.getChildren().add(box);
    pad.requestFocus();
    watch.playFromStart();
  }

  /** Does it now, or once it is uncovered: nothing is told to whoever sees a cover. */
  void openly(Runnable what) {
    if (covered()) {
      waits.add(what);
    } else {
      what.run();
    }
  }

  /** Of all the ways of the program only locking works here. */
  private void key(KeyEvent e) {
    if (e.isShortcutDown() && e.getCode() == KeyCode.L) {
      lock.run();
      e.consume();
    } else if (e.getCode() == KeyCode.TAB) {
      e.consume();
    }
  }

  private void tried(char[] typed, Label tries) {
    switch (number.enter(typed)) {
      case OPENS -> uncover();
      case WRONG -> tries.setText(texts.t("cover.number.wrong", number.left()));
      case LOCKS -> lock.run();
    }
  }

  private void uncover() {
    watch.stop();
    window.getChildren().remove(cover);
    cover = null;
    below.setVisible(true);
    Node before = focused;
    focused = null;
    if (before != null) {
      before.requestFocus();
    }
    opened.run();
    List<Runnable> now = List.copyOf(waits);
    waits.clear();
    now.forEach(Runnable::run);
  }

  /** A cover does not keep the program open for ever. */
  void lockWhenTooLong() {
    if (covered() && number.tooLong()) {
      watch.stop();
      lock.run();
    }
  }

  /** Forgets the number. */
  void close() {
    watch.stop();
    number.wipe();
  }
}
