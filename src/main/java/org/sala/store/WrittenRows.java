package org.sala.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.journal.Position;
import org.sala.merge.Written;

/**
 * Reads the open revisions of a record, and who wrote each, where fields alone do not say enough.
 */
final class WrittenRows {
  private final Sql sql;
  private final Backing from;

  WrittenRows(Sql sql, Backing from) {
    this.sql = sql;
    this.from = from;
  }

  /** Where a revision lies, and whose it is. */
  record Row(
      String id, Position at, StationId station, Fingerprint author, long millis, long sequence) {
    Written written(Revision body) {
      return new Written(body, station, author, Instant.ofEpochMilli(millis));
    }
  }

  /** Returns all revisions of one of a record's compartments that the view knows. */
  static List<Row> stored(Sql sql, RecordId record, Compartment compartment) {
    return sql.list(
        "select v.id, v.segment, v.place, c.station, c.author, c.millis, v.seq from revision v join"
            + " change_log c on c.id = v.change where v.record = ? and v.protection = ?",
        r ->
            new Row(
                r.getString(1),
                new Position(r.getInt(2), r.getLong(3)),
                new StationId(r.getObject(4, UUID.class)),
                new Fingerprint(r.getString(5)),
                r.getLong(6),
                r.getLong(7)),
        record.value(),
        compartment == Compartment.PROTECTION);
  }

  /** Stations whose word ends what others have said. */
  Set<StationId> answering() {
    return from.answering().get();
  }

  /**
   * Returns all revisions that name the record's home; only after the slice's own rows are written.
   */
  List<Written> of(Slice slice, RecordId record) {
    Map<String, Revision> coming = new HashMap<>();
    Slice.Touched touched = slice.find(record);
    if (touched != null) {
      touched.incoming.forEach(in -> coming.put(in.revision().id().hex(), in.revision()));
    }
    List<Written> written = new ArrayList<>();
    stored(sql, record, Compartment.INVESTIGATION)
        .forEach(
            row ->
                Optional.ofNullable(coming.get(row.id()))
                    .or(() -> from.bodies().apply(row.at()))
                    .filter(r -> r.compartment() == Compartment.INVESTIGATION)
                    .filter(r -> touched == null || touched.home.has(r))
                    .ifPresent(r -> written.add(row.written(r))));
    return written;
  }
}
