package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.domain.ListPage;
import org.sala.domain.ListQuery;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** The list of people. */
public final class PersonRows implements NumberedRows {
  private static final Listing.Shape SHAPE =
      new Listing.Shape(
          "person",
          "person_row",
          Map.of(
              "changed", "changed_millis",
              "wristband", "wristband",
              "name", "name_key",
              "arrived", "arrived_millis"),
          "changed_millis");

  private final Reading sql;

  PersonRows(Reading sql) {
    this.sql = sql;
  }

  /**
   * One person in a list.
   *
   * @param births every version of the birth date that stands
   * @param urgency codes of which nobody has been told yet, with spaces between
   * @param outcomeTold whether the person was told of the last finding
   * @param look how far a second look at it is: NONE, OPEN, STANDS, OVERTURNED
   * @param links how many other records it is held to be the same person as
   */
  public record Row(
      RecordId id,
      String wristband,
      String name,
      String roman,
      String sex,
      List<PartialDate> births,
      String languages,
      String interpreter,
      Optional<Long> arrivedMillis,
      Optional<Long> detainedMillis,
      Optional<RecordId> triage,
      String triageState,
      String urgency,
      boolean told,
      Optional<RecordId> screening,
      String screeningState,
      Optional<RecordId> finding,
      String findingCode,
      boolean findingLower,
      boolean findingConfirmed,
      Optional<String> findingSecond,
      Optional<String> findingAuthor,
      Optional<Long> findingMillis,
      String forced,
      String defrauded,
      int stillInside,
      int disputes,
      long changedMillis,
      Optional<Long> triageMillis,
      Optional<String> triageAuthor,
      boolean outcomeTold,
      String look,
      Optional<Long> lookMillis,
      Optional<String> lookAuthor,
      int links) {
    @Override
    public String toString() {
      return "PersonRow[" + id + "]";
    }
  }

  public ListPage<Row> page(ListQuery q) {
    return new Listing<>(sql, SHAPE, PersonRows::row).page(q);
  }

  /** How many there are; where something was typed, counted no further than asked. */
  public int count(String filter, int most) {
    return new Listing<>(sql, SHAPE, PersonRows::row).count(filter, most);
  }

  public Optional<Row> find(RecordId id) {
    return sql.first("select * from person_row where id = ?", PersonRows::row, id.value());
  }

  /** Returns some people, by wristband. */
  public List<Row> some(Collection<RecordId> ids) {
    return sql.list(
        "select * from person_row where id = any(?) order by wristband, id",
        PersonRows::row,
        (Object) Slice.uuids(ids));
  }

  /** Returns those of the numbers that more than one person wears. */
  public Set<String> shared(Collection<String> numbers) {
    return new HashSet<>(
        sql.listAny(
            "select wristband from person_row where wristband = any(?) group by wristband having"
                + " count(*) > 1 order by wristband",
            r -> r.getString(1),
            (Object) numbers.stream().filter(n -> !n.isEmpty()).distinct().toArray(String[]::new)));
  }

  /** The people of a case, by wristband. */
  public List<Row> inCase(RecordId caseId) {
    return sql.list(
        "select distinct p.* from person_row p join reference t on t.target = p.id and t.name ="
            + " 'person' join reference c on c.record = t.record and c.name = 'case' and c.target ="
            + " ? join record r on r.id = t.record and r.kind = 'involvement' order by p.wristband,"
            + " p.id",
        PersonRows::row,
        caseId.value());
  }

  /** People who have arrived and whose triage is not done, who waits longest first. */
  public List<Row> waitingForTriage(int most) {
    return sql.list(
        "select * from person_row where triage_state in ('', 'begun') and arrived_millis is not"
            + " null order by arrived_millis, wristband fetch next ? rows only",
        PersonRows::row,
        most);
  }

  /** How many have arrived and are not triaged. */
  public int untriaged() {
    return (int)
        sql.number(
            "select count(*) from person_row where triage_state in ('', 'begun') and"
                + " arrived_millis is not null");
  }

  /** Everybody in the list; the database knows this number without counting. */
  public int all() {
    return (int) sql.number("select count(*) from person_row");
  }

  /** When the last triages were done, the last first. */
  public List<Long> lastTriages(long sinceMillis, int most) {
    return sql.list(
        "select triage_millis from person_row where triage_millis >= ? and triage_state = 'done'"
            + " order by triage_millis desc fetch next ? rows only",
        r -> r.getLong(1),
        sinceMillis,
        most);
  }

