package org.sala.casework.erasing;

import java.util.Optional;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/**
 * What stays at headquarters though a station has erased it: who decided it, when and why; no name
 * of anybody whom it is about.
 *
 * @param kind {@code person} or {@code case}
 * @param stationName which station erased it; empty for one without a name
 * @param why why it did; empty where it does not say
 * @param reason why it stays, as it was written
 * @param officer who decided it
 * @param at when it was decided
 */
public record Kept(
    RecordId about,
    String kind,
    String number,
    String stationName,
    Optional<Erasures.Why> why,
    String reason,
    String officer,
    Moment at) {
  @Override
  public String toString() {
    return "Kept[" + kind + "]";
  }
}
