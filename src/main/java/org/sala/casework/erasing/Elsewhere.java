package org.sala.casework.erasing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.ErasedAtStations;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.store.Records;

/**
 * At headquarters: what a station has erased and what still stands here. Headquarters has reasons
 * of its own to keep or to erase, so nothing happens by itself; it is told until somebody has
 * decided.
 */
public final class Elsewhere {
  private final Station station;
  private final ErasedAtStations heard;

  public Elsewhere(Station station) {
    this.station = station;
    this.heard = new ErasedAtStations(station);
  }

  /**
   * A person or a case that a station has erased.
   *
   * @param kind {@code person} or {@code case}
   * @param stationName which station; empty for one without a name
   * @param why why it did; empty where it does not say
   */
  public record One(
      RecordId about,
      String kind,
      String number,
      String stationName,
      Optional<Erasures.Why> why,
      Moment at) {
    public boolean isPerson() {
      return kind.equals(Kinds.PERSON.key());
    }

    @Override
    public String toString() {
      return "One[" + kind + "]";
    }
  }

  /** What nobody here has decided on yet. */
  public List<One> undecided() {
    List<One> all = new ArrayList<>();
    for (ErasedAtStations.One h : heard.all()) {
      station
          .view()
          .records()
          .find(h.about())
          .filter(r -> !h.settled())
          .ifPresent(r -> all.add(one(h, r)));
    }
    return all;
  }

  private One one(ErasedAtStations.One h, Records.Row row) {
    boolean person = row.kind().equals(Kinds.PERSON.key());
    return new One(
        h.about(),
        row.kind(),
        Stored.number(station, h.about(), person ? "wristband" : "number"),
        new Roster(station.state()).nameOf(h.by().toString()),
        Erasures.Why.of(h.why()),
        h.at());
  }

  /**
   * It stays here, whichever station has erased it.
   *
   * @throws CaseworkFault {@code NOT_FOUND} where no station has
   */
  public void stays(RecordId about) {
    List<ErasedAtStations.One> these =
        heard.all().stream().filter(h -> h.about().equals(about)).toList();
    if (these.isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    these.forEach(heard::settle);
  }
}
