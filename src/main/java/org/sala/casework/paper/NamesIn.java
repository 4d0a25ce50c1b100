package org.sala.casework.paper;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether one of some names stands in a text: whole, or a part of it. What is written without gaps
 * between its words is looked for anywhere, however short it is; in scripts with gaps a part of
 * three letters and more is looked for anywhere too, one of two as a word. It rather finds one too
 * many.
 */
final class NamesIn {
  /** Scripts in which a name may be one or two letters, or a text has no gaps between words. */
  private static final Set<Character.UnicodeScript> DENSE =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.THAI,
          Character.UnicodeScript.MYANMAR,
          Character.UnicodeScript.KHMER,
          Character.UnicodeScript.LAO);

  private final Set<String> parts = new HashSet<>();
  private final Set<String> words = new HashSet<>();

  NamesIn(Collection<String> names) {
    for (String name : names) {
      String whole = plain(name);
      if (!whole.isEmpty()) {
        look(whole, 1);
        Arrays.stream(whole.split("\\s+")).forEach(part -> look(part, 2));
      }
    }
  }

  private void look(String part, int least) {
    if (part.length() > 2 || part.codePoints().anyMatch(NamesIn::isDense)) {
      parts.add(part);
    } else if (part.length() >= least) {
      words.add(part);
    }
  }

  /** Returns whether any of the names stands in the text. */
  boolean in(String text) {
    String plain = plain(text);
    return parts.stream().anyMatch(plain::contains)
        || List.of(plain.split("[^\\p{L}\\p{M}\\p{N}]+")).stream().anyMatch(words::contains);
  }

  private static boolean isDense(int letter) {
    return DENSE.contains(Character.UnicodeScript.of(letter));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }
}
