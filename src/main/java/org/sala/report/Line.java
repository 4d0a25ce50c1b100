package org.sala.report;

import java.util.List;

/**
 * One line as it is drawn.
 *
 * @param text every letter of it, also those that are not drawn: whoever reads the file with a
 *     program gets exactly this
 * @param runs what is drawn, from left to right
 * @param width of all of it, without spaces at its end
 * @param ascent what the tallest letter may need above
 * @param descent what the deepest needs below
 */
record Line(String text, List<Run> runs, float width, float ascent, float descent) {
  Line {
    runs = List.copyOf(runs);
  }

  float height() {
    return ascent + descent;
  }

  /** Letters of one face. */
  record Run(String text, Face face, float x) {}

  @Override
  public String toString() {
    return "Line[" + text.length() + "]";
  }
}
