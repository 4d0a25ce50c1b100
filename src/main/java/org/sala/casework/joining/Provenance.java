package org.sala.casework.joining;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.domain.Fingerprint;
import org.sala.domain.StationId;
import org.sala.store.Records;
import org.sala.store.SentRows;

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

  /** The package that brought a version; none where it was written here. */
  Optional<SentRows.Bringing> parcel(Records.RevisionRow row) {
    return row.station().equals(station.identity().station())
        ? Optional.empty()
        : station.view().sent().broughtBy(row.change(), row.station(), row.sequence());
  }

  /** The name of the station that brought what another one wrote; empty where each sent its own. */
  String carrier(Records.RevisionRow row) {
    return parcel(row)
        .map(SentRows.Bringing::station)
        .filter(by -> !by.equals(row.station()))
        .map(this::station)
        .orElse("");
  }
}
