package org.sala.store;

import org.sala.domain.ChangeId;
import org.sala.domain.Fingerprint;
import org.sala.domain.Maker;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.wire.RevisionWire;

/**
 * A change that says a revision is its own.
 *
 * @param change under which id it stands in the view
 * @param digest of its header
 */
record Claim(ChangeId change, StationId station, Fingerprint author, String digest) {

  /**
   * Whether a revision is of this change rather than of another one: of the officer whom its bytes
   * tell, or of its record's maker; between two that are alike by their digests, which is the same
   * for everybody.
   */
  boolean isBefore(Claim other, Revision r) {
    if (digest.equals(other.digest)) {
      return false;
    }
    int rank = rank(r);
    int others = other.rank(r);
    return rank == others ? digest.compareTo(other.digest) < 0 : rank > others;
  }

  private int rank(Revision r) {
    return RevisionWire.wrote(station, author, r) ? 2 : Maker.is(station, r.record()) ? 1 : 0;
  }
}
