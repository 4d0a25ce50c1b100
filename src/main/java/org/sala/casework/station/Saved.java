package org.sala.casework.station;

import java.util.List;
import org.sala.domain.ChangeId;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/** The disk has it: what was changed, and when the sync came back. */
public record Saved(ChangeId change, Moment at, List<RecordId> records) {
  public Saved {
    records = List.copyOf(records);
  }
}
