package org.sala.casework.joining;

import java.util.HashMap;
import java.util.Map;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.domain.Fingerprint;
import org.sala.domain.StationId;
import org.sala.store.Records;

/** Who wrote a version, at which station, and which package brought it. */
final class Provenance {
  private final Station station;
  private final Roster roster;
  private final Map<Fingerprint, String> officers = new HashMap<>();

  Provenance(Station station) {
    this.station = station;
    this.roster = new Roster(station.state());
    roster.issued().forEach(i -> officers.put(i.key(), i.certificate().number()));
  }

  String officer(Fingerprint author) {
    return officers.getOrDefault(author, "");
  }

  String station(StationId id) {
    return id.equals(station.identity().station())
        ? station.state().text("stationName").orElse("")
        : roster.nameOf(id.toString());
  }

  /** The number of the package; 0 where the version was written here. */
  long parcel(Records.RevisionRow row) {
    return row.station().equals(station.identity().station())
        ? 0
        : station.view().sent().broughtBy(row.station(), row.sequence()).orElse(0);
  }
}
