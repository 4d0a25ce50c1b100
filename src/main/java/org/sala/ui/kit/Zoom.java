package org.sala.ui.kit;

import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows its content larger or smaller; the content lays itself out for the room it then has. Where
 * that is too little for any screen it scrolls, so that nothing is ever out of reach.
 */
public final class Zoom extends Region {
  /** The smallest zoom, in percent. */
  public static final int LEAST = 80;

  public static final int MOST = 250;
  private static final int STEP = 10;

  /** No screen gets less room than this while it is enlarged. */
  static final double NARROWEST = 860;

  static final double LOWEST = 500;

  private final Scale scale = new Scale(1, 1, 0, 0);
  private final Parent content;
  private final Pane room = new Room();
  private final ScrollPane scroll = new Around(room);

  /**
   * @param percent of the natural size, held within {@link #LEAST} and {@link #MOST}
   */
  public Zoom(Parent content, int percent) {
    this.content = content;
    content.getTransforms().setAll(scale);
    room.getChildren().setAll(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    getChildren().setAll(scroll);
    to(percent);
  }

  public void to(int percent) {
    double factor = Math.clamp(percent, LEAST, MOST) / 100.0;
    scale.setX(factor);
    scale.setY(factor);
    boolean larger = factor > 1;
    room.setMinSize(larger ? NARROWEST * factor : 0, larger ? LOWEST * factor : 0);
    room.requestLayout();
  }

  /** The next step up or down, or the natural size. */
  public static int step(int percent, int direction) {
    return direction == 0 ? 100 : Math.clamp(percent + direction * (long) STEP, LEAST, MOST);
  }

  @Override
  protected void layoutChildren() {
    scroll.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  /**
   * Whoever clicks beside everything keeps the keyboard where it was. Here, around the content, no
   * key of the program would be heard, not even the one that locks.
   */
  private static final class Around extends ScrollPane {
    Around(Pane room) {
      super(room);
    }

    @Override
    public void requestFocus() {
      // It never has the keyboard.
    }
  }

  /** The content at its natural size, drawn by the scale. */
  private final class Room extends Pane {
    Room() {
      setPrefSize(0, 0);
    }

    @Override
    protected void layoutChildren() {
      content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }
  }
}
