package org.sala.casework.packages.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.domain.IncarnationId;
import org.sala.domain.Value;
import org.sala.parcel.ParcelHeader;

/**
 * What a restored laptop asks of headquarters: it says how far it goes, until headquarters has
 * given back what was lost.
 */
@BehindTheDesk
public final class RestoreRequest {
  /** The note that says how far each earlier incarnation goes. */
  public static final String HAS = "restoredHas";

  /** The note with which headquarters says that this is the answer. */
  public static final String GAVE = "gaveBack";

  private static final String SETTLED = "incarnationSettled";

  private final Station station;

  public RestoreRequest(Station station) {
    this.station = station;
  }

  /**
   * Returns at a station whether headquarters is still to be asked. What was lost is known there
   * alone, so that the laptop has to speak though it has nothing new to say.
   */
  boolean asks() {
    return station.state().text("headquarters").isPresent() && isOpen();
  }

  private boolean isOpen() {
    boolean restored =
        station
            .state()
            .text("incarnationWhy")
            .filter(StationState.Why.RESTORED.name()::equals)
            .isPresent();
    return restored && !station.state().flag(SETTLED);
  }

  /**
   * Returns at a station how far each earlier incarnation goes here, until headquarters has
   * answered.
   */
  Map<String, String> asking() {
    if (!isOpen()) {
      return Map.of();
    }
    List<String> has = new ArrayList<>();
    for (IncarnationId i : station.state().incarnationsBefore()) {
      // A neighbour may have brought a later one back: those before it are missing all the same.
      has.add(i + ":" + station.view().changes().unbrokenUpTo(station.identity().station(), i));
    }
    return Map.of(HAS, String.join(" ", has));
  }

  /** Asks once more: what another headquarters gave back may not be all that this one has. */
  public void askAgain() {
    station.state().remove(SETTLED);
  }

  /** Remembers at a station that headquarters has given back what it had. */
  public void answered(ParcelHeader header) {
    if (station.identity().incarnation().toString().equals(header.notes().get(GAVE))) {
      station.state().set(SETTLED, Value.flag(true));
    }
  }
}
