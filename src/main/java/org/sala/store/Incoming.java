package org.sala.store;

import java.time.Instant;
import java.util.Optional;
import org.sala.domain.ChangeId;
import org.sala.domain.Fingerprint;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.journal.Position;
import org.sala.merge.Written;

/** A revision that the view does not have yet, and the change that brings it. */
record Incoming(
    Revision revision,
    ChangeId change,
    StationId station,
    Fingerprint author,
    long sequence,
    long millis,
    Position at) {
  Written written() {
    return new Written(revision, station, author, Instant.ofEpochMilli(millis));
  }

  Known known() {
    return new Known(Optional.of(written()), sequence, millis);
  }
}
