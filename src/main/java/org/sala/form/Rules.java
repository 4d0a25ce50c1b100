package org.sala.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.sala.domain.AgeGroup;
import org.sala.form.Dimension.Role;

/**
 * Leads from an account to an explained result.
 *
 * <p>Elements after Article 3 of the Palermo Protocol, dimensions by {@link DimensionRule}. That
 * the two are combined in this way is Sala's own; the indicators were put together by experts and
 * have not been validated statistically. The threshold is a reason to suspect, not proof.
 */
public final class Rules {
  private final Catalogue catalogue;
  private final Account account;
  private final boolean child;
  private final AgeGroup age;
  private final Map<Dimension, Explanation.Count> dimensions = new LinkedHashMap<>();

  private Rules(Catalogue catalogue, Account account) {
    this.catalogue = catalogue;
    this.account = account;
    this.child = account.ageGroup() != AgeGroup.ADULT || !yes(Indicator::underEighteen).isEmpty();
    this.age =
        child && account.ageGroup() == AgeGroup.ADULT ? AgeGroup.UNKNOWN : account.ageGroup();
    for (Dimension d : catalogue.dimensions()) {
      dimensions.put(d, count(d));
    }
  }

  /**
   * Explains an account. The same account gives the same result, always.
   *
   * @throws FormFault if the account names an indicator that the catalogue does not have
   */
  public static Explanation explain(Catalogue catalogue, Account account) {
    for (String code : account.readings().keySet()) {
      if (catalogue.indicator(code).isEmpty()) {
        throw new FormFault(FormFault.Code.UNKNOWN_WORD, "indicator");
      }
    }
    return new Rules(catalogue, account).explanation();
  }

  private Explanation explanation() {
    List<String> act = yes(i -> i.showsAct() || i.dimension().is(Role.ACT));
    List<String> means =
        yes(i -> i.definesMeans() || i.dimension().is(Role.MEANS) && restsOnDimension(i));
    List<String> purpose =
        yes(i -> i.definesPurpose() || i.dimension().is(Role.PURPOSE) && restsOnDimension(i));
    return new Explanation(
        result(!means.isEmpty(), !purpose.isEmpty()),
        child,
        account.actAdded() || !act.isEmpty(),
        !means.isEmpty(),
        !purpose.isEmpty(),
        act,
        means,
        purpose,
        dimensions,
        !purpose.isEmpty() && held(),
        child,
        with(i -> account.of(i) == Reading.NOT_ASKED),
        with(i -> account.of(i) == Reading.UNKNOWN),
        with(i -> account.of(i) == Reading.DECLINED));
  }

  private Result result(boolean means, boolean purpose) {
    boolean atSite = !yes(i -> i.dimension().is(Role.SITE)).isEmpty();
    if (means && purpose || child && (purpose || means && atSite)) {
      return Result.PRESUMED_VICTIM_REFER;
    }
    if (purpose) {
      return Result.EXPLOITATION_WITHOUT_ESTABLISHED_MEANS;
    }
    if (means) {
      return Result.MEANS_WITHOUT_ESTABLISHED_EXPLOITATION;
    }
    return someIndications()
        ? Result.SOME_INDICATIONS_FOLLOW_UP
        : Result.NO_FINDING_IN_THIS_SCREENING;
  }

  private boolean someIndications() {
    int strong = 0;
    int medium = 0;
    for (Map.Entry<Dimension, Explanation.Count> e : dimensions.entrySet()) {
      if (e.getValue().positive()) {
        return true;
      }
      if (e.getKey().counts()) {
        strong += e.getValue().strong();
        medium += e.getValue().medium();
      }
    }
    return strong >= 1 || medium >= 2 || !yes(i -> !i.dimension().counts()).isEmpty();
  }

  /** Control at the destination: the dimension, or one of its indicators that defines a means. */
  private boolean held() {
    return !yes(i -> i.dimension().is(Role.HELD) && (i.definesMeans() || restsOnDimension(i)))
        .isEmpty();
  }

  private boolean restsOnDimension(Indicator i) {
    return positive(i.dimension()) && i.strength(age) != Strength.NOT_SCORED;
  }

  private boolean positive(Dimension d) {
    Explanation.Count count = dimensions.get(d);
    return count != null && count.positive();
  }

  private Explanation.Count count(Dimension d) {
    int strong = count(d, Strength.STRONG);
    int medium = count(d, Strength.MEDIUM);
    int weak = count(d, Strength.WEAK);
    return new Explanation.Count(
        strong,
        medium,
        weak,
        d.counts() ? DimensionRule.of(strong, medium, weak) : Optional.empty());
  }

  private int count(Dimension d, Strength strength) {
    return yes(i -> i.dimension().equals(d) && i.strength(age) == strength).size();
  }

  private List<String> yes(Predicate<Indicator> which) {
    return with(i -> account.of(i) == Reading.YES && which.test(i));
  }

  private List<String> with(Predicate<Indicator> which) {
    return catalogue.indicators().stream().filter(which).map(Indicator::code).toList();
  }
}
