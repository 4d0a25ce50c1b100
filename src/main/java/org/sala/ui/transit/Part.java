package org.sala.ui.transit;

import javafx.scene.layout.VBox;
import org.sala.ui.kit.Nodes;

/** A caption and what belongs to it, close together. */
public final class Part {
  private Part() {}

  /** The first line is what counts, the others explain it. */
  public static VBox of(String caption, String... lines) {
    VBox part = new VBox(2, Nodes.label(caption, "caption"));
    for (int i = 0; i < lines.length; i++) {
      part.getChildren()
          .add(i == 0 ? Nodes.label(lines[i]) : Nodes.label(lines[i], "muted", "small"));
    }
    return part;
  }
}
