package org.sala.casework.people;

import java.util.List;
import org.sala.domain.PartialDate;

/**
 * What tells somebody from another person who wears the same number, beside name, sex and arrival:
 * two stations may have given it, or one twice.
 *
 * @param births every version of the birth date that stands
 * @param station the name of the station that registered them; empty where that is not known here
 * @param here whether it was this one
 */
public record Apart(List<PartialDate> births, String station, boolean here) {
  public Apart {
    births = List.copyOf(births);
  }

  @Override
  public String toString() {
    return "Apart";
  }
}
