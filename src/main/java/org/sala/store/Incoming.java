package org.sala.store;

import org.sala.domain.ChangeId;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.journal.Position;

/** A revision that the view does not have yet, and the change that brings it. */
record Incoming(
    Revision revision,
    ChangeId change,
    StationId station,
    long sequence,
    long millis,
    Position at) {}
