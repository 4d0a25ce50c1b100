package org.sala.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;

/**
 * What was written elsewhere and came after a place in the journal, by whom or what it is about.
 */
public final class NewsRows {
  /** So many changes are looked through first, and twice as many in each step that follows. */
  private static final int STEP = 2_000;

  private final Reading sql;
  private final int step;

  NewsRows(Reading sql) {
    this(sql, STEP);
  }

  NewsRows(Reading sql, int step) {
    this.sql = sql;
    this.step = step;
  }

  /**
   * Says which changes count as news.
   *
   * @param after a place in the journal: what follows it is new
   * @param upTo a place in the journal: what follows it is not asked for yet
   * @param here this station, whose own changes are no news
   * @param from the only station that counts; empty for all others
   */
  public record Since(long after, long upTo, StationId here, Optional<StationId> from) {
    private Since between(long first, long last) {
      return new Since(first, last, here, from);
    }
  }

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

  /** How what is listed once is found: in a part of the journal, and in all that counts. */
  private interface Listing<T> {
    /** What was written in a part of the journal, by what is listed once. */
    List<T> in(Since part);

    /** What was written of these records in any part, in the order that is wanted. */
    List<T> all(Set<RecordId> of);

    Object key(T one);

    RecordId id(T one);

    long place(T one);
  }

  /**
   * What something was written of, in the order that is wanted, and by its id where one change says
   * of several. Those that stand at the same place as the last of them come as well, so that there
   * may be more than asked for.
   *
   * @param kind of the records themselves, and the name by which others refer to them
   */
  public List<About> about(String kind, Since since, Wanted wanted, int most) {
    return walked(
        since,
        wanted,
        most,
        new Listing<>() {
          @Override
          public List<About> in(Since part) {
            return abouts(new Question(kind, part, Optional.empty()), wanted);
          }

          @Override
          public List<About> all(Set<RecordId> of) {
            return abouts(new Question(kind, since, Optional.of(of)), wanted);
          }

          @Override
          public Object key(About one) {
            return one.id();
          }

          @Override
          public RecordId id(About one) {
            return one.id();
          }

          @Override
          public long place(About one) {
            return one.sequence();
          }
        });
  }

  private List<About> abouts(Question q, Wanted wanted) {
    return sql.list(
        "select o, s, m from (select o, max(seq) s, max(millis) m from ("
            + q.sql
            + ") n group by o) t order by "
            + wanted.order
            + ", o",
        r -> new About(new RecordId(r.getObject(1, UUID.class)), r.getLong(2), r.getLong(3)),
        q.values.toArray());
  }

  /** Returns what is new of some records, part by part. */
  public List<Part> parts(String kind, Since since, Collection<RecordId> of) {
    if (of.isEmpty()) {
      return List.of();
    }
    Question q = new Question(kind, since, Optional.of(of));
    return sql.list(
        "select o, kind, station, count(distinct record) from ("
            + q.sql
            + ") n group by o, kind, station order by o, kind, station",
        r ->
            new Part(
                new RecordId(r.getObject(1, UUID.class)),
                r.getString(2),
                new StationId(r.getObject(3, UUID.class)),
                r.getInt(4)),
        q.values.toArray());
  }

  /** Records of a kind, in the order that is wanted, as {@link #about} gives them. */
  public List<Written> records(String kind, Since since, Wanted wanted, int most) {
    return walked(
        since,
        wanted,
        most,
        new Listing<>() {
          private record Key(RecordId id, StationId station) {}

          @Override
          public List<Written> in(Since part) {
            return written(kind, part, wanted, Optional.empty());
          }

          @Override
          public List<Written> all(Set<RecordId> of) {
            return written(kind, since, wanted, Optional.of(of));
          }

          @Override
          public Object key(Written one) {
            return new Key(one.id(), one.station());
          }

          @Override
          public RecordId id(Written one) {
            return one.id();
          }

          @Override
          public long place(Written one) {
            return one.sequence();
          }
        });
  }

