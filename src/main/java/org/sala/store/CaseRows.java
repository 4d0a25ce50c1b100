package org.sala.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sala.domain.RecordId;

/** The list of cases. */
public final class CaseRows {
  private static final Map<String, String> SORTS =
      Map.of(
          "changed", "changed_millis",
          "number", "number",
          "title", "title_key",
          "status", "status");
  private static final String WHERE =
      " from case_row where (? = '' or id in (select record from word where word >= ? and word <"
          + " ?))";

  private final Reading sql;

  CaseRows(Reading sql) {
    this.sql = sql;
  }

  /** One case in a list. */
  public record Row(
      RecordId id,
      String number,
      String title,
      String status,
      String sensitivity,
      String place,
      int people,
      int disputes,
      long changedMillis) {
    @Override
    public String toString() {
      return "CaseRow[" + id + "]";
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
        CaseRows::row,
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

  public Optional<Row> find(RecordId id) {
    return sql.first(COLUMNS + " from case_row where id = ?", CaseRows::row, id.value());
  }

  private static final String COLUMNS =
      "select id, number, title, status, sensitivity, place, people, disputes, changed_millis";

  private static Row row(java.sql.ResultSet r) throws java.sql.SQLException {
    return new Row(
        new RecordId(r.getObject(1, UUID.class)),
        r.getString(2),
        r.getString(3),
        r.getString(4),
        r.getString(5),
        r.getString(6),
        r.getInt(7),
        r.getInt(8),
        r.getLong(9));
  }
}
