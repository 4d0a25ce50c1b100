package org.sala.domain;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Numbers that run on behind a beginning. What stands behind it in a record of another laptop is
 * any text: what is no number of this kind counts for nothing, and a far one, which somebody made
 * up, does not end the counting for good.
 *
 * @param start what all of them begin with
 */
public record RunningNumber(String start) {
  /** How many digits a number has at most; no number of ours has more. */
  public static final int DIGITS = 6;

  private static final int LAST = 999_999;

  /** Numbers that are given out already. */
  public interface Given {
    /** 0 where there is none. */
    long highest();

    LongStream all();

    /** Returns numbers that are known one by one. */
    static Given of(List<Long> numbers) {
      return new Given() {
        @Override
        public long highest() {
          return all().max().orElse(0);
        }

        @Override
        public LongStream all() {
          return numbers.stream().mapToLong(Long::longValue).filter(n -> n > 0 && n <= LAST);
        }
      };
    }
  }

  /** Returns the number that a text is; empty where it is none. */
  public OptionalLong in(String text) {
    String rest = text.startsWith(start) ? text.substring(start.length()) : "";
    return rest.matches("[0-9]{1," + DIGITS + "}")
        ? OptionalLong.of(Long.parseLong(rest))
        : OptionalLong.empty();
  }

  /** Returns the numbers among some texts. */
  public Given among(Stream<String> texts) {
    return Given.of(texts.flatMap(t -> in(t).stream().boxed()).toList());
  }

  /**
   * The first of so many in a row that nobody has: behind the highest; where that is the last one
   * possible, in the first gap that is wide enough.
   */
  public static long next(int many, List<Given> given) {
    long highest = given.stream().mapToLong(Given::highest).max().orElse(0);
    return highest + many <= LAST ? highest + 1 : gap(many, given);
  }

  private static long gap(int many, List<Given> given) {
    BitSet taken = new BitSet();
    given.forEach(g -> g.all().forEach(n -> taken.set((int) n)));
    int from = taken.nextClearBit(1);
    for (int to = taken.nextSetBit(from);
        to >= 0 && to - from < many;
        to = taken.nextSetBit(from)) {
      from = taken.nextClearBit(to);
    }
    if (from + many - 1 > LAST) {
      throw new IllegalStateException("every number is given");
    }
    return from;
  }
}
