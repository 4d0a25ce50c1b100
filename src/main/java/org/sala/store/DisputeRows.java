package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sala.domain.RecordId;

/** Finds what differs: fields of records that have several values, and protected parts. */
public final class DisputeRows {
  private final Reading sql;

  DisputeRows(Reading sql) {
    this.sql = sql;
  }

  /** What differs of some records: see {@link Dispute}. */
  public List<Dispute> of(Collection<RecordId> ids) {
    return sql.listAny(
        "select r.id, r.kind, d.name from dispute d join record r on r.id = d.record where d.record"
            + " = any(?)",
        DisputeRows::dispute,
        (Object) Slice.uuids(ids));
  }

  /**
   * A field of a record that has several values, or the record's protected part.
   *
   * @param name of the field; empty where fields of the protected part do, of which the view names
   *     none
   */
  public record Dispute(RecordId record, String kind, String name) {
    public boolean isProtected() {
      return name.equals(Slice.PROTECTED_PART);
    }
  }

  /**
   * Returns all fields of which versions differ, those of the record that was changed last first.
   */
  public List<Dispute> all() {
    return sql.list(
        "select r.id, r.kind, d.name from dispute d join record r on r.id = d.record order by"
            + " r.changed_millis desc, r.id, d.name",
        DisputeRows::dispute);
  }

  /** Whether versions of a record's protected part differ; what differs the view does not hold. */
  public boolean isApart(RecordId id) {
    return of(List.of(id)).stream().anyMatch(Dispute::isProtected);
  }

  private static Dispute dispute(ResultSet r) throws SQLException {
    return new Dispute(new RecordId(r.getObject(1, UUID.class)), r.getString(2), r.getString(3));
  }
}
