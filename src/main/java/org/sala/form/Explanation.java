package org.sala.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A result with all that it rests on: a worksheet, not evidence of guilt or truth.
 *
 * @param childRules whether the rules for "under 18 or in doubt" were used
 * @param actBasis the indicators that show recruitment, movement or a stay; empty also when the
 *     officer added it
 * @param meansBasis the indicators that the means rests on
 * @param purposeBasis the indicators that the purpose rests on
 * @param notAsked codes, in the catalogue's order; like the two below no answer, and never a no
 */
public record Explanation(
    Result result,
    boolean childRules,
    boolean act,
    boolean means,
    boolean purpose,
    List<String> actBasis,
    List<String> meansBasis,
    List<String> purposeBasis,
    Map<Dimension, Count> dimensions,
    boolean forcedLabour,
    boolean childProtectionReferral,
    List<String> notAsked,
    List<String> unknown,
    List<String> declined) {

  /**
   * One dimension.
   *
   * @param clause of the dimension rule; empty if negative
   */
  public record Count(int strong, int medium, int weak, Optional<DimensionRule.Clause> clause) {

    public boolean positive() {
      return clause.isPresent();
    }
  }

  public Explanation {
    actBasis = List.copyOf(actBasis);
    meansBasis = List.copyOf(meansBasis);
    purposeBasis = List.copyOf(purposeBasis);
    dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
    notAsked = List.copyOf(notAsked);
    unknown = List.copyOf(unknown);
    declined = List.copyOf(declined);
  }

  @Override
  public String toString() {
    return "Explanation";
  }
}
