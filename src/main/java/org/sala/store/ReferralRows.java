package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sala.domain.RecordId;

/** The lists of referrals. */
public final class ReferralRows {
  private final Reading sql;

  ReferralRows(Reading sql) {
    this.sql = sql;
  }

  /** How far one referral is. */
  public record Row(
      RecordId id,
      RecordId person,
      String state,
      Optional<Long> sentMillis,
      Optional<Long> dueMillis,
      String slip,
      long changedMillis) {}

  /** The referrals of a person, the last sent first. */
  public List<Row> of(RecordId person) {
    return sql.list(
        "select * from referral_row where person = ? order by sent_millis desc, id",
        ReferralRows::row,
        person.value());
  }

  public Optional<Row> find(RecordId id) {
    return sql.first("select * from referral_row where id = ?", ReferralRows::row, id.value());
  }

  /** The referral whose return slip has that number. */
  public Optional<Row> bySlip(String slip) {
    return sql.first(
        "select * from referral_row where slip = ? order by id fetch next 1 rows only",
        ReferralRows::row,
        slip);
  }

  /** Returns the referrals in a state whose time ran out before then, the longest overdue first. */
  public List<Row> due(String state, long beforeMillis, int most) {
    return sql.list(
        "select * from referral_row where state = ? and due_millis < ? order by due_millis, id"
            + " fetch next ? rows only",
        ReferralRows::row,
        state,
        beforeMillis,
        most);
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        new RecordId(r.getObject("id", UUID.class)),
        new RecordId(r.getObject("person", UUID.class)),
        r.getString("state"),
        PersonRows.millis(r, "sent_millis"),
        PersonRows.millis(r, "due_millis"),
        r.getString("slip"),
        r.getLong("changed_millis"));
  }
}
