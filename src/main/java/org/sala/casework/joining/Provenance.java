package org.sala.casework.joining;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/** Who wrote a version, at which station, and which package brought it. */
final class Provenance {
  private final Station station;
  private final Map<Fingerprint, String> officers = new HashMap<>();

  /** Packages that came, by the place in the journal where they were written down as taken. */
  private final NavigableMap<Long, Long> parcels = new TreeMap<>();

  Provenance(Station station) {
    this.station = station;
    new Roster(station.state())
        .issued()
        .forEach(i -> officers.put(i.key(), i.certificate().number()));
    for (Records.Row row : station.view().records().ofKind("parcel")) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      if (Stored.text(f, "direction").filter("in"::equals).isPresent()) {
        parcels.put(written(row.id()), Stored.whole(f, "sequence"));
      }
    }
  }

  private long written(RecordId parcel) {
    return station.view().records().revisions(parcel).getFirst().sequence();
  }

  String officer(Fingerprint author) {
    return officers.getOrDefault(author, "");
  }

  String station(StationId id) {
    return id.equals(station.identity().station())
        ? station.state().text("stationName").orElse("")
        : station.state().parts("station." + id).flatMap(p -> p.text("name")).orElse("");
  }

  /** A package is written down right after its changes. */
  long parcel(Records.RevisionRow row) {
    if (row.station().equals(station.identity().station())) {
      return 0;
    }
    Map.Entry<Long, Long> next = parcels.higherEntry(row.sequence());
    return next == null ? 0 : next.getValue();
  }
}
