package org.sala.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;

/**
 * What came from whom, counted by the database: one question each, however many packages there are.
 */
public final class ArrivalRows {
  private static final String IN = " from parcel_row where not outgoing and peer <> ''";
  private static final String OF_STATION = IN + " and peer >= ? and peer < ?";
  private static final String WAITS = "state = 'HELD' or (state = 'PARTLY' and held > 0)";
  private static final String FIRST = " order by received_millis, id fetch next 1 rows only";

  /** An answer to a package {@code p} that left. */
  private static final String LEFT =
      "select 1 from parcel_row a where a.answers = p.digest and a.outgoing and a.carried";

  private final Reading sql;

  ArrivalRows(Reading sql) {
    this.sql = sql;
  }

  /**
   * What came of one workspace under one run of numbers.
   *
   * @param peer station and incarnation, with a space between
   * @param changes in its packages; what was sent twice counts twice
   * @param last the highest number
   * @param different how many different numbers came: fewer than {@code last} where some are
   *     missing
   * @param firstMillis when the first of them came
   * @param waiting packages that people have to decide on
   */
  public record Sender(
      String peer,
      int packages,
      long changes,
      long last,
      long different,
      Optional<Long> firstMillis,
      Optional<Long> lastMillis,
      int waiting) {}

  /** Packages that came and are this file, whatever became of them. */
  public List<RecordId> withDigest(String digest) {
    return ids("select id" + IN + " and digest = ? order by id", digest);
  }

  /** Everything that came and is one of these files, the refused among them. */
  public List<RecordId> withDigests(Collection<String> digests) {
    return sql.listAny(
        "select id from parcel_row where digest = any(?) and not outgoing order by id",
        r -> new RecordId(r.getObject(1, UUID.class)),
        (Object) digests.toArray(new String[0]));
  }

  /** Whether a file was refused before. */
  public boolean wasRefused(String digest) {
    return sql.number(
            "select count(*) from parcel_row where digest = ? and not outgoing and peer = ''",
            digest)
        > 0;
  }

  /**
   * Says which of the packages that came are asked for.
   *
   * @param from of one station; of whomever where it is empty
   * @param waiting only those on which people have to decide
   * @param unanswered only those of which no answer has left
   */
  public record Asked(Optional<StationId> from, boolean waiting, boolean unanswered) {
    private String where() {
      return " from parcel_row p where not outgoing and answers = ''"
          + (from.isPresent() ? " and peer >= ? and peer < ?" : "")
          + (waiting ? " and (" + WAITS + ")" : "")
          + (unanswered ? " and peer <> '' and not exists (" + LEFT + ")" : "");
    }

    private List<Object> values() {
      return from.map(s -> List.of(range(s))).orElse(List.of());
    }
  }

  /** What waits for people first, then the last to come; so many at most. */
  public List<RecordId> newest(Asked asked, int most) {
    List<Object> values = new ArrayList<>(asked.values());
    values.add(most);
    return ids(
        "select id"
            + asked.where()
            + " order by case when "
            + WAITS
            + " then 0 else 1 end, received_millis desc nulls last, sequence desc, id fetch next ?"
            + " rows only",
        values.toArray());
  }

  /** Returns how many packages came of those that are asked for. */
  public int count(Asked asked) {
    return (int) sql.number("select count(*)" + asked.where(), asked.values().toArray());
  }

  /** The first package to come under a run of numbers. */
  public Optional<RecordId> firstOf(String run) {
    return ids("select id" + IN + " and peer = ?" + FIRST, run).stream().findFirst();
  }

  /** The first package to come of a station, under whichever run. */
  public Optional<RecordId> firstOf(StationId station) {
    return ids("select id" + OF_STATION + FIRST, range(station)).stream().findFirst();
  }

  /** Packages that people have to decide on. */
  public List<RecordId> waiting() {
    return ids("select id" + IN + " and (" + WAITS + ") order by id");
  }

  /** Returns all packages of a station. */
  public List<RecordId> of(StationId station) {
    return ids("select id" + OF_STATION + " order by sequence, id", range(station));
  }

  /** Packages of a station in which something waits for a decision, or did and was told not to. */
  public List<RecordId> restating(StationId station) {
    return ids("select id" + OF_STATION + " and restating order by sequence, id", range(station));
  }

  /** Stations with such packages. */
  public Set<StationId> restating() {
    Set<StationId> all = new HashSet<>();
    sql.list("select distinct peer" + IN + " and restating", r -> r.getString(1))
        .forEach(peer -> StationId.read(peer.split(" ", -1)[0]).ifPresent(all::add));
    return all;
  }

