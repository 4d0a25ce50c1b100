package org.sala.form;

import java.util.Set;
import org.sala.domain.AgeGroup;

/**
 * One indicator of a catalogue.
 *
 * @param code as S5.01
 * @param definesMeans one yes alone shows a means
 * @param definesPurpose one yes alone shows the purpose
 * @param showsAct one yes shows recruitment, movement or a stay
 * @param underEighteen a yes says that the person is under 18, or may be
 * @param officerWords what it is, in the officer's words
 * @param heardLabel a few words for ticking what was heard
 * @param question the neutral question; empty where it is not asked
 */
public record Indicator(
    String code,
    Dimension dimension,
    boolean definesMeans,
    boolean definesPurpose,
    boolean showsAct,
    boolean underEighteen,
    Strength adult,
    Strength child,
    AskIn askIn,
    Set<Care> care,
    Wording officerWords,
    Wording heardLabel,
    Wording question) {

  public Indicator {
    care = Set.copyOf(care);
  }

  /** The strength that counts for this person; the stronger of both where the age is in doubt. */
  public Strength strength(AgeGroup age) {
    return switch (age) {
      case ADULT -> adult;
      case CHILD -> child;
      case UNKNOWN -> adult.compareTo(child) < 0 ? adult : child;
    };
  }

  /** Returns the indicator's code as one word, for names of nodes. */
  public String node() {
    return code.replace('.', '_');
  }

  /** Returns whether the indicator's answer stays on this laptop, since it may name officials. */
  public boolean staysHere() {
    return care.stream().anyMatch(Care::staysHere);
  }

  /** Returns whether the indicator's answer belongs to the protection compartment. */
  public boolean sealed() {
    return care.stream().anyMatch(Care::sealsAnswer);
  }
}
