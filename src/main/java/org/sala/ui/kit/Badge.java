package org.sala.ui.kit;

import javafx.scene.control.Label;

/** A short word on a soft ground; the sign before it tells the kind without colour. */
public final class Badge extends Label {

  /** What a badge is about. */
  public enum Kind {
    DANGER("! "),
    WARNING("? "),
    OK("✓ "),
    INFO(""),
    ACCENT(""),
    NEUTRAL("");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }
  }

  public Badge(Kind kind, String text) {
    super(kind.sign + text);
    getStyleClass().addAll("badge", kind.name().toLowerCase(java.util.Locale.ROOT));
    setMinWidth(USE_PREF_SIZE);
  }
}
