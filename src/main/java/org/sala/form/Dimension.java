package org.sala.form;

import java.util.Locale;
import java.util.Set;

/**
 * A group of indicators, as a rule file names it; after the ILO/EC operational indicators (2009).
 *
 * @param code the word that stands in rule files and results, as deceptive_recruitment
 * @param group where its part stands in the form, as /screening/recruitment
 * @param roles what its indicators are good for
 */
public record Dimension(String code, String group, Set<Role> roles) {
  /** What follows from the indicators of a dimension. */
  public enum Role {
    /** The dimension shows a means when it is positive. */
    MEANS,
    /** The dimension shows the purpose when it is positive. */
    PURPOSE,
    /** Any yes shows recruitment, movement or a stay. */
    ACT,
    /** What was done at the site: with a means, any yes is enough for a child. */
    SITE,
    /** Positive, or with one yes that defines a means, it makes exploitation forced labour. */
    HELD,
    /** How somebody left and was found: a sign to follow up, never counted by the rule. */
    FOLLOW_UP;

    /** The word that stands in a rule file. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Dimension {
    roles = Set.copyOf(roles);
  }

  boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether the dimension rule is applied at all. */
  public boolean counts() {
    return !is(Role.FOLLOW_UP);
  }
}
