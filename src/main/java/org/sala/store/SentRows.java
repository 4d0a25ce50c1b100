package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.ChangeId;
import org.sala.domain.IncarnationId;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;

/** Finds which changes left in which packages, and what became of them. */
public final class SentRows {
  static final String HELD = "HELD";
  static final String REFUSED = "REFUSED";

  /** Headquarters has it beside what somebody else wrote, and people have to decide. */
  public static final String WAITING = "WAITING";

  /** Headquarters has it, put together with what somebody else wrote. */
  public static final String JOINED = "JOINED";

  /**
   * The change came in a package that its station did not seal, or that waited for people first.
   */
  static final String BROUGHT = "BROUGHT";

  /** The outcome of a change that headquarters sent here: headquarters has it. */
  static final String GIVEN_BACK = "RECEIVED";

  private final Reading sql;

  SentRows(Reading sql) {
    this.sql = sql;
  }

  /**
   * When what left may still be on its way. What is said to have left later than that left by a
   * clock that was wrong: nobody knows when, and it counts as lost.
   *
   * @param afterMillis what left at that moment or before is on no way any more
   * @param upToMillis what can have left by now
   */
  public record OnTheWay(long afterMillis, long upToMillis) {}

  /** A package that went to somebody: its number, and the digest that the next one names. */
  public record Last(long sequence, String digest) {}

  /**
   * The states that changes are in, one for each package that each of them left in.
   *
   * @param to whom packages went that count; nothing for all
   */
  public Map<ChangeId, List<String>> states(Collection<ChangeId> changes, String to) {
    Map<ChangeId, List<String>> states = new HashMap<>();
    sql.listAny(
        "select s.change, case when s.outcome = '' then p.state else s.outcome end from sent s join"
            + " parcel_row p on p.id = s.parcel where s.change = any(?) and s.outcome <> 'BROUGHT'"
            + " and (not p.outgoing or ? in ('', p.peer))",
        r ->
            states
                .computeIfAbsent(new ChangeId(r.getObject(1, UUID.class)), any -> new ArrayList<>())
                .add(r.getString(2)),
        changes.stream().map(ChangeId::value).toArray(UUID[]::new),
        to);
    return states;
  }

  /** Packages that were sealed here with one of these changes in it. */
  public List<RecordId> holding(Collection<ChangeId> changes) {
    return sql.listAny(
        "select distinct p.id from sent s join parcel_row p on p.id = s.parcel where p.outgoing and"
            + " s.change = any(?) order by p.id",
        r -> new RecordId(r.getObject(1, UUID.class)),
        (Object) changes.stream().map(ChangeId::value).toArray(UUID[]::new));
  }

  /** Returns all changes in packages that are in one of these states, or came back in one. */
  public Set<ChangeId> in(Collection<String> packageStates) {
    return new HashSet<>(
        sql.list(
            "select s.change from parcel_row p join sent s on s.parcel = p.id where case when"
                + " p.outgoing then p.state else s.outcome end = any(?)",
            r -> new ChangeId(r.getObject(1, UUID.class)),
            (Object) packageStates.toArray(new String[0])));
  }

  /** Returns those of the changes that left here in a package that is in one of these states. */
  public Set<ChangeId> sentIn(Collection<String> packageStates, Collection<ChangeId> changes) {
    return new HashSet<>(
        sql.listAny(
            "select s.change from parcel_row p join sent s on s.parcel = p.id where p.outgoing and"
                + " s.change = any(?) and p.state = any(?)",
            r -> new ChangeId(r.getObject(1, UUID.class)),
            changes.stream().map(ChangeId::value).toArray(UUID[]::new),
            packageStates.toArray(new String[0])));
  }

  /**
   * Whether somebody was told anything under other numbers than these: in a package that was told
   * as received, or that may still be on its way.
   *
   * @param before incarnations that do not count
   * @param way when what left may be on its way
   */
  public boolean toldSince(String peer, Collection<IncarnationId> before, OnTheWay way) {
    return sql.first(
            "select 1 from parcel_row p join record m on m.id = p.id where p.outgoing and p.peer ="
                + " ? and (p.state = 'RECEIVED' or p.state <> 'SET_ASIDE' and (p.state = 'SEALED'"
                + " or m.changed_millis > ? and m.changed_millis <= ?)) and not exists (select 1"
                + " from revision r join"
                + " change_log c on c.id = r.change where r.record = p.id and c.incarnation ="
                + " any(?)) limit 1",
            r -> true,
            peer,
            way.afterMillis(),
            way.upToMillis(),
            before.stream().map(IncarnationId::value).toArray(UUID[]::new))
        .isPresent();
  }

