package org.sala.store;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a letter is not heard as it is written: what its neighbours make of it, before consonants
 * are compared across scripts. Only rules that hold for most names; a rule too few leaves a pair
 * unfound by its names, and never joins one.
 */
final class Spelling {
  private record Rule(Pattern written, String heard) {}

  private static final List<Rule> RULES =
      List.of(
          // Latin: digraphs of the usual romanisations, and a soft c.
          rule("ch|t[sz]", "s"),
          rule("ng", "n"),
          rule("ph", "p"),
          rule("c(?=[eiy])", "s"),
          // Thai: a silenced letter, a doubled r that is a vowel, a letter that ends one syllable
          // and
          // begins the next, and a y that is written as n.
          rule("[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c", ""),
          rule("\u0e23\u0e23", ""),
          rule("([\u0e01-\u0e0c\u0e0e-\u0e2e])\\1(?=[\u0e30-\u0e39])", "$1"),
          rule("\u0e0d(?=[\u0e30-\u0e39])", ""),
          // Burmese: sh; a final that is a vowel; final m is heard as n, and most stops as t.
          rule("\u101b\u103e|\u101e\u103b\u103e", "\u1005"),
          rule("\u1014(?:\u1037\u103a|\u103a\u1037)", "\u1014\u1010"),
          rule("\u100a\u103a", ""),
          rule("\u1019\u103a", "\u1014"),
          rule("(?<![\u102c\u102f])\u1000\u103a|[\u1005\u1015]\u103a", "\u1010"));

  /** Forms of address that stand before a name and are none. */
  private static final Pattern TITLE =
      Pattern.compile(
          "^(?:(?:mr|mrs|ms|miss)[\\s.]+|\u0e19\u0e32\u0e22(?=..)|\u0e19\u0e32\u0e07\u0e2a\u0e32\u0e27"
              + "|\u0e40\u0e14\u0e47\u0e01(?:\u0e0a\u0e32\u0e22|\u0e2b\u0e0d\u0e34\u0e07))\\s*");

  private Spelling() {}

  private static Rule rule(String written, String heard) {
    return new Rule(Pattern.compile(written), heard);
  }

  /** A folded word as it is heard. */
  static String heard(String folded) {
    String heard = folded;
    for (Rule r : RULES) {
      heard = r.written().matcher(heard).replaceAll(r.heard());
    }
    return heard;
  }

  /** A folded name without a form of address before it. */
  static String untitled(String folded) {
    return TITLE.matcher(folded).replaceFirst("");
  }
}
