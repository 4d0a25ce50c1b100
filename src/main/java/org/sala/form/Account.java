package org.sala.form;

import java.util.Map;
import org.sala.domain.AgeGroup;

/**
 * What was heard, seen and answered of a catalogue's indicators.
 *
 * @param readings by indicator code; a missing one was not asked
 * @param actAdded the officer says that recruitment, movement or a stay is otherwise known
 */
public record Account(AgeGroup ageGroup, Map<String, Reading> readings, boolean actAdded) {
  public Account {
    readings = Map.copyOf(readings);
  }

  /** The reading of an indicator. */
  public Reading of(Indicator indicator) {
    return readings.getOrDefault(indicator.code(), Reading.NOT_ASKED);
  }

  @Override
  public String toString() {
    return "Account";
  }
}
