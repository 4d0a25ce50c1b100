package org.sala.casework.headquarters;

import java.util.List;

/**
 * Packages in a row that have not come although a later one has.
 *
 * @param first the lowest missing number; numbers begin with 1 and run on within one incarnation
 * @param last the highest of the row, or the same
 */
public record Gap(long first, long last) {
  public long size() {
    return last - first + 1;
  }

  /** Adds what is left out of some numbers, which are in order. */
  static void among(List<Long> numbers, List<Gap> gaps) {
    long expected = 1;
    for (long n : numbers) {
      if (n > expected) {
        gaps.add(new Gap(expected, n - 1));
      }
      expected = Math.max(expected, n + 1);
    }
  }
}
