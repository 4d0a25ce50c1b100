package org.sala.report;

/** A4 upright, in points: where on it there is room. */
final class Sheet {
  static final float WIDTH = 595.28f;
  static final float HEIGHT = 841.89f;
  static final float LEFT = 48;
  static final float RIGHT = WIDTH - 48;
  static final float TOP = 82;
  static final float BOTTOM = HEIGHT - 58;

  private Sheet() {}

  static float room() {
    return BOTTOM - TOP;
  }
}