  private List<Written> written(
      String kind, Since since, Wanted wanted, Optional<Set<RecordId>> of) {
    List<@Nullable Object> values = new ArrayList<>(Question.values(since));
    values.add(kind);
    of.ifPresent(ids -> values.add(Slice.uuids(ids)));
    return sql.list(
        "select o, station, s, m from"
            + " (select v.record o, c.station station, max(c.seq) s, max(c.millis) m from "
            + Question.CHANGED
            + Question.where(since)
            + " and r.kind = ?"
            + (of.isPresent() ? " and v.record = any(?)" : "")
            + " group by v.record, c.station) t order by "
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

  /**
   * Walks through the journal from the end that is wanted until enough is found: whoever never said
   * that anything was seen has all of it behind the mark, and asks again with every refresh. What
   * was written again further on is found there.
   */
  private <T> List<T> walked(Since since, Wanted wanted, int most, Listing<T> listing) {
    Map<Object, T> found = new LinkedHashMap<>();
    Since rest = since;
    int changes = step;
    Optional<Since> part = next(rest, wanted, changes);
    while (part.isPresent() && found.size() < most) {
      long last = part.get().upTo();
      List<T> here = listing.in(part.get());
      if (wanted == Wanted.FIRST && last < since.upTo()) {
        Set<RecordId> ids = new LinkedHashSet<>();
        here.forEach(t -> ids.add(listing.id(t)));
        here = all(listing, wanted, ids);
        here.removeIf(t -> listing.place(t) > last);
      }
      here.forEach(t -> found.putIfAbsent(listing.key(t), t));
      rest =
          wanted == Wanted.FIRST
              ? since.between(last, since.upTo())
              : since.between(since.after(), part.get().after());
      changes = Math.min(2 * changes, Integer.MAX_VALUE / 4);
      part = next(rest, wanted, changes);
    }
    Set<Object> keys = new LinkedHashSet<>();
    Set<RecordId> ids = new LinkedHashSet<>();
    List<T> all = List.copyOf(found.values());
    for (int i = 0; i < all.size(); i++) {
      if (i < most || listing.place(all.get(i)) == listing.place(all.get(most - 1))) {
        keys.add(listing.key(all.get(i)));
        ids.add(listing.id(all.get(i)));
      }
    }
    List<T> wantedOnes = all(listing, wanted, ids);
    wantedOnes.removeIf(t -> !keys.contains(listing.key(t)));
    return wantedOnes;
  }

  /** Asks of any number of records, some thousands at a time. */
  private static <T> List<T> all(Listing<T> listing, Wanted wanted, Set<RecordId> ids) {
    List<RecordId> list = List.copyOf(ids);
    List<T> all = new ArrayList<>();
    for (int from = 0; from < list.size(); from += Reading.MOST_NAMED) {
      int to = Math.min(list.size(), from + Reading.MOST_NAMED);
      all.addAll(listing.all(new LinkedHashSet<>(list.subList(from, to))));
    }
    Comparator<T> order = Comparator.comparingLong(listing::place);
    all.sort(wanted == Wanted.FIRST ? order : order.reversed());
    return all;
  }

  /** The next part of the journal that is looked through; empty where nothing counts any more. */
  private Optional<Since> next(Since rest, Wanted wanted, int changes) {
    boolean first = wanted == Wanted.FIRST;
    List<@Nullable Object> values = new ArrayList<>(Question.values(rest));
    values.add(changes);
    long edge =
        sql.number(
            "select coalesce("
                + (first ? "max" : "min")
                + "(seq), -1) from (select c.seq from change_log c"
                + Question.where(rest)
                + " order by c.seq"
                + (first ? "" : " desc")
                + " fetch first ? rows only) t",
            values.toArray());
    return edge < 0
        ? Optional.empty()
        : Optional.of(
            first ? rest.between(rest.after(), edge) : rest.between(edge - 1, rest.upTo()));
  }

  /** The records of a kind, and all that refer to one of them. */
  private static final class Question {
    static final String CHANGED =
        "change_log c join revision v on v.change = c.id join record r on r.id = v.record";
    private static final String SELECT =
        " o, r.kind kind, c.station station, v.record record, c.seq seq, c.millis millis from ";

    private final String sql;
    private final List<@Nullable Object> values = new ArrayList<>();

    /**
     * @param of the only ones that are asked for; empty for all
     */
    Question(String kind, Since since, Optional<? extends Collection<RecordId>> of) {
      this.sql =
          "select v.record"
              + SELECT
              + CHANGED
              + where(since)
              + " and r.kind = ?"
              + (of.isPresent() ? " and v.record = any(?)" : "")
              + " union all select f.target"
              + SELECT
              + CHANGED
              + " join reference f on f.record = v.record and f.name = ?"
              + where(since)
              + (of.isPresent() ? " and f.target = any(?)" : "");
      values.addAll(values(since));
      values.add(kind);
      of.ifPresent(ids -> values.add(Slice.uuids(ids)));
      values.add(kind);
      values.addAll(values(since));
      of.ifPresent(ids -> values.add(Slice.uuids(ids)));
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
  }
}
