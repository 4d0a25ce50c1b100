package org.sala.ui.screening;

import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** Hides everything at once: for a break, or because somebody has come into the room. */
final class Cover {
  /** Why it is there. */
  enum Kind {
    BREAK,
    COVER
  }

  private final Kind kind;
  private final VBox node;

  Cover(Kind kind, Here here, Runnable uncover) {
    this.kind = kind;
    boolean pause = kind == Kind.BREAK;
    this.node =
        new VBox(
            14,
            centred(here.t(pause ? "screening.break.title" : "screening.cover.title"), "title"),
            centred(here.t(pause ? "screening.break.below" : "screening.cover.below"), "muted"),
            Nodes.button(
                here.t(pause ? "screening.goon" : "screening.uncover"),
                pause ? "F8" : "F10",
                uncover,
                "primary"));
    node.setAlignment(Pos.CENTER);
    node.getStyleClass().add("cover");
    node.setFocusTraversable(true);
  }

  private static javafx.scene.Node centred(String words, String look) {
    var label = Nodes.line(words, look);
    label.setAlignment(Pos.CENTER);
    return label;
  }

  Kind kind() {
    return kind;
  }

  VBox node() {
    return node;
  }

  /** The key that took one in leads out again, and nothing else does by chance. */
  boolean opensWith(KeyCode code) {
    return code == (kind == Kind.BREAK ? KeyCode.F8 : KeyCode.F10) || code == KeyCode.ESCAPE;
  }
}
