package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sala.domain.RecordId;

/** The lists of screenings. */
public final class ScreeningRows {
  private final Reading sql;

  ScreeningRows(Reading sql) {
    this.sql = sql;
  }

  /**
   * One screening in a list.
   *
   * @param sections parts of the form that have an answer
   * @param result as it was when the screening was closed; empty before
   */
  public record Row(
      RecordId id,
      RecordId person,
      String form,
      String version,
      String state,
      Optional<Long> beganMillis,
      Optional<Long> closedMillis,
      int sections,
      String result,
      int disputes,
      long changedMillis) {}

  public Optional<Row> find(RecordId id) {
    return sql.first("select * from screening_row where id = ?", ScreeningRows::row, id.value());
  }

  /** The screenings of a person, the first begun first. */
  public List<Row> of(RecordId person) {
    return sql.list(
        "select * from screening_row where person = ? order by began_millis, id",
        ScreeningRows::row,
        person.value());
  }

  /** Returns the screenings in a state, the first begun first. */
  public List<Row> in(String state, int most) {
    return sql.list(
        "select * from screening_row where state = ? order by began_millis, id fetch next ? rows"
            + " only",
        ScreeningRows::row,
        state,
        most);
  }

  /** Returns how many are in one of these states. */
  public int count(List<String> states) {
    return (int)
        sql.number(
            "select count(*) from screening_row where state = any(?)",
            (Object) states.toArray(new String[0]));
  }

  /** The screenings of the people in a case, the last begun first. */
  public List<Row> inCase(RecordId caseId) {
    return sql.list(
        "select * from screening_row where person in (select t.target from reference t join"
            + " reference c on c.record = t.record and c.name = 'case' and c.target = ? join record"
            + " r on r.id = t.record and r.kind = 'involvement' where t.name = 'person') order by"
            + " began_millis desc, id",
        ScreeningRows::row,
        caseId.value());
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        new RecordId(r.getObject("id", UUID.class)),
        new RecordId(r.getObject("person", UUID.class)),
        r.getString("form"),
        r.getString("version"),
        r.getString("state"),
        PersonRows.millis(r, "began_millis"),
        PersonRows.millis(r, "closed_millis"),
        r.getInt("sections"),
        r.getString("result"),
        r.getInt("disputes"),
        r.getLong("changed_millis"));
  }
}
