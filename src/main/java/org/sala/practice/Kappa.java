package org.sala.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cohen's kappa: how far two officers agree beyond what chance would give.
 *
 * <p>{@code kappa = (po - pe) / (1 - pe)}, where {@code po} is the share of cases in which both
 * gave the same category, and {@code pe} the sum over the categories of the product of the two
 * shares in which each used it. Source: J. Cohen, A coefficient of agreement for nominal scales,
 * Educational and Psychological Measurement 20 (1960), 37-46. For more than two officers the mean
 * over all pairs is given, after R. J. Light, Measures of response agreement for qualitative data,
 * Psychological Bulletin 76 (1971), 365-377.
 *
 * <p>It is not defined where {@code pe} is 1: both used one and the same category throughout, and
 * nothing tells agreement from habit. Then this says so, with {@code po}; a number is never made
 * up.
 */
public sealed interface Kappa {
  /** In how many cases both gave a category. */
  int cases();

  /**
   * A value.
   *
   * @param value from -1 to 1; 0 is what chance would give
   * @param observed {@code po}, from 0 to 1
   */
  record Defined(double value, double observed, int cases) implements Kappa {}

  /** Both used one and the same category in every case: kappa has no value. */
  record OneCategory(int cases) implements Kappa {}

  /** Fewer than two cases in which both gave a category: nothing can be said. */
  record TooFew(int cases) implements Kappa {}

  /** What two officers gave for one case. */
  record Rated(String first, String second) {}

  /** Kappa over the cases that both rated. */
  static Kappa of(List<Rated> all) {
    int n = all.size();
    if (n < 2) {
      return new TooFew(n);
    }
    Map<String, Integer> first = new HashMap<>();
    Map<String, Integer> second = new HashMap<>();
    int same = 0;
    for (Rated r : all) {
      first.merge(r.first(), 1, Integer::sum);
      second.merge(r.second(), 1, Integer::sum);
      same += r.first().equals(r.second()) ? 1 : 0;
    }
    Set<String> categories = new LinkedHashSet<>(first.keySet());
    categories.addAll(second.keySet());
    if (categories.size() == 1) {
      return new OneCategory(n);
    }
    // In whole numbers up to the last division, so that 1 is 1.
    long chance = 0;
    for (String c : categories) {
      chance += (long) first.getOrDefault(c, 0) * second.getOrDefault(c, 0);
    }
    long square = (long) n * n;
    return new Defined(
        (double) ((long) same * n - chance) / (square - chance), (double) same / n, n);
  }

  /**
   * The mean over all pairs of officers of those values that are defined.
   *
   * @param given what each officer gave, by case; officers in any order
   */
  static Kappa across(List<Map<String, String>> given) {
    List<Defined> defined = new ArrayList<>();
    int most = 0;
    boolean one = false;
    for (int a = 0; a < given.size(); a++) {
      for (int b = a + 1; b < given.size(); b++) {
        Kappa k = of(both(given.get(a), given.get(b)));
        most = Math.max(most, k.cases());
        switch (k) {
          case Defined d -> defined.add(d);
          case OneCategory o -> one = true;
          case TooFew t -> {
            // Two officers who have hardly a case in common say nothing of each other.
          }
        }
      }
    }
    if (defined.isEmpty()) {
      return one ? new OneCategory(most) : new TooFew(most);
    }
    return new Defined(
        defined.stream().mapToDouble(Defined::value).average().orElseThrow(),
        defined.stream().mapToDouble(Defined::observed).average().orElseThrow(),
        most);
  }

  private static List<Rated> both(Map<String, String> first, Map<String, String> second) {
    List<Rated> both = new ArrayList<>();
    first.forEach(
        (at, a) -> {
          String b = second.get(at);
          if (b != null) {
            both.add(new Rated(a, b));
          }
        });
    return both;
  }
}
