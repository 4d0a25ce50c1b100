package org.sala.store;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How names are compared: NFKC and lower case for every script; marks are dropped from Latin
 * letters alone, for in Thai, Khmer and Burmese they are letters.
 */
public final class Folding {
  private static final int LONGEST = 120;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Punct}]+");

  /**
   * Titles that are written together with the name, the longer before what it begins with; a vowel
   * that cannot begin a name says that it was none.
   */
  private static final Pattern TITLE =
      Pattern.compile(
          "(?:นางสาว|นาย|นาง|เด็กชาย|เด็กหญิง|คุณ|ທ້າວ|ນາງສາວ|ນາງ|ဦး|ဒေါ်)"
              + "(?=[^\\p{M}ะาำๅະາຳ])(?=..)(.+)");

  private Folding() {}

  /** The folded text, spaces made single. */
  public static String fold(String text) {
    if (isAscii(text)) {
      return SPACES.matcher(text.toLowerCase(Locale.ROOT).strip()).replaceAll(" ");
    }
    String wide = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String apart = Normalizer.normalize(wide, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(apart.length());
    boolean latin = false;
    for (int i = 0; i < apart.length(); ) {
      int c = apart.codePointAt(i);
      i += Character.charCount(c);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        if (!latin) {
          out.appendCodePoint(c);
        }
        continue;
      }
      latin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
      out.appendCodePoint(c == 'đ' ? 'd' : c == 'ø' ? 'o' : c == 'ł' ? 'l' : c);
    }
    return SPACES.matcher(Normalizer.normalize(out, Normalizer.Form.NFC).strip()).replaceAll(" ");
  }

  /** Returns whether a text is ASCII: nothing of it changes when it is normalised. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  /**
   * The whole and each of its words, folded: what a search from the beginning of a word meets. Who
   * is written with a title is looked for without it.
   */
  public static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    String folded = fold(text);
    if (!folded.isEmpty()) {
      words.add(cut(folded));
    }
    for (String word : BETWEEN_WORDS.split(folded)) {
      if (!word.isEmpty()) {
        words.add(cut(word));
        Matcher titled = TITLE.matcher(word);
        if (titled.matches()) {
          words.add(cut(titled.group(1)));
        }
      }
    }
    return words;
  }

  private static String cut(String word) {
    return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
  }
}
