package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sala.domain.RecordId;

/** The lists of filled forms. */
public final class FilledRows {
  private final Reading sql;

  FilledRows(Reading sql) {
    this.sql = sql;
  }

  /**
   * One filled form in a list.
   *
   * @param form the id of its catalogue or form
   * @param recallMillis until when money that was sent may still be called back
   * @param told whether somebody who can call it back was told
   */
  public record Row(
      RecordId id,
      RecordId person,
      String form,
      Optional<Long> beganMillis,
      Optional<Long> closedMillis,
      Optional<Long> recallMillis,
      boolean told,
      int disputes,
      long changedMillis) {}

  public Optional<Row> find(RecordId id) {
    return sql.first("select * from filled_row where id = ?", FilledRows::row, id.value());
  }

  /** The forms of a person, the first begun first. */
  public List<Row> of(RecordId person) {
    return sql.list(
        "select * from filled_row where person = ? order by began_millis, id",
        FilledRows::row,
        person.value());
  }

  /** The forms of the people in a case, the last begun first. */
  public List<Row> inCase(RecordId caseId) {
    return sql.list(
        "select * from filled_row where person in (select t.target from reference t join"
            + " reference c on c.record = t.record and c.name = 'case' and c.target = ? join record"
            + " r on r.id = t.record and r.kind = 'involvement' where t.name = 'person') order by"
            + " began_millis desc, id",
        FilledRows::row,
        caseId.value());
  }

  /**
   * Returns the forms where money may still be called back and nobody was told, the most urgent
   * first.
   */
  public List<Row> toCallBack(long nowMillis, int most) {
    return sql.list(
        "select * from filled_row where not told and recall_millis > ? order by recall_millis, id"
            + " fetch next ? rows only",
        FilledRows::row,
        nowMillis,
        most);
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        new RecordId(r.getObject("id", UUID.class)),
        new RecordId(r.getObject("person", UUID.class)),
        r.getString("form"),
        PersonRows.millis(r, "began_millis"),
        PersonRows.millis(r, "closed_millis"),
        PersonRows.millis(r, "recall_millis"),
        r.getBoolean("told"),
        r.getInt("disputes"),
        r.getLong("changed_millis"));
  }
}
