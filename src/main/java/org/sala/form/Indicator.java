package org.sala.form;

import java.util.Set;

/**
 * One indicator of a catalogue.
 *
 * @param code as S5.01
 * @param definesMeans one yes alone shows a means
 * @param definesPurpose one yes alone shows the purpose
 * @param officerWords what it is, in the officer's words
 * @param heardLabel a few words for ticking what was heard
 * @param question the neutral question; empty where it is not asked
 */
public record Indicator(
    String code,
    Dimension dimension,
    boolean definesMeans,
    boolean definesPurpose,
    Strength adult,
    Strength child,
    AskIn askIn,
    Set<Care> care,
    Wording officerWords,
    Wording heardLabel,
    Wording question) {

  public Indicator {
    care = Set.copyOf(care);
    if (!code.matches("[A-Z][0-9]\\.[0-9]{2}")) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, "indicator code " + code);
    }
  }

  /** The strength that counts for this person. */
  public Strength strength(boolean childOrInDoubt) {
    return childOrInDoubt ? child : adult;
  }

  /** The section that it stands in: the letter and digit before the point. */
  public String section() {
    return code.substring(0, 2);
  }

  /** The name of its node in the form. */
  public String node() {
    return code.replace('.', '_');
  }

  /** Whether its answer stays on this laptop, since it may name officials. */
  public boolean staysHere() {
    return care.stream().anyMatch(Care::staysHere);
  }

  /** Whether its answer belongs to the protection compartment. */
  public boolean sealed() {
    return care.stream().anyMatch(Care::sealsAnswer);
  }
}
