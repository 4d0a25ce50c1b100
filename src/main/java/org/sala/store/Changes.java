package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.ChangeId;
import org.sala.domain.Fingerprint;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.StationId;
import org.sala.domain.wire.Bounds;

/** What the view knows of changes: whose, from where, in which order they came. */
public final class Changes {
  private final Reading sql;

  Changes(Reading sql) {
    this.sql = sql;
  }

  /** A change without its pieces. */
  public record Row(
      ChangeId id,
      long sequence,
      Fingerprint author,
      StationId station,
      IncarnationId incarnation,
      long number,
      Moment time) {}

  private static final String ROW =
      "select id, seq, author, station, incarnation, number, at from change_log";

  public Optional<Row> find(ChangeId id) {
    return sql.first(ROW + " where id = ?", Changes::row, id.value());
  }

  /** The change that came last up to a place in the journal, and that place itself. */
  public Optional<Row> upTo(long sequence) {
    return sql.first(ROW + " where seq <= ? order by seq desc limit 1", Changes::row, sequence);
  }

  /**
   * Whether a change stands at a place in the journal; one that was written again when more of it
   * came stands at both.
   */
  public boolean stands(ChangeId id, long sequence) {
    return sql.number(
            "select count(*) from change_log c where c.id = ? and (c.seq = ? or exists (select 1"
                + " from revision v where v.change = c.id and v.seq = ?))",
            id.value(),
            sequence,
            sequence)
        > 0;
  }

  /** Returns those of the changes that are here. */
  public Set<ChangeId> known(Collection<ChangeId> ids) {
    return new HashSet<>(
        sql.listAny(
            "select id from change_log where id = any(?)",
            r -> new ChangeId(r.getObject(1, UUID.class)),
            (Object) ids.stream().map(ChangeId::value).toArray(UUID[]::new)));
  }

  /**
   * What is here of a change.
   *
   * @param digest SHA-256 of its header, in hexadecimal digits
   * @param revisions how many of its revisions
   */
  public record Here(String digest, int revisions) {}

  /** What is here of some changes; one that is not here is left out. */
  public Map<ChangeId, Here> here(Collection<ChangeId> ids) {
    Map<ChangeId, Here> here = new HashMap<>();
    sql.listAny(
        "select c.id, c.digest, count(v.id) from change_log c left join revision v on v.change ="
            + " c.id where c.id = any(?) group by c.id, c.digest",
        r ->
            here.put(
                new ChangeId(r.getObject(1, UUID.class)), new Here(r.getString(2), r.getInt(3))),
        (Object) ids.stream().map(ChangeId::value).toArray(UUID[]::new));
    return here;
  }

  /** All changes for which every station refuses the whole package that holds them. */
  public Set<ChangeId> unfit() {
    return new HashSet<>(
        sql.list("select change from unfit", r -> new ChangeId(r.getObject(1, UUID.class))));
  }

  /** Those of them that one station wrote. */
  public Set<ChangeId> unfit(StationId of) {
    return new HashSet<>(
        sql.list(
            "select u.change from unfit u join change_log c on c.id = u.change where c.station = ?",
            r -> new ChangeId(r.getObject(1, UUID.class)),
            of.value()));
  }

  /** Who wrote some changes. */
  public Set<Fingerprint> authors(Collection<ChangeId> ids) {
    return new HashSet<>(
        sql.listAny(
            "select distinct author from change_log where id = any(?)",
            r -> new Fingerprint(r.getString(1)),
            (Object) ids.stream().map(ChangeId::value).toArray(UUID[]::new)));
  }

  /** The lowest sequence of some changes; 0 when none of them is here. */
  public long earliest(Collection<ChangeId> ids) {
    return sql
        .listAny(
            "select seq from change_log where id = any(?)",
            r -> r.getLong(1),
            (Object) ids.stream().map(ChangeId::value).toArray(UUID[]::new))
        .stream()
        .min(Comparator.naturalOrder())
        .orElse(0L);
  }

