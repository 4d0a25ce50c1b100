package org.sala.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Nothing that is hidden can be computed from what is shown, by two ways that are not ours. */
class HiddenCellsTest {
  private static final long PRIME = 1_000_000_007L;

  private static int[][] random(Random random, int most) {
    int[][] inner = new int[1 + random.nextInt(5)][1 + random.nextInt(5)];
    for (int[] row : inner) {
      for (int c = 0; c < row.length; c++) {
        row[c] = random.nextInt(3) == 0 ? 0 : random.nextInt(most);
      }
    }
    return inner;
  }

  @Test
  void everySmallCellAndTotalIsHiddenAndNoNoughtIs() {
    Random random = new Random(7);
    for (int round = 0; round < 3_000; round++) {
      int k = 2 + random.nextInt(9);
      HiddenCells.Table t = HiddenCells.of(random(random, 25), k);
      for (int r = 0; r < t.cells().length; r++) {
        for (int c = 0; c < t.cells()[0].length; c++) {
          int n = t.cells()[r][c];
          if (n > 0 && n < k) {
            assertThat(t.hidden()[r][c]).isTrue();
          }
          if (n == 0) {
            assertThat(t.hidden()[r][c]).isFalse();
          }
        }
      }
    }
  }

  /** Why nobody chooses how few are too few: each of two such tables hides what the other shows. */
  @Test
  void twoTablesOfTheSamePeopleWithTwoNumbersTellOfAFew() {
    int[][] people = {{1, 6}, {24, 3}, {23, 8}};
    HiddenCells.Table five = HiddenCells.of(people, 5);
    HiddenCells.Table ten = HiddenCells.of(people, 10);
    assertThat(five.hidden()[1]).as("of 24, 3 and 27").containsExactly(true, true, false);
    assertThat(ten.hidden()[1]).as("of 24, 3 and 27").containsExactly(false, true, true);
    assertThat(five.cells()[1][2] - ten.cells()[1][0]).as("one less the other").isEqualTo(3);
  }

  /** A cell is fixed by the sums exactly when every solution of the homogeneous system has 0. */
  @Test
  void noHiddenCellFollowsFromTheSums() {
    Random random = new Random(11);
    int seen = 0;
    for (int round = 0; round < 3_000; round++) {
      HiddenCells.Table t = HiddenCells.of(random(random, 25), 2 + random.nextInt(9));
      List<int[]> unknown = unknown(t);
      seen += unknown.size();
      assertThat(fixed(t, unknown)).isEmpty();
    }
    assertThat(seen).as("there is something to guess").isGreaterThan(3_000);
  }

  /**
   * Every table of two rows and two columns up to four each, against every one that shows the same:
   * each hidden cell has several values. Whoever reads knows that no hidden cell is nought.
   */
  @Test
  void noHiddenCellFollowsFromAllTablesThatLookTheSame() {
    tables(
        4,
        one -> {
          HiddenCells.Table shown =
              HiddenCells.of(new int[][] {{one[0][0], one[0][1]}, {one[1][0], one[1][1]}}, 3);
          List<Set<Integer>> values = new ArrayList<>();
          for (int i = 0; i < 9; i++) {
            values.add(new HashSet<>());
          }
          tables(
              9,
              guess -> {
                if (looksLike(shown, guess)) {
                  for (int i = 0; i < 9; i++) {
                    values.get(i).add(guess[i / 3][i % 3]);
                  }
                }
              });
          for (int i = 0; i < 9; i++) {
            if (shown.hidden()[i / 3][i % 3]) {
              assertThat(values.get(i)).hasSizeGreaterThan(1);
            }
          }
        });
  }

