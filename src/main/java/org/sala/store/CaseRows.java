package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sala.domain.ListPage;
import org.sala.domain.ListQuery;
import org.sala.domain.RecordId;

/** The list of cases. */
public final class CaseRows implements NumberedRows {
  private static final Listing.Shape SHAPE =
      new Listing.Shape(
          "case",
          "case_row",
          Map.of(
              "changed", "changed_millis",
              "number", "number",
              "title", "title_key",
              "status", "status"),
          "changed_millis");

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

  public ListPage<Row> page(ListQuery q) {
    return new Listing<>(sql, SHAPE, CaseRows::row).page(q);
  }

  /** How many there are; where something was typed, counted no further than asked. */
  public int count(String filter, int most) {
    return new Listing<>(sql, SHAPE, CaseRows::row).count(filter, most);
  }

  public Optional<Row> find(RecordId id) {
    return sql.first("select * from case_row where id = ?", CaseRows::row, id.value());
  }

  /** The cases that some people have a part in, by number. */
  public List<Row> ofPeople(Collection<RecordId> people) {
    return sql.list(
        "select * from case_row where id in (select c.target from "
            + Dialect.GIVEN
            + " join reference p on p.target = given.id and p.name = 'person' join reference c on"
            + " c.record = p.record and c.name = 'case' join record r on r.id = p.record and r.kind"
            + " = 'involvement') order by number, id",
        CaseRows::row,
        (Object) Slice.uuids(people));
  }

  @Override
  public long highestNumber(String start) {
    return new Numbered(sql, "case_row", "number").highest(start);
  }

  @Override
  public List<Long> numbers(String start) {
    return new Numbered(sql, "case_row", "number").all(start);
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        new RecordId(r.getObject("id", UUID.class)),
        r.getString("number"),
        r.getString("title"),
        r.getString("status"),
        r.getString("sensitivity"),
        r.getString("place"),
        r.getInt("people"),
        r.getInt("disputes"),
        r.getLong("changed_millis"));
  }
}
