package org.sala.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** How far long work is, in a bar and in words, and the way to stop it. */
public final class ProgressStrip extends VBox {
  private final ProgressBar bar = new ProgressBar(0);
  private final Label far = Nodes.changing("small", "muted");

  /**
   * @param what is being done
   * @param stop the verb on the button
   */
  public ProgressStrip(String what, String stop, Runnable stopping) {
    super(6);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("strength");
    bar.setAccessibleText(what);
    Button button = Nodes.button(stop, "", stopping);
    button.setId("stop");
    getChildren().setAll(Nodes.label(what, "strong"), bar, Nodes.row(far, Nodes.spring(), button));
  }

  /** Shows how far the work is. */
  public void show(double part, String words) {
    bar.setProgress(part);
    far.setText(words);
  }
}
