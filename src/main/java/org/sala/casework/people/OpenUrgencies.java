package org.sala.casework.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.merge.Raised;
import org.sala.merge.Written;
import org.sala.store.Records;

/** What a person's triages have raised and nobody was told of, as the list of people counts it. */
@BehindTheDesk
public final class OpenUrgencies {
  private final Station station;

  public OpenUrgencies(Station station) {
    this.station = station;
  }

  /** By triage, in their order: the codes that stand, each with the stations that raised it. */
  public Map<RecordId, Map<String, Set<StationId>>> of(RecordId person) {
    Map<RecordId, Map<String, Set<StationId>>> all = new LinkedHashMap<>();
    for (Records.Row row : station.view().records().pointingTo(person, "person")) {
      if (row.kind().equals(Kinds.TRIAGE.key())) {
        all.put(row.id(), in(row.id()));
      }
    }
    return all;
  }

  /** Returns the codes that stand of one triage, each with the stations that raised it. */
  public Map<String, Set<StationId>> in(RecordId triage) {
    List<Written> written = new ArrayList<>();
    for (Records.RevisionRow r : station.view().records().revisions(triage)) {
      if (r.compartment() == Compartment.INVESTIGATION) {
        station.journal().revision(r.at()).ifPresent(v -> written.add(r.written(v)));
      }
    }
    return new Raised(written, station.state().answering()).open();
  }
}
