package org.sala.casework.station;

import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;

/**
 * Whether versions of a record differ, in either part. Nobody takes protection away over two
 * versions, and whoever may not read them does not either.
 */
@BehindTheDesk
public final class Undecided {
  private Undecided() {}

  public static boolean is(Station station, RecordId record) {
    return station.view().records().fields(record).values().stream().anyMatch(FieldState::disputed)
        || new ProtectedPart(station)
            .fields(record).values().stream().anyMatch(FieldState::disputed)
        || !station.mayOpen(Compartment.PROTECTION)
            && (station.view().disputes().isApart(record)
                || station.view().records().heads(record, Compartment.PROTECTION).size() > 1);
  }
}
