package org.sala.merge;

import java.time.Instant;
import org.sala.domain.Fingerprint;
import org.sala.domain.Maker;
import org.sala.domain.Revision;
import org.sala.domain.StationId;

/**
 * A revision, the station that wrote it, whose signature it has, and when that was by the station's
 * own clock.
 */
public record Written(Revision revision, StationId station, Fingerprint author, Instant time) {

  /** Whether that station made the record. */
  boolean isByMaker() {
    return Maker.is(station, revision.record());
  }

  /** Whether the record began with it: what its maker wrote on top of nothing. */
  boolean begins() {
    return revision.parents().isEmpty() && isByMaker();
  }
}
