package org.sala.form;

import java.util.Optional;

/**
 * When a dimension is positive, after the ILO and European Commission's operational indicators of
 * trafficking in human beings (2009, results of the Delphi survey).
 */
public final class DimensionRule {
  /** The clause that makes a dimension positive. */
  public enum Clause {
    /** Two strong. */
    A,
    /** One strong, and one medium or weak. */
    B,
    /** Three medium. */
    C,
    /** Two medium and one weak. */
    D
  }

  private DimensionRule() {}

  /**
   * The first clause that holds; empty if the dimension is negative.
   *
   * @param strong how many strong indicators were answered with yes, and so on; not negative
   */
  public static Optional<Clause> of(int strong, int medium, int weak) {
    if (strong < 0 || medium < 0 || weak < 0) {
      throw new IllegalArgumentException("a count below zero");
    }
    if (strong >= 2) {
      return Optional.of(Clause.A);
    }
    if (strong == 1 && medium + weak >= 1) {
      return Optional.of(Clause.B);
    }
    if (medium >= 3) {
      return Optional.of(Clause.C);
    }
    if (medium >= 2 && weak >= 1) {
      return Optional.of(Clause.D);
    }
    return Optional.empty();
  }
}
