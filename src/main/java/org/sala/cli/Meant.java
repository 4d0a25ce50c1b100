package org.sala.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant who typed a word that there is not. */
final class Meant {
  private static final int MOST = 3;

  /** Of so many letters one may be wrong. */
  private static final int LETTERS = 3;

  private Meant() {}

  /**
   * Returns the words that were meant, the likeliest first: those that begin so, and those that a
   * slip of the finger away come out. A word that is like none of them has none.
   */
  static List<String> among(Collection<String> known, String typed) {
    String plain = typed.toLowerCase(Locale.ROOT);
    int slips = Math.max(1, letters(plain) / LETTERS);
    return known.stream()
        .filter(k -> letters(plain) > 1)
        .filter(k -> k.startsWith(plain) || slips(plain, k) <= slips)
        .sorted(Comparator.comparingInt((String k) -> slips(plain, k)).thenComparing(k -> k))
        .limit(MOST)
        .toList();
  }

  private static int letters(String word) {
    return word.replace("-", "").length();
  }

  /** Letters that are missing, too many, wrong, or that have changed places with the next. */
  private static int slips(String typed, String known) {
    int[][] far = new int[typed.length() + 1][known.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= known.length(); j++) {
        if (i == 0 || j == 0) {
          far[i][j] = i + j;
          continue;
        }
        int other = typed.charAt(i - 1) == known.charAt(j - 1) ? 0 : 1;
        int least = Math.min(far[i - 1][j], far[i][j - 1]) + 1;
        least = Math.min(least, far[i - 1][j - 1] + other);
        if (i > 1
            && j > 1
            && typed.charAt(i - 1) == known.charAt(j - 2)
            && typed.charAt(i - 2) == known.charAt(j - 1)) {
          least = Math.min(least, far[i - 2][j - 2] + 1);
        }
        far[i][j] = least;
      }
    }
    return far[typed.length()][known.length()];
  }
}
