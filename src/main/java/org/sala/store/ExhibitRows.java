package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sala.domain.ListPage;
import org.sala.domain.ListQuery;
import org.sala.domain.RecordId;

/** The list of exhibits. */
public final class ExhibitRows implements NumberedRows {
  private static final Listing.Shape SHAPE =
      new Listing.Shape(
          "exhibit",
          "exhibit_row",
          Map.of(
              "changed", "changed_millis",
              "number", "number",
              "title", "title_key",
              "taken", "taken_millis"),
          "changed_millis");

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

  public ListPage<Row> page(ListQuery q) {
    return new Listing<>(sql, SHAPE, ExhibitRows::row).page(q);
  }

  /** How many there are; where something was typed, counted no further than asked. */
  public int count(String filter, int most) {
    return new Listing<>(sql, SHAPE, ExhibitRows::row).count(filter, most);
  }

  /** Returns the exhibits of a case by their numbers. */
  public List<Row> inCase(RecordId caseId) {
    return sql.list(
        "select * from exhibit_row where case_id = ? order by number, id",
        ExhibitRows::row,
        caseId.value());
  }

  public int countIn(RecordId caseId) {
    return (int) sql.number("select count(*) from exhibit_row where case_id = ?", caseId.value());
  }

  public Optional<Row> find(RecordId id) {
    return sql.first("select * from exhibit_row where id = ?", ExhibitRows::row, id.value());
  }

  @Override
  public long highestNumber(String start) {
    return new Numbered(sql, "exhibit_row", "number").highest(start);
  }

  @Override
  public List<Long> numbers(String start) {
    return new Numbered(sql, "exhibit_row", "number").all(start);
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        new RecordId(r.getObject("id", UUID.class)),
        new RecordId(r.getObject("case_id", UUID.class)),
        r.getString("number"),
        r.getString("title"),
        Optional.ofNullable(r.getObject("taken_millis", Long.class)),
        r.getString("digest"),
        r.getLong("size"),
        r.getString("file_name"),
        r.getString("type"),
        r.getInt("custody"),
        r.getString("last_event"),
        r.getInt("disputes"),
        r.getLong("changed_millis"));
  }
}
