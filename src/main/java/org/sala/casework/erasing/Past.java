package org.sala.casework.erasing;

import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/**
 * What is still known of something that was erased here: numbers and officers, no name of anybody
 * whom it was about.
 *
 * @param kind {@code person} or {@code case}
 * @param why the code of a reason, as {@link Erasures.Why} has it
 * @param reason as it was written, in words
 * @param signed the officer who signed; another one than who proposed it where there were two
 * @param proposed the officer who asked for it
 */
public record Past(
    RecordId id,
    String kind,
    String number,
    String why,
    String reason,
    String signed,
    String proposed,
    Moment at) {
  /** Returns whether two officers saw to the erasure. */
  public boolean byTwo() {
    return !signed.equals(proposed);
  }

  @Override
  public String toString() {
    return "Past[" + kind + "]";
  }
}
