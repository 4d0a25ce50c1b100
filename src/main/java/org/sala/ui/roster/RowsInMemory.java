package org.sala.ui.roster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sala.domain.ListPage;
import org.sala.domain.ListQuery;

/**
 * Rows of a long list that are read once and then looked through: what is typed is looked for in
 * all the words of a row, in the language that they are read in. Any thread; nobody waits for a
 * read that another has begun.
 */
public final class RowsInMemory<R> {
  private final Supplier<List<R>> source;
  private final Function<R, String> words;
  private final Map<String, Comparator<R>> orders;
  private final AtomicLong asked = new AtomicLong();
  private volatile ListQuery last = new ListQuery("", "", false, 0, 1);
  private volatile Held<R> held = new Held<>(-1, List.of());

  /** What was read, and upon which asking. */
  private record Held<R>(long at, List<R> rows) {}

  /**
   * @param source reads all rows, in their usual order
   * @param words everything of a row that can be looked for
   * @param orders by the key that a column is sorted by; by any other they stand as they were read
   */
  public RowsInMemory(
      Supplier<List<R>> source, Function<R, String> words, Map<String, Comparator<R>> orders) {
    this.source = source;
    this.words = words;
    this.orders = Map.copyOf(orders);
  }

  /** Returns the answers to a list's questions. */
  public Listed.Asked<R> asked() {
    return new Listed.Asked<>(this::page, this::count, Listed.WHOLE);
  }

  /** What was read may be old. */
  public void again() {
    asked.incrementAndGet();
  }

  /** Returns all rows; they are read where they were not since {@link #again}. */
  public List<R> all() {
    long now = asked.get();
    Held<R> known = held;
    if (known.at() == now) {
      return known.rows();
    }
    List<R> rows = List.copyOf(source.get());
    held = new Held<>(now, rows);
    return rows;
  }

  /** Where the first of such rows stands in the order that was asked for last, unfiltered. */
  OptionalInt at(Predicate<R> wanted) {
    ListQuery order = last;
    List<R> rows = arranged("", order.sort(), order.descending()).toList();
    return IntStream.range(0, rows.size()).filter(i -> wanted.test(rows.get(i))).findFirst();
  }

  private ListPage<R> page(ListQuery q) {
    last = q;
    return new ListPage<>(
        arranged(q.filter(), q.sort(), q.descending()).skip(q.offset()).limit(q.limit()).toList(),
        Optional.empty());
  }

  private Stream<R> arranged(String filter, String sort, boolean descending) {
    Stream<R> found = all().stream().filter(typed(filter));
    Comparator<R> order = orders.get(sort);
    return order == null ? found : found.sorted(descending ? order.reversed() : order);
  }

  private int count(String filter, int most) {
    return (int) all().stream().filter(typed(filter)).limit(most).count();
  }

  private Predicate<R> typed(String filter) {
    List<String> wanted =
        Arrays.stream(filter.strip().toLowerCase(Locale.ROOT).split("\\s+")).toList();
    return row -> {
      String all = words.apply(row).toLowerCase(Locale.ROOT);
      return wanted.stream().allMatch(all::contains);
    };
  }
}
