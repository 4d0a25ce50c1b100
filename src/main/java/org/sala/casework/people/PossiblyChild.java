package org.sala.casework.people;

import java.util.List;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.domain.RecordId;

/** Says whether the rules for children hold for somebody, by all records of the same person. */
@BehindTheDesk
public final class PossiblyChild {
  private final Station station;

  public PossiblyChild(Station station) {
    this.station = station;
  }

  /** Whether somebody is under 18 or may be; nobody is who is not known here. */
  public boolean is(RecordId person) {
    return station
        .view()
        .people()
        .find(person)
        .filter(r -> new PersonLines(station).of(List.of(r)).getFirst().possiblyChild())
        .isPresent();
  }
}
