package org.sala.casework.keys;

import java.util.Optional;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/**
 * Another agency whose card was confirmed here.
 *
 * @param ended since when nothing goes there and nothing of it is believed
 */
public record Partner(
    RecordId id, PartnerCard card, Moment confirmed, Optional<Moment> ended, String endedWhy) {
  public String name() {
    return card.name();
  }

  /** Returns whether the partner can answer with a receipt that can be checked. */
  public boolean answers() {
    return card.authority().isPresent();
  }
}
