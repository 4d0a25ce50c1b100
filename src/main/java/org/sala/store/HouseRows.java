package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.domain.RecordId;

/** Who stays in a house, and which two of them have to do with each other. */
public final class HouseRows {
  private final Reading sql;

  HouseRows(Reading sql) {
    this.sql = sql;
  }

  /** How one stay stands, as far as that is open. */
  public record Stay(
      RecordId id, RecordId person, String state, Optional<Long> beganMillis, boolean ended) {}

  /**
   * Two people.
   *
   * @param how what they have to do with each other
   * @param ended somebody wrote that it is over
   * @param agreed somebody wrote that they agree with what takes protection away
   */
  public record Pair(
      RecordId id, RecordId person, RecordId other, String how, boolean ended, boolean agreed) {}

  /** Stays that have not ended, the first begun first. */
  public List<Stay> open(int most) {
    return sql.list(
        "select * from stay_row where ended_millis is null order by began_millis, id fetch next ?"
            + " rows only",
        HouseRows::stay,
        most);
  }

  /** The last stay of a person, ended or not. */
  public Optional<Stay> last(RecordId person) {
    return sql.first(
        "select * from stay_row where person = ? order by began_millis desc, id desc fetch next 1"
            + " rows only",
        HouseRows::stay,
        person.value());
  }

  public Optional<Stay> stay(RecordId id) {
    return sql.first("select * from stay_row where id = ?", HouseRows::stay, id.value());
  }

  /** Whether anybody ever stayed. */
  public boolean any() {
    return sql.number("select count(*) from (select 1 from stay_row fetch next 1 rows only) s") > 0;
  }

  /** People who have arrived and never stayed anywhere, the last arrived first. */
  public List<RecordId> withoutStay(int most) {
    return sql.list(
        "select p.id from person_row p where p.arrived_millis is not null and not exists (select 1"
            + " from stay_row s where s.person = p.id) order by p.arrived_millis desc, p.id fetch"
            + " next ? rows only",
        r -> new RecordId(r.getObject(1, UUID.class)),
        most);
  }

  /** Returns the pairs that any of these people are in. */
  public List<Pair> pairs(Set<RecordId> people) {
    return people.isEmpty()
        ? List.of()
        : sql.list(
            "select * from pair_row where other is not null and (person = any(?) or other ="
                + " any(?)) order by id",
            HouseRows::pair,
            (Object) Slice.uuids(people),
            (Object) Slice.uuids(people));
  }

  public Optional<Pair> pair(RecordId id) {
    return sql.first(
        "select * from pair_row where id = ? and other is not null", HouseRows::pair, id.value());
  }

  private static Stay stay(ResultSet r) throws SQLException {
    return new Stay(
        id(r, "id"),
        id(r, "person"),
        r.getString("state"),
        PersonRows.millis(r, "began_millis"),
        PersonRows.millis(r, "ended_millis").isPresent());
  }

  private static Pair pair(ResultSet r) throws SQLException {
    return new Pair(
        id(r, "id"),
        id(r, "person"),
        id(r, "other"),
        r.getString("how"),
        PersonRows.millis(r, "ended_millis").isPresent(),
        r.getBoolean("agreed"));
  }

  private static RecordId id(ResultSet r, String column) throws SQLException {
    @Nullable UUID id = r.getObject(column, UUID.class);
    return new RecordId(java.util.Objects.requireNonNull(id));
  }
}
