package org.sala.merge;

import org.sala.domain.Maker;
import org.sala.domain.Revision;
import org.sala.domain.StationId;

/** A revision, and the station that wrote it. */
public record Written(Revision revision, StationId station) {

  /** Whether that station made the record. */
  boolean isByMaker() {
    return Maker.is(station, revision.record());
  }

  /** Whether the record began with it: what its maker wrote on top of nothing. */
  boolean begins() {
    return revision.parents().isEmpty() && isByMaker();
  }
}
