package org.sala.ui.forms;

import javafx.scene.Node;
import javafx.scene.control.Label;
import org.sala.ui.kit.Nodes;

/** Nothing to answer: what the form worked out, or why nothing can be answered here. */
final class ReadEntry implements Entry {
  private final Label node;

  ReadEntry(String words, String... classes) {
    this.node = Nodes.label(words, classes);
    this.node.setFocusTraversable(true);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node target() {
    return node;
  }
}
