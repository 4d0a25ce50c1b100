package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.domain.ListPage;
import org.sala.domain.ListQuery;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * One list of the view: every page of it, in every order, comes by an index and costs about the
 * same among a hundred rows and a hundred thousand.
 *
 * <p>Few found are sorted when they are asked for. Where much is found, the list is walked in its
 * order instead, and each row looked up among the words: then a page is full soon.
 */
final class Listing<R> {
  /** Up to so many found are fetched and sorted; more are met soon on a walk. */
  private static final int FEW = 2_000;

  private static final int FIRST_STEP = 256;
  private static final int LONGEST_STEP = 8_192;

  /** After how many rows looked up one by one it is cheaper to know everything that is found. */
  private static final int PATIENCE = 4_000;

  /** Columns that may be empty. */
  private static final Set<String> NULLABLE = Set.of("arrived_millis", "taken_millis");

  private final Reading sql;
  private final Shape shape;
  private final Reading.Row<R> reader;

  /**
   * What is listed, and how.
   *
   * @param sorts the columns with an index, each with the id behind it, by the keys of lists
   */
  record Shape(String kind, String table, Map<String, String> sorts, String usual) {}

  Listing(Reading sql, Shape shape, Reading.Row<R> reader) {
    this.sql = sql;
    this.shape = shape;
    this.reader = reader;
  }

  ListPage<R> page(ListQuery q) {
    Beginnings typed = new Beginnings(sql, shape.kind(), q.filter());
    Order order = new Order(shape.sorts().getOrDefault(q.sort(), shape.usual()), q.descending());
    if (typed.isAll()) {
      return rows(order, order.after(q.after()), "", List.of(), q.offset(), q.limit());
    }
    Optional<List<UUID>> few = typed.few(FEW);
    return few.isEmpty()
        ? walk(order, typed, q)
        : rows(
            order,
            order.after(q.after()),
            " and id = any(?)",
            List.of((Object) few.get().toArray(UUID[]::new)),
            q.offset(),
            q.limit());
  }

  /** How many there are, counted no further than asked where something was typed. */
  int count(String filter, int most) {
    Beginnings typed = new Beginnings(sql, shape.kind(), filter);
    return typed.isAll()
        ? (int) sql.number("select count(*) from " + shape.table())
        : typed.count(most);
  }

  private ListPage<R> rows(
      Order order, Condition after, String also, List<Object> with, int offset, int limit) {
    List<@Nullable Object> values = new ArrayList<>(after.values());
    values.addAll(with);
    values.add(offset);
    values.add(limit);
    List<R> rows = new ArrayList<>();
    ListQuery.@Nullable Mark end = null;
    for (Placed<R> p :
        sql.list(
            "select * from "
                + shape.table()
                + " where "
                + after.sql()
                + also
                + order.by()
                + " offset ? rows fetch next ? rows only",
            r -> new Placed<>(reader.read(r), order.mark(r)),
            values.toArray())) {
      rows.add(p.row());
      end = p.mark();
    }
    return new ListPage<>(rows, Optional.ofNullable(end));
  }

  private record Placed<R>(R row, ListQuery.Mark mark) {}

  private ListPage<R> walk(Order order, Beginnings typed, ListQuery q) {
    List<ListQuery.Mark> found = new ArrayList<>();
    Optional<ListQuery.Mark> after = q.after();
    Optional<Set<UUID>> known = Optional.empty();
    int skip = q.offset();
    int walked = 0;
    for (int step = FIRST_STEP; found.size() < q.limit(); ) {
      List<ListQuery.Mark> marks = marks(order, after, step);
      if (marks.isEmpty()) {
        break;
      }
      if (walked >= PATIENCE && known.isEmpty()) {
        known = Optional.of(typed.all());
      }
      Set<UUID> met =
          known.orElseGet(() -> typed.among(marks.stream().map(m -> m.id().value()).toList()));
      for (ListQuery.Mark m : marks) {
        if (met.contains(m.id().value()) && skip-- <= 0 && found.size() < q.limit()) {
          found.add(m);
        }
      }
      after = Optional.of(marks.getLast());
      walked += marks.size();
      step = Math.min(LONGEST_STEP, step * 2);
    }
    Map<RecordId, R> rows = new HashMap<>();
    sql.list(
        "select * from " + shape.table() + " where id = any(?)",
        r -> rows.put(new RecordId(r.getObject("id", UUID.class)), reader.read(r)),
        (Object) found.stream().map(m -> m.id().value()).toArray(UUID[]::new));
    return new ListPage<>(
        found.stream().map(ListQuery.Mark::id).filter(rows::containsKey).map(rows::get).toList(),
        found.isEmpty() ? Optional.empty() : Optional.of(found.getLast()));
  }

  /** The next places of the list; the index alone has them. */
  private List<ListQuery.Mark> marks(Order order, Optional<ListQuery.Mark> from, int most) {
    Condition after = order.after(from);
    List<@Nullable Object> values = new ArrayList<>(after.values());
    values.add(most);
    return sql.list(
        "select id, "
            + order.column()
            + " from "
            + shape.table()
            + " where "
            + after.sql()
            + order.by()
            + " fetch next ? rows only",
        order::mark,
        values.toArray());
  }

  private record Condition(String sql, List<@Nullable Object> values) {}

  /** By one column, and by the id where that is the same; rows without a value are the highest. */
  private record Order(String column, boolean descending) {
    String by() {
      String way = descending ? " desc" : "";
      return " order by " + column + way + ", id" + way;
    }

    Condition after(Optional<ListQuery.Mark> mark) {
      if (mark.isEmpty()) {
        return new Condition("1 = 1", List.of());
      }
      UUID id = mark.get().id().value();
      String beyond = descending ? " < ?" : " > ?";
      Optional<Object> value = plain(mark.get().value());
      if (value.isEmpty()) {
        return new Condition(
            "(" + column + " is null and id" + beyond + (descending ? notNull() : "") + ")",
            List.of(id));
      }
      // The first part is for the index, which does not understand the second.
      String reached = column + (descending ? " <= ?" : " >= ?");
      String passed = "(" + column + beyond + " or id" + beyond + ")";
      return descending
          ? new Condition(reached + " and " + passed, List.of(value.get(), value.get(), id))
          : new Condition(
              "(" + reached + " and " + passed + orNull() + ")",
              List.of(value.get(), value.get(), id));
    }

    private String notNull() {
      return " or " + column + " is not null";
    }

    /** Only where the column may be empty: otherwise it would keep the index from being used. */
    private String orNull() {
      return NULLABLE.contains(column) ? " or " + column + " is null" : "";
    }

    ListQuery.Mark mark(ResultSet r) throws SQLException {
      Object value = r.getObject(column);
      return new ListQuery.Mark(
          switch (value) {
            case null -> Value.Nothing.HERE;
            case Number n -> Value.whole(n.longValue());
            default -> Value.text(value.toString());
          },
          new RecordId(r.getObject("id", UUID.class)));
    }

    private static Optional<Object> plain(Value value) {
      return switch (value) {
        case Value.Whole w -> Optional.of(w.number());
        case Value.Text t -> Optional.of(t.text());
        default -> Optional.empty();
      };
    }
  }
}
