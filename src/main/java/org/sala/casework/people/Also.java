package org.sala.casework.people;

import org.sala.domain.RecordId;

/**
 * Another record that is held to be of the same person.
 *
 * @param number the wristband's there
 * @param station the name of the station that wrote it; empty where that is not known here
 * @param here whether it was written at this station
 * @param possiblyChild whether that record alone makes the person possibly under 18
 */
public record Also(
    RecordId person, String number, String station, boolean here, boolean possiblyChild) {
  @Override
  public String toString() {
    return "Also[" + person + "]";
  }
}
