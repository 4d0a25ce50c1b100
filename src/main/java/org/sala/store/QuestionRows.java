package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;

/** What headquarters asked of which station, and how far it is. */
public final class QuestionRows {
  private final Reading sql;

  QuestionRows(Reading sql) {
    this.sql = sql;
  }

  /**
   * One question to one station.
   *
   * @param about the record that it is about
   * @param to the station, as text; whoever wrote it
   */
  public record Row(
      RecordId id,
      RecordId about,
      String to,
      long atMillis,
      Optional<Long> answeredMillis,
      Optional<Long> closedMillis) {}

  /** Returns the questions to a station that wait for its answer, the first asked first. */
  public List<Row> waiting(StationId to, int most) {
    return sql.list(
        "select * from question_row where asked = ? and answered_millis is null and closed_millis"
            + " is null order by at_millis, id fetch next ? rows only",
        QuestionRows::row,
        to.toString(),
        most);
  }

  /**
   * Returns the questions that were answered and that nobody has seen to since, the first answered
   * first.
   */
  public List<Row> answered(int most) {
    return sql.list(
        "select * from question_row where closed_millis is null and answered_millis is not null"
            + " order by answered_millis, id fetch next ? rows only",
        QuestionRows::row,
        most);
  }

  /** Everything that was asked about a record, the last first. */
  public List<Row> about(RecordId record) {
    return sql.list(
        "select * from question_row where about = ? order by at_millis desc, id desc",
        QuestionRows::row,
        record.value());
  }

  public Optional<Row> find(RecordId id) {
    return sql.first("select * from question_row where id = ?", QuestionRows::row, id.value());
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        new RecordId(r.getObject("id", UUID.class)),
        new RecordId(r.getObject("about", UUID.class)),
        r.getString("asked"),
        r.getLong("at_millis"),
        PersonRows.millis(r, "answered_millis"),
        PersonRows.millis(r, "closed_millis"));
  }
}
