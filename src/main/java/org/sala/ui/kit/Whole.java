package org.sala.ui.kit;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** Shows words whole that do not fit and end in dots, when the mouse rests on them. */
final class Whole {
  private Whole() {}

  static <L extends Labeled> L on(L words) {
    words
        .textTruncatedProperty()
        .addListener((o, was, cut) -> words.setTooltip(cut ? whole(words) : null));
    return words;
  }

  private static Tooltip whole(Labeled words) {
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(words.textProperty());
    tip.setWrapText(true);
    tip.setMaxWidth(420);
    return tip;
  }
}
