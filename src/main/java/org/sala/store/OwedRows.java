package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.ChangeId;
import org.sala.domain.StationId;

/**
 * Finds what headquarters owes its stations: one question each for all of them, for there may be a
 * hundred. Changes are in the order in which they came.
 */
public final class OwedRows {
  private final Reading sql;

  OwedRows(Reading sql) {
    this.sql = sql;
  }

  /** Changes by which something was decided, by the stations that have written to its records. */
  public Map<StationId, List<ChangeId>> decided() {
    return byStation(
        "select v.change, c.station from record r join revision v on v.record = r.id join reference"
            + " f on f.record = r.id and f.name = 'record' join revision w on w.record = f.target"
            + " join change_log c on c.id = w.change where r.kind = 'decision' group by v.seq,"
            + " v.change, c.station order by v.seq");
  }

  /**
   * Changes of this headquarters that stations brought back to it after a restore, by the stations
   * that have written to the same records. Of a decision a station had got its own part alone, so
   * that nothing says any more that it was one.
   *
   * @param ruled kinds of records that go by rules of their own
   */
  public Map<StationId, List<ChangeId>> cameBack(StationId headquarters, Collection<String> ruled) {
    return byStation(
        "select c.id, d.station from change_log c join revision v on v.change = c.id join record k"
            + " on k.id = v.record join revision w on w.record = v.record join change_log d on d.id"
            + " = w.change where c.station = ? and k.kind <> all(?) and exists (select 1 from sent"
            + " s join parcel_row p on p.id = s.parcel where s.change = c.id and not p.outgoing)"
            + " group by c.seq, c.id, d.station order by c.seq",
        headquarters.value(),
        ruled.toArray(new String[0]));
  }

  /**
   * Changes of this headquarters that say of two records whether they are one person's, by the
   * stations that have written to both. What a third station has said as well goes to nobody, for
   * its officers are not known there; headquarters' own word goes on top of it all the same.
   */
  public Map<StationId, List<ChangeId>> linked(StationId headquarters) {
    return byStation(
        "select v.change, x.station from record r join revision v on v.record = r.id join"
            + " change_log c on c.id = v.change join (select f.record, d.station from record k join"
            + " reference f on f.record = k.id and f.name in ('one', 'other') join revision w on"
            + " w.record = f.target join change_log d on d.id = w.change where k.kind ="
            + " 'sameperson' group by f.record, d.station having count(distinct f.name) = 2) x on"
            + " x.record = r.id where r.kind = 'sameperson' and c.station = ? order by v.seq",
        headquarters.value());
  }

  /** Changes by which this headquarters asks, by the stations that are asked. */
  public Map<StationId, List<ChangeId>> asked(StationId headquarters) {
    return byPeer(
        "select v.change, q.asked from question_row q join revision v on v.record = q.id join"
            + " change_log c on c.id = v.change where c.station = ? order by v.seq",
        headquarters.value());
  }

  /** Changes with an answer whose package was set aside before it left, by who was answered. */
  public Map<StationId, List<ChangeId>> answersSetAside() {
    return byPeer(
        "select s.change, p.peer from parcel_row p join sent s on s.parcel = p.id join revision v"
            + " on v.change = s.change join record k on k.id = v.record where p.outgoing and"
            + " p.state = 'SET_ASIDE' and not p.carried and k.kind = 'receipt' group by p.peer,"
            + " s.change order by p.peer, s.change");
  }

  /** Changes by which this headquarters tells all stations something. */
  public List<ChangeId> toldAll(StationId headquarters) {
    return sql.list(
        "select v.change from record r join revision v on v.record = r.id join change_log c on"
            + " c.id = v.change where r.kind = 'bulletin' and c.station = ? order by v.seq",
        OwedRows::change,
        headquarters.value());
  }

  /**
   * Returns which of the changes somebody has, or is being sent, by whom; as {@link
   * SentRows#unsettled} has it where there is one workspace alone.
   *
   * @param way when what left and was never told as received may be on its way
   */
  public Map<String, Set<ChangeId>> settled(Collection<ChangeId> changes, SentRows.OnTheWay way) {
    Map<String, Set<ChangeId>> settled = new HashMap<>();
    sql.listAny(
            "select s.change, p.peer from "
                + Dialect.GIVEN
                + " join sent s on s.change = given.id join parcel_row p on p.id = s.parcel join"
                + " record m on m.id = p.id where p.outgoing and (p.state = 'RECEIVED' or (p.state"
                + " <> 'SET_ASIDE' and (p.state = 'SEALED' or m.changed_millis > ? and"
                + " m.changed_millis <= ?) and p.sequence"
                + " > (select coalesce(max(l.sequence), 0) from parcel_row l where l.outgoing and"
                + " l.peer = p.peer and l.state = 'RECEIVED')))",
            r -> Map.entry(change(r), r.getString(2)),
            changes.stream().map(ChangeId::value).toArray(UUID[]::new),
            way.afterMillis(),
            way.upToMillis())
        .forEach(
            e -> settled.computeIfAbsent(e.getValue(), any -> new HashSet<>()).add(e.getKey()));
    return settled;
  }

  private Map<StationId, List<ChangeId>> byPeer(String question, Object... values) {
    Map<StationId, List<ChangeId>> all = new LinkedHashMap<>();
    sql.list(question, r -> Map.entry(change(r), r.getString(2)), values)
        .forEach(
            e ->
                StationId.read(e.getValue())
                    .ifPresent(
                        to -> all.computeIfAbsent(to, any -> new ArrayList<>()).add(e.getKey())));
    return all;
  }

  private Map<StationId, List<ChangeId>> byStation(String question, Object... values) {
    Map<StationId, List<ChangeId>> all = new LinkedHashMap<>();
    sql.list(question, r -> Map.entry(change(r), new StationId(r.getObject(2, UUID.class))), values)
        .forEach(e -> all.computeIfAbsent(e.getValue(), any -> new ArrayList<>()).add(e.getKey()));
    return all;
  }

  private static ChangeId change(ResultSet row) throws SQLException {
    return new ChangeId(row.getObject(1, UUID.class));
  }
}
