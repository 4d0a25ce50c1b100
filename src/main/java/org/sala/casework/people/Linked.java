package org.sala.casework.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Begun;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.OnePerson;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.store.PersonRows;

/** The records that are held to be of one person, over as many links as it takes. */
@BehindTheDesk
public final class Linked {
  private final Station station;
  private final OnePerson same;

  public Linked(Station station) {
    this.station = station;
    this.same = new OnePerson(station);
  }

  /**
   * Returns the other records of the person; those that are not known here are left out. Of too
   * many none is listed.
   */
  public List<PersonRows.Row> others(RecordId person) {
    return areTooMany(person) ? List.of() : others(person, Set.of());
  }

  /** Whether more records are held to be this person's than anybody has. */
  boolean areTooMany(RecordId person) {
    return same.group(person).tooMany();
  }

  /**
   * Returns the other records of the person, as if some links were not there.
   *
   * @param without records that say so
   */
  public List<PersonRows.Row> others(RecordId person, Set<RecordId> without) {
    List<PersonRows.Row> rows = new ArrayList<>();
    same.records(person, without).stream()
        .skip(1)
        .forEach(id -> station.view().people().find(id).ifPresent(rows::add));
    return rows;
  }

  /** The station that made a record; empty for a record that is not known here. */
  public Optional<StationId> origin(RecordId record) {
    return Begun.at(station, record);
  }

  /** What the station is called that made a record; empty where that is not known here. */
  public String stationName(RecordId record) {
    Optional<StationId> wrote = origin(record);
    return wrote.filter(station.identity().station()::equals).isPresent()
        ? station.state().text("stationName").orElse("")
        : wrote.map(s -> new Roster(station.state()).nameOf(s.toString())).orElse("");
  }

  boolean isFromHere(RecordId record) {
    return origin(record).filter(station.identity().station()::equals).isPresent();
  }
}