  /** People who have arrived and were not screened: who is held first, then who waits longest. */
  public List<Row> waitingForScreening(int most) {
    return sql.list(
        "select * from person_row where screening_state = '' and arrived_millis is not null order"
            + " by detained_millis, arrived_millis, wristband fetch next ? rows only",
        PersonRows::row,
        most);
  }

  /**
   * People of whom something has to be done, the most urgent first, who waits longest first. Many
   * of one kind keep nobody of another from being seen.
   *
   * @param each how many at most whose first need is the same
   */
  public List<Row> needingAction(int each) {
    List<Row> all = new ArrayList<>();
    for (Need need : Need.values()) {
      all.addAll(needing(need, each));
    }
    return all;
  }

  /** People of whom this has to be done before anything else, who waits longest first. */
  public List<Row> needing(Need need, int most) {
    return sql.list(
        "select * from person_row where todo = ? order by todo_millis, id fetch next ? rows only",
        PersonRows::row,
        need.rank(),
        most);
  }

  /** How many people there are of whom this has to be done before anything else. */
  public Map<Need, Integer> needs() {
    Map<Need, Integer> all = new EnumMap<>(Need.class);
    sql.list(
            "select todo, count(*) n from person_row where todo < ? group by todo",
            r -> Map.entry(Need.values()[r.getInt("todo")], r.getInt("n")),
            Need.NONE)
        .forEach(e -> all.put(e.getKey(), e.getValue()));
    return all;
  }

  /**
   * How many people speak the same and have the same standing of a finding.
   *
   * @param languages codes with spaces between, the first spoken first
   */
  public record Alike(
      String languages,
      String findingCode,
      boolean findingLower,
      boolean findingConfirmed,
      String findingAuthor,
      String findingSecond,
      String look,
      String lookAuthor,
      int people) {}

  /** Everybody, counted by the database. */
  public List<Alike> alike() {
    return sql.list(
        "select languages, finding_code, finding_lower, finding_confirmed, finding_author,"
            + " finding_second, look, look_author, count(*) n from person_row group by languages,"
            + " finding_code, finding_lower, finding_confirmed, finding_author, finding_second,"
            + " look, look_author",
        r ->
            new Alike(
                r.getString("languages"),
                r.getString("finding_code"),
                r.getBoolean("finding_lower"),
                r.getBoolean("finding_confirmed"),
                Optional.ofNullable(r.getString("finding_author")).orElse(""),
                Optional.ofNullable(r.getString("finding_second")).orElse(""),
                r.getString("look"),
                Optional.ofNullable(r.getString("look_author")).orElse(""),
                r.getInt("n")));
  }

  @Override
  public long highestNumber(String start) {
    return new Numbered(sql, "person_row", "wristband").highest(start);
  }

  @Override
  public List<Long> numbers(String start) {
    return new Numbered(sql, "person_row", "wristband").all(start);
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        new RecordId(r.getObject("id", UUID.class)),
        r.getString("wristband"),
        r.getString("name"),
        r.getString("roman"),
        r.getString("sex"),
        births(r.getString("birth")),
        r.getString("languages"),
        r.getString("interpreter"),
        millis(r, "arrived_millis"),
        millis(r, "detained_millis"),
        ref(r, "triage"),
        r.getString("triage_state"),
        r.getString("urgency"),
        r.getBoolean("told"),
        ref(r, "screening"),
        r.getString("screening_state"),
        ref(r, "finding"),
        r.getString("finding_code"),
        r.getBoolean("finding_lower"),
        r.getBoolean("finding_confirmed"),
        Optional.ofNullable(r.getString("finding_second")),
        Optional.ofNullable(r.getString("finding_author")),
        millis(r, "finding_millis"),
        r.getString("forced"),
        r.getString("defrauded"),
        r.getInt("still_inside"),
        r.getInt("disputes"),
        r.getLong("changed_millis"),
        millis(r, "triage_millis"),
        Optional.ofNullable(r.getString("triage_author")),
        r.getBoolean("outcome_told"),
        r.getString("look"),
        millis(r, "look_millis"),
        Optional.ofNullable(r.getString("look_author")),
        r.getInt("links"));
  }

  private static List<PartialDate> births(String json) {
    return Records.content(json) instanceof Value.Listing l
        ? l.items().stream().map(PartialDate::of).toList()
        : List.of();
  }

  private static Optional<RecordId> ref(ResultSet r, String column) throws SQLException {
    @Nullable UUID id = r.getObject(column, UUID.class);
    return id == null ? Optional.empty() : Optional.of(new RecordId(id));
  }

  static Optional<Long> millis(ResultSet r, String column) throws SQLException {
    long millis = r.getLong(column);
    return r.wasNull() ? Optional.empty() : Optional.of(millis);
  }
}
