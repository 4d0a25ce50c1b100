package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sala.domain.AgeGroup;

class RulesTest {
  private static final Catalogue CATALOGUE = Catalogue.scamCompound();

  private static Dimension dimension(String code) {
    return CATALOGUE.dimensions().stream()
        .filter(d -> d.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static Explanation explain(AgeGroup age, String... yes) {
    Map<String, Reading> readings = new HashMap<>();
    for (String code : yes) {
      readings.put(code, Reading.YES);
    }
    return Rules.explain(CATALOGUE, new Account(age, readings, false));
  }

  /**
   * An own reading of the clauses, by taking indicators one by one instead of comparing counts: the
   * letter of the first clause whose indicators can all be taken; empty if there is none.
   */
  private static String clauseByHand(int strong, int medium, int weak) {
    List<String> all = new ArrayList<>();
    all.addAll(Collections.nCopies(strong, "s"));
    all.addAll(Collections.nCopies(medium, "m"));
    all.addAll(Collections.nCopies(weak, "w"));
    for (String clause : List.of("a ss", "b sm", "b sw", "c mmm", "d mmw")) {
      List<String> left = new ArrayList<>(all);
      boolean whole = true;
      for (String letter : clause.substring(2).split("")) {
        whole &= left.remove(letter);
      }
      if (whole) {
        return clause.substring(0, 1);
      }
    }
    return "";
  }

  @Test
  void theDimensionRuleHoldsForAllCounts() {
    int positive = 0;
    for (int s = 0; s <= 3; s++) {
      for (int m = 0; m <= 4; m++) {
        for (int w = 0; w <= 4; w++) {
          String clause = clauseByHand(s, m, w);
          positive += clause.isEmpty() ? 0 : 1;
          assertThat(
                  DimensionRule.of(s, m, w).map(c -> c.name().toLowerCase(Locale.ROOT)).orElse(""))
              .as("%d %d %d", s, m, w)
              .isEqualTo(clause);
        }
      }
    }
    // 50 with two strong or more, 24 with one, 14 with none: three medium, or two and a weak one.
    assertThat(positive).isEqualTo(88);
    assertThat(DimensionRule.of(2, 0, 0)).contains(DimensionRule.Clause.A);
    assertThat(DimensionRule.of(1, 0, 1)).contains(DimensionRule.Clause.B);
    assertThat(DimensionRule.of(0, 3, 0)).contains(DimensionRule.Clause.C);
    assertThat(DimensionRule.of(0, 2, 1)).contains(DimensionRule.Clause.D);
  }

  /** Of every built-in catalogue: what is positive for an adult or a child is so in doubt. */
  @Test
  void anAgeInDoubtTakesNothingFromWhatAnAdultOrAChildWouldHave() {
    Random random = new Random(23);
    for (String id : List.of("labour", "scam-compound")) {
      Catalogue catalogue = BuiltIn.newest(id);
      for (int round = 0; round < 2_000; round++) {
        Map<String, Reading> readings = new HashMap<>();
        for (Indicator i : catalogue.indicators()) {
          if (random.nextInt(6) == 0) {
            readings.put(i.code(), Reading.YES);
          }
        }
        Explanation unknown =
            Rules.explain(catalogue, new Account(AgeGroup.UNKNOWN, readings, false));
        for (AgeGroup age : List.of(AgeGroup.ADULT, AgeGroup.CHILD)) {
          Explanation known = Rules.explain(catalogue, new Account(age, readings, false));
          assertThat(unknown.meansBasis()).containsAll(known.meansBasis());
          assertThat(unknown.purposeBasis()).containsAll(known.purposeBasis());
          known
              .dimensions()
              .forEach(
                  (d, count) ->
                      assertThat(unknown.dimensions().get(d).positive() || !count.positive())
                          .as("%s %s", d.code(), age)
                          .isTrue());
        }
      }
    }
  }

  @Test
  void meansAndPurposeTogetherRefer() {
    Explanation e = explain(AgeGroup.ADULT, "S5.01", "S4.02");
    assertThat(e.result()).isEqualTo(Result.PRESUMED_VICTIM_REFER);
    assertThat(e.meansBasis()).containsExactly("S5.01");
    assertThat(e.purposeBasis()).containsExactly("S4.02");
    assertThat(e.act()).isTrue();
    assertThat(e.forcedLabour()).isTrue();
    assertThat(e.childProtectionReferral()).isFalse();
  }

  @Test
  void oneIndicatorMayDefineBothElements() {
    Explanation e = explain(AgeGroup.ADULT, "S4.01");
    assertThat(e.result()).isEqualTo(Result.PRESUMED_VICTIM_REFER);
    assertThat(e.meansBasis()).containsExactly("S4.01");
    assertThat(e.act()).isFalse();
    assertThat(e.forcedLabour()).isFalse();
  }

  @Test
  void intentionIsPurposeEnough() {
    assertThat(explain(AgeGroup.ADULT, "S4.08").result())
        .isEqualTo(Result.EXPLOITATION_WITHOUT_ESTABLISHED_MEANS);
  }

  @Test
  void meansAloneIsNamedAsSuch() {
    assertThat(explain(AgeGroup.ADULT, "S1.01").result())
        .isEqualTo(Result.MEANS_WITHOUT_ESTABLISHED_EXPLOITATION);
  }

  @Test
  void aPositiveDimensionOfMeansShowsAMeansWithoutADefiningOne() {
    Explanation e = explain(AgeGroup.ADULT, "S1.03", "S1.06", "S1.04");
    assertThat(e.means()).isTrue();
    assertThat(e.meansBasis()).containsExactly("S1.03", "S1.04", "S1.06");
    assertThat(e.dimensions().get(dimension("deceptive_recruitment")).clause())
        .contains(DimensionRule.Clause.D);
  }

  @Test
  void whatIsNotScoredNeverCounts() {
    assertThat(explain(AgeGroup.ADULT, "S3.04", "S3.01").result())
        .isEqualTo(Result.NO_FINDING_IN_THIS_SCREENING);
  }

  @Test
  void theExitAloneIsFollowedUpAndCountsNowhereElse() {
    Explanation one = explain(AgeGroup.ADULT, "S6.05");
    assertThat(one.result()).isEqualTo(Result.SOME_INDICATIONS_FOLLOW_UP);
    Explanation all = explain(AgeGroup.ADULT, "S6.01", "S6.02", "S6.03", "S6.04", "S6.05");
    assertThat(all.result()).isEqualTo(Result.SOME_INDICATIONS_FOLLOW_UP);
    assertThat(all.dimensions().get(dimension("exit_and_presentation")).positive()).isFalse();
  }

  @Test
  void twoMediumInDifferentDimensionsAreFollowedUpAndOneIsNot() {
    assertThat(explain(AgeGroup.ADULT, "S1.03", "S5.07").result())
        .isEqualTo(Result.SOME_INDICATIONS_FOLLOW_UP);
    assertThat(explain(AgeGroup.ADULT, "S1.03").result())
        .isEqualTo(Result.NO_FINDING_IN_THIS_SCREENING);
  }

  @Test
  void aChildNeedsNoMeans() {
    Explanation e = explain(AgeGroup.CHILD, "S4.02");
    assertThat(e.result()).isEqualTo(Result.PRESUMED_VICTIM_REFER);
    assertThat(e.means()).isFalse();
    assertThat(e.childProtectionReferral()).isTrue();
    assertThat(explain(AgeGroup.CHILD).childProtectionReferral()).isTrue();
    assertThat(explain(AgeGroup.CHILD).result()).isEqualTo(Result.NO_FINDING_IN_THIS_SCREENING);
  }

  @Test
  void anAgeInDoubtIsTreatedAsAChilds() {
    assertThat(explain(AgeGroup.UNKNOWN, "S4.02").result()).isEqualTo(Result.PRESUMED_VICTIM_REFER);
    assertThat(explain(AgeGroup.ADULT, "S4.02", "S3.05").result())
        .isEqualTo(Result.PRESUMED_VICTIM_REFER);
  }

  @Test
  void aChildsMeansNeedsSomethingOfTheSite() {
    assertThat(explain(AgeGroup.CHILD, "S1.01").result())
        .isEqualTo(Result.MEANS_WITHOUT_ESTABLISHED_EXPLOITATION);
    assertThat(explain(AgeGroup.CHILD, "S1.01", "S4.04").result())
        .isEqualTo(Result.PRESUMED_VICTIM_REFER);
  }

  @Test
  void theForcedLabourFlagNeedsControl() {
    assertThat(explain(AgeGroup.ADULT, "S4.02", "S5.07").forcedLabour()).isFalse();
    assertThat(explain(AgeGroup.ADULT, "S4.02", "S5.08", "S5.07").forcedLabour()).isTrue();
  }

  @Test
  void theActCanBeAddedAndItsAbsenceLowersNothing() {
    Map<String, Reading> readings = Map.of("S4.01", Reading.YES);
    Explanation without = Rules.explain(CATALOGUE, new Account(AgeGroup.ADULT, readings, false));
    Explanation with = Rules.explain(CATALOGUE, new Account(AgeGroup.ADULT, readings, true));
    assertThat(without.act()).isFalse();
    assertThat(with.act()).isTrue();
    assertThat(without.result()).isEqualTo(with.result());
  }

  @Test
  void onlyYesCountsAndTheRestIsListedApart() {
    Explanation e =
        Rules.explain(
            CATALOGUE,
            new Account(
                AgeGroup.ADULT,
                Map.of(
                    "S1.01", Reading.NO,
                    "S4.01", Reading.UNKNOWN,
                    "S5.03", Reading.DECLINED,
                    "S5.01", Reading.of("later")),
                false));
    assertThat(e.result()).isEqualTo(Result.NO_FINDING_IN_THIS_SCREENING);
    assertThat(e.unknown()).containsExactly("S4.01");
    assertThat(e.declined()).containsExactly("S5.03");
    assertThat(e.notAsked()).hasSize(41).contains("S5.01").doesNotContain("S1.01");
  }

  @Test
  void oneMoreYesNeverTakesProtectionAway() {
    Random random = new Random(20261124);
    List<Indicator> all = CATALOGUE.indicators();
    for (int seed = 0; seed < 3000; seed++) {
      Map<String, Reading> readings = new HashMap<>();
      for (Indicator i : all) {
        readings.put(i.code(), Reading.values()[Math.min(4, random.nextInt(12))]);
      }
      AgeGroup age = AgeGroup.values()[random.nextInt(3)];
      Explanation before = Rules.explain(CATALOGUE, new Account(age, readings, false));
      readings.put(all.get(random.nextInt(all.size())).code(), Reading.YES);
      Explanation after = Rules.explain(CATALOGUE, new Account(age, readings, false));
      assertThat(!before.means() || after.means()).isTrue();
      assertThat(!before.purpose() || after.purpose()).isTrue();
      assertThat(!before.forcedLabour() || after.forcedLabour()).isTrue();
      if (before.result() == Result.PRESUMED_VICTIM_REFER) {
        assertThat(after.result()).isEqualTo(Result.PRESUMED_VICTIM_REFER);
      }
      if (after.result() == Result.NO_FINDING_IN_THIS_SCREENING) {
        assertThat(before.result()).isEqualTo(Result.NO_FINDING_IN_THIS_SCREENING);
      }
    }
  }

  @Test
  void anUnknownIndicatorIsRefused() {
    assertThatThrownBy(() -> explain(AgeGroup.ADULT, "S9.01")).isInstanceOf(FormFault.class);
  }
}
