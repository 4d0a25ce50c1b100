package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sala.domain.RecordId;

/** The list of exhibits. */
public final class ExhibitRows {
  private static final Map<String, String> SORTS =
      Map.of(
          "changed", "changed_millis",
          "number", "number",
          "title", "title_key",
          "taken", "taken_millis",
          "size", "size");
  private static final String WHERE =
      " from exhibit_row where (? = '' or id in (select record from word where word >= ? and word <"
          + " ?))";

  private final Reading sql;

  ExhibitRows(Reading sql) {
    this.sql = sql;
  }

  /**
   * One exhibit in a list.
   *
   * @param digest of its file; empty when it has none
   */
  public record Row(
      RecordId id,
      RecordId caseId,
      String number,
      String title,
      Optional<Long> takenMillis,
      String digest,
      long size,
      String fileName,
      String type,
      int custody,
      String lastEvent,
      int disputes,
      long changedMillis) {
    @Override
    public String toString() {
      return "ExhibitRow[" + id + "]";
    }
  }

  public List<Row> list(ListQuery q) {
    String start = Folding.fold(q.filter());
    String way = q.descending() ? " desc" : "";
    return sql.list(
        COLUMNS
            + WHERE
            + " order by "
            + SORTS.getOrDefault(q.sort(), "changed_millis")
            + way
            + ", id"
            + way
            + " offset ? rows fetch next ? rows only",
        ExhibitRows::row,
        start,
        start,
        start + "\uffff",
        q.offset(),
        q.limit());
  }

  public int count(String filter) {
    String start = Folding.fold(filter);
    return (int) sql.number("select count(*)" + WHERE, start, start, start + "\uffff");
  }

  /** The exhibits of a case by their numbers. */
  public List<Row> inCase(RecordId caseId) {
    return sql.list(
        COLUMNS + " from exhibit_row where case_id = ? order by number, id",
        ExhibitRows::row,
        caseId.value());
  }

  public int countIn(RecordId caseId) {
    return (int) sql.number("select count(*) from exhibit_row where case_id = ?", caseId.value());
  }

  public Optional<Row> find(RecordId id) {
    return sql.first(COLUMNS + " from exhibit_row where id = ?", ExhibitRows::row, id.value());
  }

  /** Numbers that begin so. */
  public List<String> numbers(String start) {
    return sql.list(
        "select number from exhibit_row where number >= ? and number < ?",
        r -> r.getString(1),
        start,
        start + "\uffff");
  }

  private static final String COLUMNS =
      "select id, case_id, number, title, taken_millis, digest, size, file_name, type, custody,"
          + " last_event, disputes, changed_millis";

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        new RecordId(r.getObject(1, UUID.class)),
        new RecordId(r.getObject(2, UUID.class)),
        r.getString(3),
        r.getString(4),
        Optional.ofNullable(r.getObject(5, Long.class)),
        r.getString(6),
        r.getLong(7),
        r.getString(8),
        r.getString(9),
        r.getInt(10),
        r.getString(11),
        r.getInt(12),
        r.getLong(13));
  }
}
