package org.sala.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/**
 * What a cell that is made of nodes says to whoever only hears it: the words in it, in reading
 * order, and of a sign what it stands for.
 */
final class Heard {
  private Heard() {}

  static String in(Node node) {
    List<String> words = new ArrayList<>();
    gather(node, words);
    return String.join(", ", words);
  }

  private static void gather(Node node, List<String> words) {
    String said = node.getAccessibleText();
    if (said != null && !said.isBlank()) {
      words.add(said);
    } else if (node instanceof Labeled l) {
      if (l.getText() != null && !l.getText().isBlank()) {
        words.add(l.getText());
      }
    } else if (node instanceof Parent p) {
      p.getChildrenUnmodifiable().forEach(c -> gather(c, words));
    }
  }
}
