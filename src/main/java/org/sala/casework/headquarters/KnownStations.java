package org.sala.casework.headquarters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sala.casework.keys.HeldLists;
import org.sala.casework.keys.Renewals;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Supervision;
import org.sala.domain.Fingerprint;
import org.sala.domain.Moment;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/** What headquarters knows of its stations: their officers, and what came of them. */
final class KnownStations {
  private final Station station;
  private final Roster roster;

  KnownStations(Station station) {
    this.station = station;
    this.roster = new Roster(station.state());
  }

  List<Headquarters.Known> all() {
    List<Roster.Issued> issued = roster.issued();
    Map<String, Sent> sent = Sent.byStation(station);
    HeldLists held = new HeldLists(station);
    List<Headquarters.Known> known = new ArrayList<>();
    for (String id : station.state().texts("stations")) {
      Value.Parts p = station.state().parts("station." + id).orElseThrow();
      Sent theirs = sent.getOrDefault(id, Sent.NOTHING);
      known.add(
          new Headquarters.Known(
              StationId.of(id),
              p.text("name").orElse(""),
              p.text("letter").orElse(""),
              p.text("casePrefix").orElse(""),
              certified(issued, StationId.of(id)),
              theirs.lastMillis().map(this::moment),
              theirs.lastNumber(),
              theirs.missing(),
              theirs.waiting(),
              theirs.anewMillis().map(this::moment),
              held.of(StationId.of(id))));
    }
    return known;
  }

  private Moment moment(long millis) {
    return new Moment(Instant.ofEpochMilli(millis), station.clock().getZone());
  }

  List<Gap> gaps(StationId of) {
    List<Gap> gaps = new ArrayList<>();
    station.view().arrivals().numbers(of).values().forEach(n -> Gap.among(n, gaps));
    return gaps;
  }

  /** The last certificate of each officer of a station. */
  List<Headquarters.Certified> certified(StationId of) {
    return certified(roster.issued(), of);
  }

  private List<Headquarters.Certified> certified(List<Roster.Issued> issued, StationId of) {
    List<String> revoked = roster.revoked();
    return Renewals.latest(issued).stream()
        .filter(i -> i.station().equals(of))
        .map(Roster.Issued::certificate)
        .map(
            c ->
                new Headquarters.Certified(
                    new Fingerprint(c.key().fingerprint()),
                    c.number(),
                    c.serial(),
                    c.from(),
                    c.until(),
                    revoked.contains(c.serial()),
                    Renewals.due(c, station.now().instant()),
                    Renewals.isEarly(c, station.now().instant()),
                    c.role().equals(Supervision.SUPERVISOR)))
        .toList();
  }
}