  /**
   * The first change of a station that is in no package in one of these states, or came back in
   * one; changes of records that never leave are passed over, and those that no station takes in.
   *
   * @param staying kinds of records that never leave
   * @return its sequence; none when the view knows of no such change
   */
  public OptionalLong firstNotIn(
      Collection<String> packageStates, StationId station, Collection<String> staying) {
    return sql.first(
            "select c.seq from change_log c where c.station = ? and exists (select 1 from revision"
                + " r join record k on k.id = r.record where r.change = c.id and k.kind <>"
                + " all(?)) and not exists (select 1 from sent s join parcel_row p on p.id ="
                + " s.parcel where s.change = c.id and case when p.outgoing then p.state else"
                + " s.outcome end = any(?)) and not exists (select 1 from unfit u where u.change ="
                + " c.id) order by c.seq limit 1",
            r -> r.getLong(1),
            station.value(),
            staying.toArray(new String[0]),
            packageStates.toArray(new String[0]))
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /**
   * Returns those of the changes that somebody has, or that are on the way there: in a package that
   * was told as received, or in a later one than any that was. What lay in an earlier one is lost,
   * and so is what left long ago.
   */
  private Set<ChangeId> settled(String peer, Collection<ChangeId> changes, OnTheWay way) {
    return new HashSet<>(
        sql.listAny(
            "select s.change from sent s join parcel_row p on p.id = s.parcel join record m on m.id"
                + " = p.id where p.outgoing and p.peer = ? and s.change = any(?) and (p.state ="
                + " 'RECEIVED' or (p.state <> 'SET_ASIDE' and (p.state = 'SEALED' or"
                + " m.changed_millis > ? and m.changed_millis <= ?) and p.sequence > (select"
                + " coalesce(max(l.sequence), 0)"
                + " from parcel_row l where l.outgoing and l.peer = ? and l.state = 'RECEIVED')))",
            r -> new ChangeId(r.getObject(1, UUID.class)),
            peer,
            changes.stream().map(ChangeId::value).toArray(UUID[]::new),
            way.afterMillis(),
            way.upToMillis(),
            peer));
  }

  /** A change of another station, and a record in it: which scope it lies in, and what it is. */
  public record Beside(ChangeId change, StationId station, ScopeId scope, String kind) {}

  /**
   * What other stations wrote of people and cases that this one has written of as well.
   *
   * @param others whose changes are meant
   */
  public List<Beside> beside(Collection<StationId> others, StationId own) {
    return sql.listAny(
        "select distinct c.id, c.station, k.scope, k.kind from change_log c join revision r on"
            + " r.change = c.id join record k on k.id = r.record where c.station = any(?) and"
            + " exists (select 1 from record p where p.scope = k.scope and p.kind in ('person',"
            + " 'case')) and exists (select 1 from record o join revision w on w.record = o.id join"
            + " change_log d on d.id = w.change where o.scope = k.scope and d.station = ?)",
        r ->
            new Beside(
                new ChangeId(r.getObject(1, UUID.class)),
                new StationId(r.getObject(2, UUID.class)),
                new ScopeId(r.getObject(3, UUID.class)),
                r.getString(4)),
        others.stream().map(StationId::value).toArray(UUID[]::new),
        own.value());
  }

  /** A package that came: its number among those of the station that sealed it. */
  public record Bringing(StationId station, long number) {}

  /**
   * The package that brought what stands at a place in the journal. What another station passed on,
   * or what had waited for people, is named by its package; all else lies right before its
   * station's package is written down as taken.
   */
  public Optional<Bringing> broughtBy(ChangeId change, StationId station, long sequence) {
    return sql.first(
            "select p.peer, p.sequence from sent s join parcel_row p on p.id = s.parcel join record"
                + " r on r.id = p.id where s.change = ? and s.outcome = 'BROUGHT' and not"
                + " p.outgoing and p.peer <> '' and r.changed_seq > ? order by r.created_seq,"
                + " p.id limit 1",
            SentRows::bringing,
            change.value(),
            sequence)
        .or(
            () ->
                sql.first(
                    "select p.peer, p.sequence from parcel_row p join record r on r.id = p.id where"
                        + " not p.outgoing and p.peer like ? and r.created_seq > ? order by"
                        + " r.created_seq, p.id limit 1",
                    SentRows::bringing,
                    station + "%",
                    sequence));
  }

  private static Bringing bringing(ResultSet r) throws SQLException {
    return new Bringing(StationId.of(r.getString(1).split(" ", -1)[0]), r.getLong(2));
  }

  /**
   * One of several copies of a workspace.
   *
   * @param took digests of what it has taken
   * @param upTo the number of the last package that had been sealed when it said so
   */
  public record Copy(Set<String> took, long upTo) {
    public Copy {
      took = Set.copyOf(took);
    }
  }

  /**
   * Returns those of the changes that somebody neither has nor is being sent, in the same order.
   *
   * @param copies where several copies of one workspace are in use: what one lacks is said again
   * @param way when what left and was never told as received may be on its way
   */
  public List<ChangeId> unsettled(
      String peer, Collection<ChangeId> changes, Collection<Copy> copies, OnTheWay way) {
    Set<ChangeId> settled = new HashSet<>(copies.isEmpty() ? settled(peer, changes, way) : changes);
    for (Copy copy : copies) {
      settled.retainAll(settledFor(peer, changes, copy, way));
    }
    return changes.stream().filter(c -> !settled.contains(c)).toList();
  }

  /**
   * Returns those of the changes that one of several copies of a workspace has or is being sent.
   * What was sealed before it spoke and is not named does not come to it; of what was sealed since
   * the other may have taken the only one, or a stick may be lost, so that it is said once more
   * when that is known, and then no more.
   */
  private Set<ChangeId> settledFor(
      String peer, Collection<ChangeId> changes, Copy copy, OnTheWay way) {
    return new HashSet<>(
        sql.list(
            "select s.change from sent s join parcel_row p on p.id = s.parcel join record m on m.id"
                + " = p.id where p.outgoing and p.peer = ? and s.change = any(?) group by s.change"
                + " having sum(case when p.digest = any(?) or p.sequence > ? and p.state not in"
                + " ('RECEIVED', 'SET_ASIDE') and (p.state = 'SEALED' or m.changed_millis > ?"
                + " and m.changed_millis <= ?) then"
                + " 2 when p.sequence > ? and p.state <> 'SET_ASIDE' then 1 else 0 end) > 1",
            r -> new ChangeId(r.getObject(1, UUID.class)),
            peer,
            changes.stream().map(ChangeId::value).toArray(UUID[]::new),
            copy.took().toArray(new String[0]),
            copy.upTo(),
            way.afterMillis(),
            way.upToMillis(),
            copy.upTo()));
  }

  /** Somebody of whom nothing tells that what left long ago has come, and since when. */
  public record Unheard(String peer, long leftMillis) {}

  /**
   * Returns those to whom something left that was never told as received and has not left again
   * since.
   *
   * @param way when what left may still be on its way
   * @param but kinds of records of which others see to it that they come
   */
  public List<Unheard> unheard(StationId own, OnTheWay way, Collection<String> but) {
    return sql.list(
        "select p.peer, min(m.changed_millis) from parcel_row p join record m on m.id = p.id join"
            + " sent s on s.parcel = p.id join change_log c on c.id = s.change where p.outgoing and"
            + " p.state = 'CARRIED' and (m.changed_millis <= ? or m.changed_millis > ?) and"
            + " c.station = ? and exists (select"
            + " 1 from revision v join record k on k.id = v.record where v.change = s.change and"
            + " k.kind <> all(?)) and not exists (select 1 from sent t join parcel_row q on q.id ="
            + " t.parcel join record n on n.id = q.id where t.change = s.change and q.outgoing and"
            + " q.peer = p.peer and (q.state in ('RECEIVED', 'SEALED') or q.state = 'CARRIED' and"
            + " n.changed_millis > ? and n.changed_millis <= ?)) group by p.peer order by p.peer",
        r -> new Unheard(r.getString(1), r.getLong(2)),
        way.afterMillis(),
        way.upToMillis(),
        own.value(),
        but.toArray(new String[0]),
        way.afterMillis(),
        way.upToMillis());
  }

  /**
   * Parts of changes that no package brought to those who have the changes: as many of the packages
   * that arrived went without one as had its change in them, and were not refused it.
   *
   * @param there states of packages that arrived
   */
  public List<RevisionId> stayedBehind(Collection<String> there) {
    Object states = there.toArray(new String[0]);
    return sql.list(
        "select k.revision from kept_back k join parcel_row p on p.id = k.parcel where p.outgoing"
            + " and p.state = any(?) group by k.revision having count(*) >= (select count(*) from"
            + " revision v join sent s on s.change = v.change join parcel_row q on q.id = s.parcel"
            + " where v.id = k.revision and q.outgoing and q.state = any(?) and s.outcome <>"
            + " 'REFUSED') order by k.revision",
        r -> new RevisionId(r.getString(1)),
        states,
        states);
  }

  /** The last package to somebody. */
  public Optional<Last> last(String peer) {
    return sql.first(
        "select sequence, digest from parcel_row where outgoing = true and peer = ? order by"
            + " sequence desc, id desc limit 1",
        r -> new Last(r.getLong(1), r.getString(2)),
        peer);
  }
}