  /** Returns the runs of numbers under which a station has sent. */
  public List<String> runs(StationId station) {
    return sql.list(
        "select distinct peer" + OF_STATION + " order by peer",
        r -> r.getString(1),
        range(station));
  }

  /** Returns those runs of a station of which something was taken in. */
  public List<String> takenRuns(StationId station) {
    return sql.list(
        "select distinct peer" + OF_STATION + " and state in ('IMPORTED', 'PARTLY') order by peer",
        r -> r.getString(1),
        range(station));
  }

  /** The highest number that came of a station under any of its runs; 0 where nothing came. */
  public long last(StationId station) {
    return sql.number("select coalesce(max(sequence), 0)" + OF_STATION, range(station));
  }

  /** Digests of the packages that came under one number. */
  public List<String> numbered(String peer, long sequence) {
    return sql.list(
        "select digest" + IN + " and peer = ? and sequence = ?",
        r -> r.getString(1),
        peer,
        sequence);
  }

  private List<RecordId> ids(String question, Object... values) {
    return sql.list(question, r -> new RecordId(r.getObject(1, UUID.class)), values);
  }

  /** Returns what a station's peers lie between: a space comes behind the station's id. */
  private static Object[] range(StationId station) {
    return new Object[] {station + " ", station + "!"};
  }

  /** Every sender. */
  public List<Sender> senders() {
    return sql.list(
        "select peer, count(*) n, sum(changes) c, max(sequence) l, count(distinct sequence) d,"
            + " min(received_millis) b, max(received_millis) m, sum(case when "
            + WAITS
            + " then 1 else 0 end) w"
            + IN
            + " group by peer",
        r ->
            new Sender(
                r.getString("peer"),
                r.getInt("n"),
                r.getLong("c"),
                r.getLong("l"),
                r.getLong("d"),
                PersonRows.millis(r, "b"),
                PersonRows.millis(r, "m"),
                r.getInt("w")));
  }

  /** How many packages of each sender have no answer that left. */
  public Map<String, Integer> unanswered() {
    Map<String, Integer> unanswered = new HashMap<>();
    sql.list(
        "select p.peer, count(*) from parcel_row p where not p.outgoing and p.peer <> '' and not"
            + " exists ("
            + LEFT
            + ") group by p.peer",
        r -> unanswered.put(r.getString(1), r.getInt(2)));
    return unanswered;
  }

  /** The numbers that came of a station, in order, by incarnation. */
  public Map<String, List<Long>> numbers(StationId station) {
    Map<String, List<Long>> numbers = new HashMap<>();
    sql.list(
        "select distinct peer, sequence" + IN + " and peer like ? order by peer, sequence",
        r ->
            numbers
                .computeIfAbsent(r.getString(1), p -> new java.util.ArrayList<>())
                .add(r.getLong(2)),
        station + " %");
    return numbers;
  }

  /** How many files were refused: whose they are, nobody has shown. */
  public int refused() {
    return (int) sql.number("select count(*) from parcel_row where not outgoing and peer = ''");
  }

  /** When packages came, from a moment on. */
  public List<Long> cameAfter(long millis) {
    return sql.list(
        "select received_millis" + IN + " and received_millis >= ? order by received_millis",
        r -> r.getLong(1),
        millis);
  }

  /** How many records of a kind each station was the first to write. */
  public Map<StationId, Integer> begun(String kind) {
    Map<StationId, Integer> begun = new HashMap<>();
    sql.list(
        "select c.station, count(distinct r.id) from record r"
            + Records.FIRST_CHANGE
            + "where r.kind = ? group by c.station",
        r -> begun.put(new StationId(r.getObject(1, UUID.class)), r.getInt(2)),
        kind);
    return begun;
  }

  /**
   * Returns for each station those of the records of which it wrote one of the versions that
   * differ. Of a protected part no field is here: there it is whoever wrote what stands last.
   */
  public Map<StationId, Set<RecordId>> versionsOf(Collection<RecordId> records) {
    Map<StationId, Set<RecordId>> of = new HashMap<>();
    for (String versions :
        List.of(
            "field f on f.record = d.record and f.name = d.name join revision v on v.id ="
                + " f.revision",
            "head h on d.name = '' and h.record = d.record and h.protection join revision v on v.id"
                + " = h.revision")) {
      sql.listAny(
          "select distinct c.station, d.record from dispute d join "
              + versions
              + " join change_log c on c.id = v.change where d.record = any(?)",
          r ->
              of.computeIfAbsent(new StationId(r.getObject(1, UUID.class)), s -> new HashSet<>())
                  .add(new RecordId(r.getObject(2, UUID.class))),
          (Object) Slice.uuids(records));
    }
    return of;
  }
}
