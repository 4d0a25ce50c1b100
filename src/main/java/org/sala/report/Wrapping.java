package org.sala.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts words into lines where Unicode allows it (UAX 14), in Thai, Lao, Khmer and Burmese between
 * the words that a dictionary finds, for these scripts write no spaces. A word that is wider than
 * the line is cut between letters.
 */
final class Wrapping {
  private static final int REPLACEMENT = 0xfffd;

  private final Typefaces faces;
  private final float size;
  private final boolean strong;
  private final float width;

  Wrapping(Typefaces faces, float size, boolean strong, float width) {
    this.faces = faces;
    this.size = size;
    this.strong = strong;
    this.width = width;
  }

  /** At least one line, which may be empty; put together they are the words again. */
  List<Line> lines(String words) {
    List<Line> lines = new ArrayList<>();
    for (String paragraph : words.split("\r\n|\r|\n", -1)) {
      wrap(clean(paragraph), lines);
    }
    return lines;
  }

  /** Without signs that would show a reader another order than stands in the file. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .filter(c -> !UCharacter.hasBinaryProperty(c, UProperty.BIDI_CONTROL))
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private void wrap(String text, List<Line> lines) {
    BreakIterator places = BreakIterator.getLineInstance(ULocale.ROOT);
    Line now = line("");
    for (String word : cut(text, places)) {
      Line longer = line(now.text() + word);
      if (longer.width() <= width) {
        now = longer;
        continue;
      }
      if (!now.text().isEmpty()) {
        lines.add(now);
      }
      now = line(word);
      if (now.width() > width) {
        now = wide(word, lines);
      }
    }
    lines.add(now);
  }

  /** Cuts a word between its letters; what is left of it begins the next line. */
  private Line wide(String word, List<Line> lines) {
    Line now = line("");
    for (String letter : cut(word, BreakIterator.getCharacterInstance(ULocale.ROOT))) {
      Line longer = line(now.text() + letter);
      if (longer.width() > width && !now.text().isEmpty()) {
        lines.add(now);
        longer = line(letter);
      }
      now = longer;
    }
    return now;
  }

  private Line line(String text) {
    return faces.line(text, size, strong);
  }

  private static List<String> cut(String text, BreakIterator places) {
    List<String> parts = new ArrayList<>();
    places.setText(text);
    int from = places.first();
    for (int to = places.next(); to != BreakIterator.DONE; from = to, to = places.next()) {
      parts.add(text.substring(from, to));
    }
    return parts;
  }
}
