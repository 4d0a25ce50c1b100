package org.sala.casework.sync;

import org.sala.casework.Desk;
import org.sala.casework.Desks;

/** Rounds in which nobody is told of anything but by answers. */
final class Untold {
  private Untold() {}

  /**
   * @param station no headquarters, which tells no stations
   */
  static Round.Telling by(Desk station) {
    return new Round.Telling(
        () -> {}, new TellingStations(Desks.station(station), station.forStations()));
  }
}
