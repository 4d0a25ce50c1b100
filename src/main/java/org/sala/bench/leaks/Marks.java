package org.sala.bench.leaks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Words that occur nowhere else: names, statement words, passphrases and numbers in the scripts of
 * the people who come. The same seed gives the same words, so that nobody has to write them down.
 */
final class Marks {
  static final int COUNT = 500;

  /** First and last letter of what words are made of. */
  private static final int[][] SCRIPTS = {
    {'a', 'z'},
    {0x0e01, 0x0e2e}, // Thai
    {0x1000, 0x1020}, // Myanmar
    {0x1780, 0x17a2}, // Khmer
    {0x0430, 0x044f}, // Cyrillic
    {0x4e00, 0x9000}, // Chinese
    {'0', '9'}
  };

  private final List<String> all;
  private int used;

  Marks(long seed) {
    Random random = new Random(seed);
    Set<String> words = new LinkedHashSet<>();
    while (words.size() < COUNT) {
      words.add(word(random, SCRIPTS[words.size() % SCRIPTS.length]));
    }
    this.all = List.copyOf(words);
  }

  private static String word(Random random, int[] letters) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 13; i++) {
      word.appendCodePoint(letters[0] + random.nextInt(letters[1] - letters[0] + 1));
    }
    return word.toString();
  }

  List<String> all() {
    return all;
  }

  /** One that was not used yet; from the start again when all were. */
  String next() {
    return all.get(used++ % COUNT);
  }

  /** A sentence of three. */
  String three() {
    return next() + " " + next() + " " + next();
  }

  int used() {
    return used;
  }
}
