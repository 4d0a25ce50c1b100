package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;
import org.sala.journal.Position;
import org.sala.merge.FieldState;
import org.sala.merge.Home;
import org.sala.merge.Version;
import org.sala.merge.Written;

/** What the view knows of single records: heads, fields, revisions, references. */
public final class Records {
  private final Reading sql;

  Records(Reading sql) {
    this.sql = sql;
  }

  /** A record, whatever its kind. */
  public record Row(RecordId id, String kind, ScopeId scope, long changedMillis) {
    public Home home() {
      return new Home(kind, scope);
    }
  }

  /** A revision's place and the change that brought it. */
  public record RevisionRow(
      RevisionId id,
      Compartment compartment,
      Position at,
      ChangeId change,
      Fingerprint author,
      StationId station,
      IncarnationId incarnation,
      Moment time,
      long sequence) {
    /** Returns what was written there, with whose it is. */
    public Written written(Revision body) {
      return new Written(body, station, author, time.instant());
    }
  }

  public Optional<Row> find(RecordId id) {
    return sql.first(
        "select id, kind, scope, changed_millis from record where id = ?",
        Records::row,
        id.value());
  }

  /** Returns all records of a kind, the last changed first. */
  public List<Row> ofKind(String kind) {
    return sql.list(
        "select id, kind, scope, changed_millis from record where kind = ?"
            + " order by changed_millis desc, id",
        Records::row,
        kind);
  }

  /**
   * Joins a record {@code r} with the change {@code c} that was the first to bring something of it.
   * By the revision that came first: of a change that is written again when more of it comes, its
   * own row has the later place. One row for each part of the record that the change began.
   */
  static final String FIRST_CHANGE =
      " join revision b on b.record = r.id and b.seq = r.created_seq join change_log c on c.id ="
          + " b.change ";

  private static final String BEGUN =
      "select distinct r.id, c.station, c.author, c.millis, r.created_seq from record r"
          + FIRST_CHANGE
          + "where ";

  /** A record, where it was begun, by whom and when. */
  public record Begun(RecordId id, StationId station, Fingerprint author, long millis) {}

  /** Returns all records of a kind, the first to come first. */
  public List<Begun> begun(String kind) {
    return sql.list(BEGUN + "r.kind = ? order by r.created_seq, r.id", Records::begun, kind);
  }

  /** Returns some records, the first to come first. */
  public List<Begun> begun(Collection<RecordId> records) {
    return sql.listAny(
        BEGUN + "r.id = any(?) order by r.created_seq, r.id",
        Records::begun,
        (Object) Slice.uuids(records));
  }

  /**
   * Returns the records of a kind that were begun at a station and have not got a field by now,
   * among so many that were changed last: whoever has thousands that are finished does not look
   * through all of them.
   */
  public List<Begun> unfinished(String kind, StationId station, String field, int among) {
    return sql.list(
        BEGUN
            + "r.id in (select k.id from (select id from record where kind = ? order by"
            + " changed_millis desc, id fetch next ? rows only) k) and c.station = ? and not exists"
            + " (select 1 from field f where f.record = r.id and f.name = ?) order by"
            + " r.created_seq, r.id",
        Records::begun,
        kind,
        among,
        station.value(),
        field);
  }

  private static Begun begun(ResultSet r) throws SQLException {
    return new Begun(
        new RecordId(r.getObject(1, UUID.class)),
        new StationId(r.getObject(2, UUID.class)),
        new Fingerprint(r.getString(3)),
        r.getLong(4));
  }

  /** Records of some kinds that were written to after a place in the journal, the first first. */
  public List<Row> changedAfter(long sequence, List<String> kinds, int most) {
    return sql.list(
        "select r.id, r.kind, r.scope, r.changed_millis from record r where r.id in (select"
            + " v.record from change_log c join revision v on v.change = c.id where c.seq > ?) and"
            + " r.kind = any(?) order by r.changed_seq, r.id fetch next ? rows only",
        Records::row,
        sequence,
        kinds.toArray(new String[0]),
        most);
  }

  /**
   * Returns those of the kinds of which there are any records: asked at once, and of the index
   * alone.
   */
  public Set<String> kindsAmong(List<String> kinds) {
    return new HashSet<>(
        sql.list(
            "select g.kind from unnest(cast(? as varchar array)) g(kind) where exists (select 1"
                + " from record r where r.kind = g.kind)",
            r -> r.getString(1),
            (Object) kinds.toArray(String[]::new)));
  }

