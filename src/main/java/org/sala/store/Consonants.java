package org.sala.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a name sounds, roughly and in any script: its consonants in a few classes, without vowels,
 * tones and aspiration. It brings together what may be one name, such as a Thai or Burmese spelling
 * and one of its romanisations; it never says that it is. Chinese, Japanese and Korean letters
 * stand for themselves: they meet Latin letters only where a romanisation was written beside them.
 */
final class Consonants {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Punct}]+");

  /** One class a letter; a letter that is not here has no consonant that is heard everywhere. */
  private static final Map<Character, Character> CLASSES =
      classes(
          // Thai
          "กขฃคฅฆ",
          "k",
          "จฉชซฌศษส",
          "s",
          "ฎฏฐฑฒดตถทธ",
          "t",
          "บปผฝพฟภ",
          "p",
          "ม",
          "m",
          "งญณน",
          "n",
          "รลฬ",
          "l",
          // Lao
          "ກຂຄ",
          "k",
          "ຈຊສ",
          "s",
          "ດຕຖທ",
          "t",
          "ບປຜຝພຟ",
          "p",
          "ມໝ",
          "m",
          "ງຍນໜ",
          "n",
          "ຣລ",
          "l",
          // Burmese
          "ကခဂဃ",
          "k",
          "စဆဇဈ",
          "s",
          "ဋဌဍဎတထဒဓသဿ",
          "t",
          "ပဖဗဘ",
          "p",
          "မ",
          "m",
          "ငညဉဏနံ",
          "n",
          "လဠ",
          "l",
          // Khmer
          "កខគឃ",
          "k",
          "ចឆជឈស",
          "s",
          "ដឋឌឍតថទធ",
          "t",
          "បផពភ",
          "p",
          "មំ",
          "m",
          "ងញណន",
          "n",
          "រលឡ",
          "l",
          // Cyrillic
          "гк",
          "k",
          "жзсцчшщ",
          "s",
          "дт",
          "t",
          "бпф",
          "p",
          "м",
          "m",
          "н",
          "n",
          "лр",
          "l",
          // Arabic and Persian
          "خغقكگک",
          "k",
          "جزسشصظچژ",
          "s",
          "تثدذضط",
          "t",
          "بفپ",
          "p",
          "م",
          "m",
          "ن",
          "n",
          "رل",
          "l",
          // Latin
          "cgkq",
          "k",
          "jsxz",
          "s",
          "dt",
          "t",
          "bfp",
          "p",
          "m",
          "m",
          "n",
          "n",
          "lr",
          "l");

  /** Devanagari and its sisters: the same letters at the same places of their blocks. */
  private static final String INDIC = "kkkknssssnttttnttttnnppppm lllll sss ";

  private static final int INDIC_FIRST = 0x15;
  private static final int INDIC_NASAL = 0x02;

  /** Ethiopic: the letters of a row of eight have one consonant. */
  private static final String ETHIOPIC = " l mslsskkkkp ts  nn kk    ss ttskkktspsspp";

  private Consonants() {}

  private static Map<Character, Character> classes(String... pairs) {
    Map<Character, Character> all = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      char to = pairs[i + 1].charAt(0);
      pairs[i].chars().forEach(c -> all.put((char) c, to));
    }
    return Map.copyOf(all);
  }

  /** The consonants of a word that was folded; a doubled letter is one. */
  static String of(String folded) {
    String heard = Spelling.heard(folded);
    StringBuilder out = new StringBuilder();
    int before = ' ';
    boolean joined = false;
    for (int i = 0; i < heard.length(); ) {
      int c = heard.codePointAt(i);
      i += Character.charCount(c);
      if (joins(c)) {
        joined = true;
        continue;
      }
      int sound = sound(c);
      // Where vowels are left out between two letters, only a sign for it makes them one.
      boolean doubled = sound == before && (joined || writesVowels(c));
      if (sound != ' ' && !doubled) {
        out.appendCodePoint(sound);
      }
      before = sound;
      joined = false;
    }
    return out.toString();
  }

  /** The sign that stacks a letter under the one before it. */
  private static boolean joins(int c) {
    return c >= 0x0900 && c < 0x0d80 && c % 0x80 == 0x4d || c == 0x1039 || c == 0x17d2;
  }

  private static boolean writesVowels(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case LATIN, CYRILLIC -> true;
      default -> false;
    };
  }

  private static int sound(int c) {
    if (c >= 0x0900 && c < 0x0d80) {
      int place = c % 0x80;
      return place == INDIC_NASAL ? 'n' : at(INDIC, place - INDIC_FIRST);
    }
    if (c >= 0x1200 && c < 0x1380) {
      return at(ETHIOPIC, (c - 0x1200) / 8);
    }
    Character known = c <= 0xffff ? CLASSES.get((char) c) : null;
    return known != null ? known : standsForItself(c) ? c : ' ';
  }

  private static int at(String table, int place) {
    return place >= 0 && place < table.length() ? table.charAt(place) : ' ';
  }

  private static boolean standsForItself(int c) {
    return Character.isIdeographic(c)
        || switch (Character.UnicodeScript.of(c)) {
          case HANGUL, HIRAGANA, KATAKANA -> true;
          default -> false;
        };
  }

  /** Returns the consonants of a whole name: of its words in their order, and in whatever order. */
  static Set<String> ofName(String folded) {
    List<String> words = new ArrayList<>();
    for (String w : BETWEEN_WORDS.split(Spelling.untitled(folded))) {
      words.add(of(w));
    }
    Set<String> both = new LinkedHashSet<>();
    both.add(String.join("", words));
    Collections.sort(words);
    both.add(String.join("", words));
    both.remove("");
    return both;
  }
}