  /** Where a change stands among those of its author's station. */
  public record Place(StationId station, IncarnationId incarnation, long number) {}

  /** Returns those of the places that are taken here. */
  public Set<Place> taken(Collection<Place> places) {
    Map<Place, List<Long>> numbers = new HashMap<>();
    places.forEach(
        p ->
            numbers
                .computeIfAbsent(
                    new Place(p.station(), p.incarnation(), 0), any -> new ArrayList<>())
                .add(p.number()));
    Set<Place> taken = new HashSet<>();
    numbers.forEach(
        (run, given) ->
            taken.addAll(
                sql.listAny(
                    "select number from unnest(cast(? as bigint array)) given(n) join"
                        + " change_log on number = given.n where station = ? and incarnation"
                        + " = ?",
                    r -> new Place(run.station(), run.incarnation(), r.getLong(1)),
                    given.toArray(new Long[0]),
                    run.station().value(),
                    run.incarnation().value())));
    return taken;
  }

  /**
   * Changes of a station behind a number of one of its incarnations, in the order they came.
   *
   * @param authors whose changes are meant
   */
  public List<ChangeId> behind(
      StationId station, IncarnationId incarnation, long number, Collection<String> authors) {
    return sql.listAny(
        "select id from change_log where station = ? and incarnation = ? and number > ? and author"
            + " = any(?) order by seq",
        r -> new ChangeId(r.getObject(1, UUID.class)),
        station.value(),
        incarnation.value(),
        number,
        authors.toArray(new String[0]));
  }

  /** Returns all changes after a sequence, in order. */
  public List<Row> after(long sequence) {
    return sql.list(ROW + " where seq > ? order by seq", Changes::row, sequence);
  }

  /**
   * The highest number that a station's incarnation used; 0 when none. One beyond all bounds, which
   * another program wrote, is passed over: none could follow it.
   */
  public long highestNumber(StationId station, IncarnationId incarnation) {
    return sql.number(
        "select max(number) from change_log where station = ? and incarnation = ? and"
            + " number < ?",
        station.value(),
        incarnation.value(),
        Bounds.LAST_NUMBER);
  }

  /**
   * How far the numbers of a station's incarnation go before the first one that is missing; 0 when
   * the first one is.
   */
  public long unbrokenUpTo(StationId station, IncarnationId incarnation) {
    return sql.number(
        "select min(c.number) from change_log c where c.station = ? and c.incarnation = ? and not"
            + " exists (select 1 from change_log n where n.station = c.station and n.incarnation ="
            + " c.incarnation and n.number = least(c.number, ?) + 1) and exists (select 1 from"
            + " change_log f where f.station = c.station and f.incarnation = c.incarnation and"
            + " f.number = 1)",
        station.value(),
        incarnation.value(),
        Bounds.LAST_NUMBER);
  }

  /**
   * The last change of an officer at a station that says something of another kind.
   *
   * @param beside kinds of which the program writes by itself; not empty
   */
  public Optional<Row> lastBy(Fingerprint author, StationId station, Set<String> beside) {
    List<Object> asked = new ArrayList<>(List.of(author.hex(), station.value()));
    asked.addAll(beside);
    return sql.first(
        ROW
            + " where author = ? and station = ? and exists (select 1 from revision v"
            + " join record r on r.id = v.record where v.change = change_log.id"
            + " and r.kind not in ("
            + String.join(", ", Collections.nCopies(beside.size(), "?"))
            + ")) order by seq desc limit 1",
        Changes::row,
        asked.toArray());
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        new ChangeId(r.getObject(1, UUID.class)),
        r.getLong(2),
        new Fingerprint(r.getString(3)),
        new StationId(r.getObject(4, UUID.class)),
        new IncarnationId(r.getObject(5, UUID.class)),
        r.getLong(6),
        Moment.of(r.getString(7)));
  }
}