  /** Records of a kind that have a field that says so, the last changed first. */
  public List<RecordId> having(String kind, String name, Value value) {
    return sql.list(
        "select r.id from record r join field f on f.record = r.id and f.name = ? where r.kind = ?"
            + " and f.content = ? order by r.changed_millis desc, r.id",
        r -> new RecordId(r.getObject(1, UUID.class)),
        name,
        kind,
        new String(Json.write(value), java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Records of a kind of which a version of a field names an id among others. */
  public List<RecordId> naming(String kind, String name, RecordId id) {
    return sql.list(
        "select distinct r.id from record r join field f on f.record = r.id where r.kind = ? and"
            + " f.name = ? and position(? in f.content) > 0 order by r.id",
        r -> new RecordId(r.getObject(1, UUID.class)),
        kind,
        name,
        id.toString());
  }

  /** What the records of a kind point to by one field, of those that have another field. */
  public Set<RecordId> targets(String kind, String reference, String having) {
    return new LinkedHashSet<>(
        sql.list(
            "select distinct f.target from record r join field h on h.record = r.id and h.name = ?"
                + " join reference f on f.record = r.id and f.name = ? where r.kind = ?",
            r -> new RecordId(r.getObject(1, UUID.class)),
            having,
            reference,
            kind));
  }

  /** Records whose reference field of that name points to the target, in the order of creation. */
  public List<Row> pointingTo(RecordId target, String name) {
    return sql.list(
        "select r.id, r.kind, r.scope, r.changed_millis from reference f join record r"
            + " on r.id = f.record where f.target = ? and f.name = ? order by r.created_seq, r.id",
        Records::row,
        target.value(),
        name);
  }

  /** The investigation fields of a record that are not empty. */
  public Map<String, FieldState> fields(RecordId id) {
    return fields(Slice.uuids(List.of(id))).getOrDefault(id, Map.of());
  }

  /**
   * Returns the investigation fields of a record, with those that were taken away, which are empty.
   */
  public Map<String, FieldState> fieldsAndEmptied(RecordId id) {
    Gathered read = new Gathered();
    sql.listAny(
        "select record, name, revision, content from field where record = any(?) order by record,"
            + " name, revision",
        read::add,
        (Object) Slice.uuids(List.of(id)));
    return read.all().getOrDefault(id, Map.of());
  }

  /**
   * Returns one investigation field of a record, also where it is empty; none that was never set.
   */
  Optional<FieldState> field(RecordId id, String name) {
    List<Version> versions =
        sql.list(
            "select revision, content from field where record = ? and name = ?",
            r -> new Version(new RevisionId(r.getString(1)), content(r.getString(2))),
            id.value(),
            name);
    return versions.isEmpty() ? Optional.empty() : Optional.of(new FieldState(name, versions));
  }

  /**
   * Returns the investigation fields of several records that are not empty, asked at once; a record
   * without any is left out.
   */
  public Map<RecordId, Map<String, FieldState>> fields(List<RecordId> ids) {
    return ids.isEmpty() ? Map.of() : fields(Slice.uuids(ids));
  }

  /**
   * Returns all records of a kind with their fields, the last changed first, read in two questions.
   */
  public Map<RecordId, Map<String, FieldState>> fieldsOfKind(String kind) {
    // By a join: of many ids that it is given the database compares each with every row.
    Gathered read = new Gathered();
    sql.list(
        "select f.record, f.name, f.revision, f.content from record r join field f on f.record ="
            + " r.id where r.kind = ? order by f.record, f.name, f.revision",
        read::add,
        kind);
    Map<RecordId, Map<String, FieldState>> fields = read.fields();
    Map<RecordId, Map<String, FieldState>> all = new LinkedHashMap<>();
    ofKind(kind).forEach(r -> all.put(r.id(), fields.getOrDefault(r.id(), Map.of())));
    return all;
  }

  /**
   * Returns some of the fields of all records of a kind, for those of which others are long; a
   * record without any of these is left out.
   */
  public Map<RecordId, Map<String, FieldState>> fieldsOfKind(String kind, Set<String> names) {
    Gathered read = new Gathered();
    sql.list(
        "select f.record, f.name, f.revision, f.content from record r join field f on f.record ="
            + " r.id and f.name = any(?) where r.kind = ? order by f.record, f.name, f.revision",
        read::add,
        names.toArray(new String[0]),
        kind);
    return read.fields();
  }

  Map<RecordId, Map<String, FieldState>> fields(Object[] ids) {
    Gathered read = new Gathered();
    sql.listAny(
        "select record, name, revision, content from field where record = any(?) order by record,"
            + " name, revision",
        read::add,
        (Object) ids);
    return read.fields();
  }

  /** The heads of a record in a compartment. */
  public List<RevisionId> heads(RecordId id, Compartment compartment) {
    return sql.list(
        "select revision from head where record = ? and protection = ? order by revision",
        r -> new RevisionId(r.getString(1)),
        id.value(),
        compartment == Compartment.PROTECTION);
  }

  /** Returns all revisions of a record in both compartments, in the order in which they came. */
  public List<RevisionRow> revisions(RecordId id) {
    return sql.list(
        REVISIONS + " where v.record = ? order by v.seq, v.id", Records::revision, id.value());
  }

  /** The revisions of one change. */
  public List<RevisionRow> revisionsOf(ChangeId change) {
    return sql.list(
        REVISIONS + " where v.change = ? order by v.id", Records::revision, change.value());
  }

  /** Where a revision belongs, without what it says. */
  public record Belonging(
      RevisionId revision,
      ChangeId change,
      RecordId record,
      String kind,
      ScopeId scope,
      Compartment compartment) {}

  private static final String BELONGING =
      "select v.id, v.change, r.id, r.kind, r.scope, v.protection from revision v join record r"
          + " on r.id = v.record where ";

  /** Returns where several revisions belong; one that is not here is left out. */
  public List<Belonging> belonging(Collection<RevisionId> revisions) {
    return sql.listAny(
        BELONGING + "v.id = any(?)",
        Records::belonging,
        (Object) revisions.stream().map(RevisionId::hex).toArray(String[]::new));
  }

  /** Returns where all revisions of some changes belong. */
  public List<Belonging> broughtBy(Collection<ChangeId> changes) {
    return sql.listAny(
        BELONGING + "v.change = any(?)",
        Records::belonging,
        (Object) changes.stream().map(ChangeId::value).toArray(UUID[]::new));
  }

  private static Belonging belonging(ResultSet r) throws SQLException {
    return new Belonging(
        new RevisionId(r.getString(1)),
        new ChangeId(r.getObject(2, UUID.class)),
        new RecordId(r.getObject(3, UUID.class)),
        r.getString(4),
        new ScopeId(r.getObject(5, UUID.class)),
        r.getBoolean(6) ? Compartment.PROTECTION : Compartment.INVESTIGATION);
  }

  /** The record that a revision belongs to. */
  public Optional<RecordId> recordOf(RevisionId revision) {
    return sql.first(
        "select record from revision where id = ?",
        r -> new RecordId(r.getObject(1, UUID.class)),
        revision.hex());
  }

  /** Records in a scope. */
  public List<Row> inScope(ScopeId scope) {
    return sql.list(
        "select id, kind, scope, changed_millis from record where scope = ? order by created_seq,"
            + " id",
        Records::row,
        scope.value());
  }

  /** Returns those of the records on which several versions stand side by side. */
  public Set<RecordId> severalHeads(Collection<RecordId> records) {
    return new LinkedHashSet<>(
        sql.list(
            "select distinct record from head where record = any(?) group by record, protection"
                + " having count(*) > 1 order by record",
            r -> new RecordId(r.getObject(1, UUID.class)),
            (Object) Slice.uuids(records)));
  }

  /** The scopes that records belong to. */
  public Set<ScopeId> scopesOf(Collection<RecordId> records) {
    return new LinkedHashSet<>(
        sql.listAny(
            "select scope from record where id = any(?)",
            r -> new ScopeId(r.getObject(1, UUID.class)),
            (Object) Slice.uuids(records)));
  }

  /**
   * Records of a kind of which every typed word begins a word, in the order of those; the text is
   * folded here.
   */
  public List<RecordId> beginningWith(String kind, String typed, int limit) {
    return new Beginnings(sql, kind, typed).first(limit).stream().map(RecordId::new).toList();
  }

  private static final String REVISIONS =
      "select v.id, v.protection, v.segment, v.place, c.id, c.author, c.station, c.incarnation,"
          + " c.at, c.seq from revision v join change_log c on c.id = v.change";

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        new RecordId(r.getObject(1, UUID.class)),
        r.getString(2),
        new ScopeId(r.getObject(3, UUID.class)),
        r.getLong(4));
  }

  private static RevisionRow revision(ResultSet r) throws SQLException {
    return new RevisionRow(
        new RevisionId(r.getString(1)),
        r.getBoolean(2) ? Compartment.PROTECTION : Compartment.INVESTIGATION,
        new Position(r.getInt(3), r.getLong(4)),
        new ChangeId(r.getObject(5, UUID.class)),
        new Fingerprint(r.getString(6)),
        new StationId(r.getObject(7, UUID.class)),
        new IncarnationId(r.getObject(8, UUID.class)),
        Moment.of(r.getString(9)),
        r.getLong(10));
  }

  static Value content(String json) {
    return Json.read(json);
  }
}
