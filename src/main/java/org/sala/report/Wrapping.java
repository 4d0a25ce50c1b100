package org.sala.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts words into lines where Unicode allows it (UAX 14), in Thai, Lao, Khmer and Burmese between
 * the words that a dictionary finds, for these scripts write no spaces. A word that is wider than
 * the line is cut between letters.
 */
final class Wrapping {
  private static final int REPLACEMENT = 0xfffd;
  private static final float SLACK = 0.5f;

  private final Typefaces faces;
  private final float size;
  private final boolean strong;
  private final float width;
  private final Map<String, Measured> known = new HashMap<>();

  Wrapping(Typefaces faces, float size, boolean strong, float width) {
    this.faces = faces;
    this.size = size;
    this.strong = strong;
    // Letters that meet in a line may stand a hair wider than alone.
    this.width = width - SLACK;
  }

  /** Returns at least one line, which may be empty; put together they are the words again. */
  List<Line> lines(String words) {
    List<Line> lines = new ArrayList<>();
    for (String paragraph : words.split("\r\n|\r|\n", -1)) {
      wrap(clean(paragraph), lines);
    }
    return lines;
  }

  /**
   * Returns a text without signs that would show a reader another order than stands in the file.
   */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .filter(c -> !UCharacter.hasBinaryProperty(c, UProperty.BIDI_CONTROL))
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Words are measured one by one, and a line once more as a whole when it is full. */
  private void wrap(String text, List<Line> lines) {
    StringBuilder now = new StringBuilder();
    float filled = 0;
    for (String word : cut(text, BreakIterator.getLineInstance(ULocale.ROOT))) {
      Measured next = measured(word);
      if (filled + next.inked() > width && !now.isEmpty()) {
        lines.add(line(now.toString()));
        now.setLength(0);
        filled = 0;
      }
      if (next.inked() > width) {
        String rest = wide(word, lines).text();
        now.append(rest);
        filled = measured(rest).whole();
      } else {
        now.append(word);
        filled += next.whole();
      }
    }
    lines.add(line(now.toString()));
  }

  /**
   * How wide a word is.
   *
   * @param whole with the spaces behind it
   * @param inked without them: they may stand in the margin
   */
  private record Measured(float whole, float inked) {}

  private Measured measured(String word) {
    return known.computeIfAbsent(
        word,
        w -> {
          float inked = line(w).width();
          String bare = w.stripTrailing();
          // A visible sign behind the spaces keeps them in the measure.
          float whole =
              bare.length() == w.length() ? inked : line(w + "|").width() - line("|").width();
          return new Measured(whole, inked);
        });
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
