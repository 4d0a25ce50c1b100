package org.sala.casework.station;

import java.util.List;
import java.util.Optional;
import org.sala.domain.Fingerprint;
import org.sala.domain.Maker;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.store.Records;

/**
 * Who began a record: an officer of the station that made it. What came here first may be what
 * another hand has put on top of it; where nothing of its maker is here, that is all there is.
 */
@BehindTheDesk
public final class Begun {
  private Begun() {}

  /** The officer; empty for a record that is not known here. */
  public static Optional<Fingerprint> by(Station station, RecordId record) {
    return row(station, record).map(Records.RevisionRow::author);
  }

  /** The station. */
  public static Optional<StationId> at(Station station, RecordId record) {
    return row(station, record).map(Records.RevisionRow::station);
  }

  /** The revision by which it was begun. */
  public static Optional<Records.RevisionRow> row(Station station, RecordId record) {
    List<Records.RevisionRow> all = station.view().records().revisions(record);
    return all.stream()
        .filter(r -> Maker.is(r.station(), record))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }
}
