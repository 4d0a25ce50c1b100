package org.sala.ui.kit;

import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shows its content larger or smaller; the content lays itself out for the room it then has. */
public final class Zoom extends Region {
  /** From the smallest to the largest, in percent. */
  public static final int LEAST = 80;

  public static final int MOST = 250;
  private static final int STEP = 10;

  private final Scale scale = new Scale(1, 1, 0, 0);
  private final Parent content;

  /**
   * @param percent of the natural size, held within {@link #LEAST} and {@link #MOST}
   */
  public Zoom(Parent content, int percent) {
    this.content = content;
    content.getTransforms().setAll(scale);
    getChildren().setAll(content);
    to(percent);
  }

  public void to(int percent) {
    double factor = Math.clamp(percent, LEAST, MOST) / 100.0;
    scale.setX(factor);
    scale.setY(factor);
    requestLayout();
  }

  /** The next step up or down, or the natural size. */
  public static int step(int percent, int direction) {
    return direction == 0 ? 100 : Math.clamp(percent + direction * (long) STEP, LEAST, MOST);
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
  }
}
