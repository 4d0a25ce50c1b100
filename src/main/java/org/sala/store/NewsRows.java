package org.sala.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;

/**
 * What was written elsewhere and came after a place in the journal, by whom or what it is about.
 */
public final class NewsRows {
  private final Reading sql;

  NewsRows(Reading sql) {
    this.sql = sql;
  }

  /**
   * Says which changes count as news.
   *
   * @param after a place in the journal: what follows it is new
   * @param upTo a place in the journal: what follows it is not asked for yet
   * @param here this station, whose own changes are no news
   * @param from the only station that counts; empty for all others
   */
  public record Since(long after, long upTo, StationId here, Optional<StationId> from) {}

  /** A person or a case, when something was last written of it, and where that stands. */
  public record About(RecordId id, long sequence, long millis) {}

  /** How many records of a kind came of one station. */
  public record Part(RecordId about, String kind, StationId station, int records) {}

  /** One record that is new or changed. */
  public record Written(RecordId id, StationId station, long sequence, long millis) {}

  /** Where there is more than is wanted: what came first of it, or what came last. */
  public enum Wanted {
    FIRST("s"),
    LAST("s desc");

    private final String order;

    Wanted(String order) {
      this.order = order;
    }
  }

  /**
   * What something was written of, in the order that is wanted, and by its id where one change says
   * of several. Those that stand at the same place as the last of them come as well, so that there
   * may be more than asked for.
   *
   * @param kind of the records themselves, and the name by which others refer to them
   */
  public List<About> about(String kind, Since since, Wanted wanted, int most) {
    Question q = new Question(kind, since);
    return sql.list(
        "select o, s, m from (select o, max(seq) s, max(millis) m from ("
            + q.sql
            + ") n group by o order by "
            + wanted.order
            + " fetch first ? rows with ties) t order by "
            + wanted.order
            + ", o",
        r -> new About(new RecordId(r.getObject(1, UUID.class)), r.getLong(2), r.getLong(3)),
        q.with(most));
  }

  /** Returns what is new of some records, part by part. */
  public List<Part> parts(String kind, Since since, Collection<RecordId> of) {
    Question q = new Question(kind, since);
    return sql.list(
        "select o, kind, station, count(distinct record) from ("
            + q.sql
            + ") n where o = any(?) group by o, kind, station order by o, kind, station",
        r ->
            new Part(
                new RecordId(r.getObject(1, UUID.class)),
                r.getString(2),
                new StationId(r.getObject(3, UUID.class)),
                r.getInt(4)),
        q.with((Object) Slice.uuids(of)));
  }

  /** Records of a kind, in the order that is wanted, as {@link #about} gives them. */
  public List<Written> records(String kind, Since since, Wanted wanted, int most) {
    List<@Nullable Object> values = new ArrayList<>(Question.values(since));
    values.add(kind);
    values.add(most);
    return sql.list(
        "select o, station, s, m from"
            + " (select v.record o, c.station station, max(c.seq) s, max(c.millis) m from "
            + Question.CHANGED
            + Question.where(since)
            + " and r.kind = ? group by v.record, c.station order by "
            + wanted.order
            + " fetch first ? rows with ties) t order by "
            + wanted.order
            + ", o, station",
        r ->
            new Written(
                new RecordId(r.getObject(1, UUID.class)),
                new StationId(r.getObject(2, UUID.class)),
                r.getLong(3),
                r.getLong(4)),
        values.toArray());
  }

  /** The records of a kind, and all that refer to one of them. */
  private static final class Question {
    static final String CHANGED =
        "change_log c join revision v on v.change = c.id join record r on r.id = v.record";
    private static final String SELECT =
        " o, r.kind kind, c.station station, v.record record, c.seq seq, c.millis millis from ";

    private final String sql;
    private final List<@Nullable Object> values = new ArrayList<>();

    Question(String kind, Since since) {
      this.sql =
          "select v.record"
              + SELECT
              + CHANGED
              + where(since)
              + " and r.kind = ? union all select f.target"
              + SELECT
              + CHANGED
              + " join reference f on f.record = v.record and f.name = ?"
              + where(since);
      values.addAll(values(since));
      values.add(kind);
      values.add(kind);
      values.addAll(values(since));
    }

    static String where(Since since) {
      return " where c.seq > ? and c.seq <= ? and c.station <> ?"
          + (since.from().isPresent() ? " and c.station = ?" : "");
    }

    static List<@Nullable Object> values(Since since) {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(since.after());
      values.add(since.upTo());
      values.add(since.here().value());
      since.from().ifPresent(s -> values.add(s.value()));
      return values;
    }

    @Nullable Object[] with(@Nullable Object last) {
      List<@Nullable Object> all = new ArrayList<>(values);
      all.add(last);
      return all.toArray();
    }
  }
}
