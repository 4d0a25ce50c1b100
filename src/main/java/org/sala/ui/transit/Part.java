package org.sala.ui.transit;

import javafx.scene.layout.VBox;
import org.sala.ui.kit.Nodes;

/** A caption and what belongs to it, close together. */
public final class Part {
  private Part() {}

  /** The first line is what counts, the others explain it; empty ones are left out. */
  public static VBox of(String caption, String... lines) {
    VBox part = new VBox(2, Nodes.label(caption, "caption"));
    for (String line : lines) {
      if (!line.isEmpty()) {
        boolean first = part.getChildren().size() == 1;
        part.getChildren().add(first ? Nodes.label(line) : Nodes.label(line, "muted", "small"));
      }
    }
    return part;
  }
}
