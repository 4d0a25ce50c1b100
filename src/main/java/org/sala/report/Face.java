package org.sala.report;

import org.openpdf.text.pdf.BaseFont;

/**
 * One font file.
 *
 * @param ascent above the line, for one point of size
 * @param descent below it
 */
record Face(BaseFont font, float ascent, float descent) {
  boolean draws(int codePoint) {
    return font.charExists(codePoint);
  }
}
