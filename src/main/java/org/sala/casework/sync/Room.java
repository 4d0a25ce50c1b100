package org.sala.casework.sync;

import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;

/** Whether there is room here for what lies on a carrier, by what the carrier says of its size. */
final class Room {
  /** The copy that is brought, the file that is kept, and what is made of it. */
  private static final int TIMES = 3;

  private static final long BESIDE = 1 << 20;

  private final Station station;

  Room(Station station) {
    this.station = station;
  }

  /** Bytes that may be brought now. */
  long left() {
    return Math.max(0, station.folder().free() - BESIDE) / TIMES;
  }

  /**
   * @throws CaseworkFault {@code NO_SPACE} when it does not fit
   */
  void fits(long size) {
    if (size > left()) {
      throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
    }
  }
}
