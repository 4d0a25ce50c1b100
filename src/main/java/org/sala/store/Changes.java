package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sala.domain.ChangeId;
import org.sala.domain.Fingerprint;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.StationId;

/** What the view knows of changes: whose, from where, in which order they came. */
public final class Changes {
  private final Reading sql;

  Changes(Reading sql) {
    this.sql = sql;
  }

  /** A change without its pieces. */
  public record Row(
      ChangeId id,
      long sequence,
      Fingerprint author,
      StationId station,
      IncarnationId incarnation,
      long number,
      Moment time) {}

  private static final String ROW =
      "select id, seq, author, station, incarnation, number, at from change_log";

  public Optional<Row> find(ChangeId id) {
    return sql.first(ROW + " where id = ?", Changes::row, id.value());
  }

  /** All changes after a sequence, in order. */
  public List<Row> after(long sequence) {
    return sql.list(ROW + " where seq > ? order by seq", Changes::row, sequence);
  }

  /** The highest number that a station's incarnation used; 0 when none. */
  public long highestNumber(StationId station, IncarnationId incarnation) {
    return sql.number(
        "select max(number) from change_log where station = ? and incarnation = ?",
        station.value(),
        incarnation.value());
  }

  /** The change that a station's incarnation gave a number to; two of them are two copies. */
  public Optional<Row> at(StationId station, IncarnationId incarnation, long number) {
    return sql.first(
        ROW + " where station = ? and incarnation = ? and number = ?",
        Changes::row,
        station.value(),
        incarnation.value(),
        number);
  }

  /** The last change of an officer at a station. */
  public Optional<Row> lastBy(Fingerprint author, StationId station) {
    return sql.first(
        ROW + " where author = ? and station = ? order by seq desc limit 1",
        Changes::row,
        author.hex(),
        station.value());
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        new ChangeId(r.getObject(1, UUID.class)),
        r.getLong(2),
        new Fingerprint(r.getString(3)),
        new StationId(r.getObject(4, UUID.class)),
        new IncarnationId(r.getObject(5, UUID.class)),
        r.getLong(6),
        Moment.of(r.getString(7)));
  }
}