  /**
   * All of three rows and columns up to two, and some larger: one that is one step away will do.
   */
  @Test
  void anotherTableThatLooksTheSameIsOneStepAwayForEachHiddenCell() {
    for (int code = 0; code < 19_683; code++) {
      int[][] inner = new int[3][3];
      for (int i = 0, rest = code; i < 9; i++, rest /= 3) {
        inner[i / 3][i % 3] = rest % 3;
      }
      noneIsDetermined(HiddenCells.of(inner, 3));
    }
    Random random = new Random(19);
    for (int round = 0; round < 1_000; round++) {
      int[][] inner = new int[3][3];
      for (int i = 0; i < 9; i++) {
        inner[i / 3][i % 3] = random.nextInt(3) == 0 ? 0 : random.nextInt(7);
      }
      noneIsDetermined(HiddenCells.of(inner, 5));
    }
  }

  /** Five people of one row, each in a cell of few, with noughts between: only one table fits. */
  @Test
  void aNoughtThatIsShownTellsNothingOfTheCellsBesideIt() {
    noneIsDetermined(HiddenCells.of(new int[][] {{1, 4, 0}, {0, 4, 1}, {4, 0, 4}}, 5));
    noneIsDetermined(HiddenCells.of(new int[][] {{0, 0, 0, 1}, {6, 0, 7, 9}}, 5));
  }

  private static void noneIsDetermined(HiddenCells.Table t) {
    List<int[]> unknown = unknown(t);
    Set<String> differing = new HashSet<>();
    steps(t, copy(t.cells()), 0, unknown, differing);
    for (int[] cell : unknown) {
      assertThat(differing)
          .as("%s %s", Arrays.deepToString(t.cells()), Arrays.deepToString(t.hidden()))
          .contains(cell[0] + " " + cell[1]);
    }
  }

  /** Tries one fewer, the same and one more in each hidden cell within the totals. */
  private static void steps(
      HiddenCells.Table t, int[][] guess, int at, List<int[]> unknown, Set<String> differing) {
    int columns = guess[0].length - 1;
    if (at == (guess.length - 1) * columns) {
      total(guess);
      if (looksLike(t, guess)) {
        for (int[] cell : unknown) {
          if (guess[cell[0]][cell[1]] != t.cells()[cell[0]][cell[1]]) {
            differing.add(cell[0] + " " + cell[1]);
          }
        }
      }
      return;
    }
    int r = at / columns;
    int c = at % columns;
    int most = t.hidden()[r][c] ? 1 : 0;
    for (int step = -most; step <= most; step++) {
      guess[r][c] = t.cells()[r][c] + step;
      // A row that is shown and does not add up needs no trying on.
      if (c < columns - 1 || t.hidden()[r][columns] || sum(guess[r]) == t.cells()[r][columns]) {
        steps(t, guess, at + 1, unknown, differing);
      }
    }
    guess[r][c] = t.cells()[r][c];
  }

  private static int sum(int[] row) {
    int sum = 0;
    for (int c = 0; c < row.length - 1; c++) {
      sum += row[c];
    }
    return sum;
  }

  private static void total(int[][] cells) {
    int last = cells.length - 1;
    Arrays.fill(cells[last], 0);
    for (int r = 0; r < last; r++) {
      cells[r][cells[0].length - 1] = sum(cells[r]);
      for (int c = 0; c < cells[0].length; c++) {
        cells[last][c] += cells[r][c];
      }
    }
  }

  private static int[][] copy(int[][] cells) {
    return Arrays.stream(cells).map(int[]::clone).toArray(int[][]::new);
  }

  @Test
  void oneRowTellsNothingOfOnePersonEither() {
    HiddenCells.Table t = HiddenCells.of(new int[][] {{1}}, 5);
    assertThat(t.hidden()).isDeepEqualTo(new boolean[][] {{true, true}, {true, true}});
    HiddenCells.Table all = HiddenCells.of(new int[][] {{40, 50}, {60, 70}}, 5);
    assertThat(all.hidden()).isDeepEqualTo(new boolean[3][3]);
    HiddenCells.Table none = HiddenCells.of(new int[][] {{0, 0}}, 5);
    assertThat(none.hidden()).isDeepEqualTo(new boolean[2][3]);
  }

