package org.sala.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sealed entries of one length in a table that several programs append to. Places count from 1,
 * with gaps; an entry that is there already is not appended again.
 */
public final class ServerEntries implements AutoCloseable {
  private static final int AT_ONCE = 10_000;

  private final String table;
  private final int name;
  private final Sql sql;

  /**
   * @param name how many bytes of each entry name it
   */
  ServerEntries(Supplier<Sql> sql, String table, int name) {
    this.sql = sql.get();
    this.table = table;
    this.name = name;
  }

  /** An entry and where it lies. */
  public record Row(long place, byte[] entry) {}

  /** Returns the entries behind a place, in their order. */
  public List<Row> behind(long place) {
    List<Row> all = new ArrayList<>();
    List<Row> some;
    do {
      some =
          sql.list(
              "select place, entry from "
                  + table
                  + " where place > ? order by place fetch first ? rows only",
              r -> new Row(r.getLong(1), r.getBytes(2)),
              all.isEmpty() ? place : all.getLast().place(),
              AT_ONCE);
      all.addAll(some);
    } while (some.size() == AT_ONCE);
    return all;
  }

  /**
   * Appends entries, all or none. Whoever appends holds the others back until it is durable, so
   * that places are seen in their order and none is passed over.
   */
  public void append(List<byte[]> entries) {
    if (entries.isEmpty()) {
      return;
    }
    List<Object[]> rows = new ArrayList<>();
    entries.forEach(e -> rows.add(new Object[] {Arrays.copyOf(e, name), e}));
    sql.together(
        () -> {
          sql.list("select pg_advisory_xact_lock(hashtext(?))", r -> "", "sala " + table);
          sql.batch(
              "insert into " + table + "(name, entry) values (?, ?) on conflict do nothing", rows);
        });
  }

  /** Writes over an entry where it stands. */
  public void put(long place, byte[] entry) {
    sql.update("update " + table + " set entry = ? where place = ?", entry, place);
  }

  @Override
  public void close() {
    sql.close();
  }
}
