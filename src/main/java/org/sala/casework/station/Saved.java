package org.sala.casework.station;

import java.util.List;
import org.sala.domain.ChangeId;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/** An act that the disk has: what was changed, and when the sync came back. */
public record Saved(ChangeId change, Moment at, List<RecordId> records) {
  public Saved {
    records = List.copyOf(records);
  }
}
