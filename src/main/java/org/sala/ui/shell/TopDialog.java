package org.sala.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.sala.ui.kit.Nodes;

/**
 * The dialog on top has the keyboard: Tab goes round within it, and a key pressed while the
 * keyboard stands behind it brings the keyboard back. Behind it Enter would leave the place that
 * the dialog asks about, and words would go where nobody sees them.
 */
final class TopDialog {
  private final StackPane layer;

  TopDialog(StackPane layer) {
    this.layer = layer;
  }

  /** Whether there is one: keys mean nothing to what lies below. */
  boolean isOpen() {
    return shade().isPresent();
  }

  /**
   * Tab at the last thing of the dialog, or backwards at its first.
   *
   * @return whether the keyboard went round
   */
  boolean round(KeyEvent e) {
    if (e.getCode() != KeyCode.TAB || e.isControlDown() || e.isAltDown() || e.isMetaDown()) {
      return false;
    }
    List<Node> stops = shade().map(TopDialog::stops).orElse(List.of());
    if (stops.isEmpty()) {
      return false;
    }
    Node owner = owner();
    boolean back = e.isShiftDown();
    boolean atEnd = Nodes.isWithin(owner, back ? stops.getFirst() : stops.getLast());
    if (!atEnd && inside(owner)) {
      return false;
    }
    (back ? stops.getLast() : stops.getFirst()).requestFocus();
    return true;
  }

  /** Takes the keyboard back from what lies behind; whether it was there. */
  boolean recovers() {
    if (!isOpen() || inside(owner())) {
      return false;
    }
    List<Node> stops = shade().map(TopDialog::stops).orElse(List.of());
    stops.stream().findFirst().ifPresent(Node::requestFocus);
    return !stops.isEmpty();
  }

  private Optional<Node> shade() {
    return layer.getChildren().stream()
        .filter(n -> n.getStyleClass().contains("shade"))
        .reduce((lower, upper) -> upper);
  }

  private @Nullable Node owner() {
    return layer.getScene() == null ? null : layer.getScene().getFocusOwner();
  }

  private boolean inside(@Nullable Node owner) {
    return shade().filter(s -> Nodes.isWithin(owner, s)).isPresent();
  }

  /** Returns where Tab stops, in its order. */
  private static List<Node> stops(Node in) {
    List<Node> all = new ArrayList<>();
    gather(in, all);
    return all;
  }

  private static void gather(Node node, List<Node> all) {
    if (!node.isVisible() || node.isDisable()) {
      return;
    }
    if (node.isFocusTraversable()) {
      all.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(c -> gather(c, all));
    }
  }
}
