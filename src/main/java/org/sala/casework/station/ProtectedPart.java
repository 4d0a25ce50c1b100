package org.sala.casework.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.merge.Lineage;
import org.sala.merge.Written;
import org.sala.store.Records;

/**
 * The protection fields of records. The view never holds them: they are read from the journal when
 * they are shown, and only for an officer whose slot opens the compartment.
 */
@BehindTheDesk
public final class ProtectedPart {
  private final Station station;

  public ProtectedPart(Station station) {
    this.station = station;
  }

  /** Whether there is one, even where this officer may not read it. */
  public boolean exists(RecordId id) {
    return !station.view().records().heads(id, Compartment.PROTECTION).isEmpty();
  }

  /**
   * Returns the protected fields of a record as they stand; none where this officer may not open
   * them.
   */
  public Map<String, FieldState> fields(RecordId id) {
    if (!station.mayOpen(Compartment.PROTECTION)) {
      return Map.of();
    }
    List<Written> revisions = new ArrayList<>();
    for (Records.RevisionRow row : station.view().records().revisions(id)) {
      if (row.compartment() == Compartment.PROTECTION) {
        station.journal().revision(row.at()).ifPresent(r -> revisions.add(row.written(r)));
      }
    }
    return station
        .view()
        .records()
        .find(id)
        .map(r -> Lineage.of(r.home(), revisions, station.state().deciding()).fields())
        .orElse(Map.of());
  }
}
