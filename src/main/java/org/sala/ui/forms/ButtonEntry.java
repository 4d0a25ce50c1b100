package org.sala.ui.forms;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.sala.ui.kit.Nodes;

/**
 * One thing that can be done here: one more of a repeated group, a file, something taken note of.
 */
final class ButtonEntry implements Entry {
  private final Button button;
  private final HBox node;
  private final Runnable act;

  ButtonEntry(String verb, Runnable act) {
    this.act = act;
    this.button = Nodes.button(verb, "1", act);
    this.button.setId("answer-button");
    this.node = Nodes.row(button);
  }

  @Override
  public boolean digit(int digit) {
    if (digit == 1) {
      act.run();
    }
    return digit == 1;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node target() {
    return button;
  }
}
