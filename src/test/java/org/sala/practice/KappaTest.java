package org.sala.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cohen's kappa, by hand and against the example that its author printed. */
class KappaTest {
  private static List<Kappa.Rated> times(int n, String first, String second) {
    List<Kappa.Rated> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(new Kappa.Rated(first, second));
    }
    return all;
  }

  @Test
  void theTableOfTheSourceGivesTheValueOfTheSource() {
    // Cohen 1960, table 1: proportions of 200 cases; po = .70, pe = .41, kappa = .49.
    List<Kappa.Rated> all = new ArrayList<>();
    all.addAll(times(88, "1", "1"));
    all.addAll(times(10, "1", "2"));
    all.addAll(times(2, "1", "3"));
    all.addAll(times(14, "2", "1"));
    all.addAll(times(40, "2", "2"));
    all.addAll(times(6, "2", "3"));
    all.addAll(times(18, "3", "1"));
    all.addAll(times(10, "3", "2"));
    all.addAll(times(12, "3", "3"));
    assertThat(Kappa.of(all))
        .isInstanceOfSatisfying(
            Kappa.Defined.class,
            k -> {
              assertThat(k.observed()).isCloseTo(0.70, within(1e-9));
              assertThat(k.value()).isCloseTo(0.49, within(0.005));
              assertThat(k.cases()).isEqualTo(200);
            });
  }

  @Test
  void fullAgreementIsOneAndNoneBeyondChanceIsZero() {
    List<Kappa.Rated> same = times(3, "yes", "yes");
    same.addAll(times(2, "no", "no"));
    assertThat(Kappa.of(same)).isEqualTo(new Kappa.Defined(1, 1, 5));
    List<Kappa.Rated> chance = new ArrayList<>();
    for (String a : List.of("yes", "no")) {
      for (String b : List.of("yes", "no")) {
        chance.addAll(times(1, a, b));
      }
    }
    assertThat(Kappa.of(chance)).isEqualTo(new Kappa.Defined(0, 0.5, 4));
    List<Kappa.Rated> against = times(2, "yes", "no");
    against.addAll(times(2, "no", "yes"));
    assertThat(Kappa.of(against)).isEqualTo(new Kappa.Defined(-1, 0, 4));
  }

  @Test
  void whatIsNotDefinedIsSaidAndNoNumberIsMadeUp() {
    assertThat(Kappa.of(times(7, "yes", "yes"))).isEqualTo(new Kappa.OneCategory(7));
    assertThat(Kappa.of(times(1, "yes", "no"))).isEqualTo(new Kappa.TooFew(1));
    assertThat(Kappa.of(List.of())).isEqualTo(new Kappa.TooFew(0));
    assertThat(Kappa.of(times(3, "yes", "no")))
        .as("each keeps to one category, and not to the same: chance alone gives nothing")
        .isEqualTo(new Kappa.Defined(0, 0, 3));
  }

  @Test
  void ofMoreOfficersTheMeanOverTheirPairsIsGiven() {
    Map<String, String> a = Map.of("x", "yes", "y", "no", "z", "yes", "w", "no");
    Map<String, String> same = Map.of("x", "yes", "y", "no", "z", "yes", "w", "no");
    Map<String, String> opposite = Map.of("x", "no", "y", "yes", "z", "no", "w", "yes");
    assertThat(Kappa.across(List.of(a, same))).isEqualTo(new Kappa.Defined(1, 1, 4));
    assertThat(Kappa.across(List.of(a, same, opposite)))
        .isInstanceOfSatisfying(
            Kappa.Defined.class,
            k -> assertThat(k.value()).isCloseTo((1 - 1 - 1) / 3.0, within(1e-9)));
    assertThat(Kappa.across(List.of(a))).isEqualTo(new Kappa.TooFew(0));
  }

  @Test
  void ofSeveralInterviewsOfOneOfficerWithOnePersonTheFirstCounts() {
    Agreement agreement =
        Agreement.of(
            List.of(
                new Agreement.Held("a", "sommut", Map.of("S1.01", "yes")),
                new Agreement.Held("a", "wela", Map.of("S1.01", "no")),
                new Agreement.Held("b", "sommut", Map.of("S1.01", "yes")),
                new Agreement.Held("b", "wela", Map.of("S1.01", "no")),
                new Agreement.Held("b", "wela", Map.of("S1.01", "yes")),
                new Agreement.Held("c", "napha", Map.of())),
            List.of("S1.01", "S1.02"));
    assertThat(agreement.officers()).isEqualTo(3);
    assertThat(agreement.people()).as("heard by more than one").isEqualTo(2);
    assertThat(agreement.lines())
        .containsExactly(
            new Agreement.Line("S1.01", new Kappa.Defined(1, 1, 2)),
            new Agreement.Line("S1.02", new Kappa.OneCategory(2)));
  }
}
