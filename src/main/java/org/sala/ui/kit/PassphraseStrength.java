package org.sala.ui.kit;

/**
 * A cautious guess at a passphrase's strength: words and length count, repeats do not. It
 * encourages long phrases and promises nothing.
 */
public final class PassphraseStrength {
  private PassphraseStrength() {}

  /** Returns a strength from 0 to 1; from 0.6 on a phrase is accepted. */
  public static double of(CharSequence phrase) {
    long distinct = phrase.codePoints().distinct().count();
    long length = phrase.codePoints().count();
    long words = phrase.toString().strip().split("\\s+", -1).length;
    double score = Math.min(length, 32) / 32.0 * 0.6 + Math.min(distinct, 14) / 14.0 * 0.25;
    return Math.min(1, score + Math.min(words - 1, 4) / 4.0 * 0.15);
  }

  public static boolean enough(CharSequence phrase) {
    return of(phrase) >= 0.6;
  }
}