  @Test
  void whatIsHiddenInALineAddsUpToNoFew() {
    Random random = new Random(17);
    for (int round = 0; round < 2_000; round++) {
      int k = 2 + random.nextInt(9);
      HiddenCells.Table t = HiddenCells.of(random(random, 25), k);
      for (int r = 0; r < t.cells().length; r++) {
        int last = t.cells()[0].length - 1;
        int sum = 0;
        for (int c = 0; c < last; c++) {
          sum += t.hidden()[r][c] ? t.cells()[r][c] : 0;
        }
        assertThat(t.hidden()[r][last] || sum == 0 || sum >= k).isTrue();
      }
    }
  }

  private static List<int[]> unknown(HiddenCells.Table t) {
    List<int[]> all = new ArrayList<>();
    for (int r = 0; r < t.cells().length; r++) {
      for (int c = 0; c < t.cells()[0].length; c++) {
        if (t.hidden()[r][c]) {
          all.add(new int[] {r, c});
        }
      }
    }
    return all;
  }

  /** Gauss over a prime field: a column that is a row of its own is fixed. */
  private static List<int[]> fixed(HiddenCells.Table t, List<int[]> unknown) {
    int rows = t.cells().length;
    int columns = t.cells()[0].length;
    long[][] m = new long[rows + columns][unknown.size()];
    for (int u = 0; u < unknown.size(); u++) {
      int r = unknown.get(u)[0];
      int c = unknown.get(u)[1];
      m[r][u] = c == columns - 1 ? PRIME - 1 : 1;
      m[rows + c][u] = r == rows - 1 ? PRIME - 1 : 1;
    }
    int at = 0;
    List<Integer> pivots = new ArrayList<>();
    for (int u = 0; u < unknown.size() && at < m.length; u++) {
      int found = at;
      while (found < m.length && m[found][u] == 0) {
        found++;
      }
      if (found == m.length) {
        continue;
      }
      long[] swap = m[at];
      m[at] = m[found];
      m[found] = swap;
      long inverse = power(m[at][u], PRIME - 2);
      for (int i = 0; i < m[at].length; i++) {
        m[at][i] = m[at][i] * inverse % PRIME;
      }
      for (int other = 0; other < m.length; other++) {
        long times = m[other][u];
        if (other != at && times != 0) {
          for (int i = 0; i < m[at].length; i++) {
            m[other][i] = Math.floorMod(m[other][i] - times * m[at][i], PRIME);
          }
        }
      }
      pivots.add(u);
      at++;
    }
    List<int[]> fixed = new ArrayList<>();
    for (int p = 0; p < pivots.size(); p++) {
      int others = 0;
      for (long x : m[p]) {
        others += x != 0 ? 1 : 0;
      }
      if (others == 1) {
        fixed.add(unknown.get(pivots.get(p)));
      }
    }
    return fixed;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    long b = base;
    for (long e = exponent; e > 0; e >>= 1) {
      if ((e & 1) == 1) {
        result = result * b % PRIME;
      }
      b = b * b % PRIME;
    }
    return result;
  }

  private static void tables(int most, Consumer<int[][]> each) {
    for (int a = 0; a <= most; a++) {
      for (int b = 0; b <= most; b++) {
        for (int c = 0; c <= most; c++) {
          for (int d = 0; d <= most; d++) {
            each.accept(new int[][] {{a, b, a + b}, {c, d, c + d}, {a + c, b + d, a + b + c + d}});
          }
        }
      }
    }
  }

  private static boolean looksLike(HiddenCells.Table shown, int[][] guess) {
    for (int r = 0; r < guess.length; r++) {
      for (int c = 0; c < guess[0].length; c++) {
        // Noughts are shown.
        if (shown.hidden()[r][c] ? guess[r][c] == 0 : shown.cells()[r][c] != guess[r][c]) {
          return false;
        }
      }
    }
    return true;
  }
}
