package org.sala.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sala.store.file.FileHealth;

/**
 * One connection with its prepared statements. Exceptions of the driver become {@link StoreFault}s
 * without its text, which may quote values. One thread at a time.
 *
 * <p>The embedded database swallows some errors of its file and goes on with less than there is; so
 * no answer is given out once the file is in trouble. A server's connection may go at any time: the
 * next thing asked takes another.
 */
final class Sql implements Reading, AutoCloseable {
  /** Rows that leave enough behind to look for it before all of a slice is written or asked. */
  private static final int MANY = 200;

  /** Where connections come from. */
  interface Door {
    Connection connect() throws SQLException;
  }

  private final Door door;
  private final Dialect dialect;
  private final FileHealth health;
  private final boolean onDisk;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final Map<String, String> puts = new HashMap<>();
  private @Nullable Connection connection;
  private boolean inTransaction;
  private boolean answered;

  Sql(Door door, Dialect dialect, FileHealth health) {
    this(door, dialect, health, true);
  }

  /**
   * @param onDisk whether pages come and go, of which much is left; of a view in memory none do
   */
  Sql(Door door, Dialect dialect, FileHealth health, boolean onDisk) {
    this.door = door;
    this.dialect = dialect;
    this.health = health;
    this.onDisk = onDisk;
    try {
      this.connection = door.connect();
    } catch (SQLException e) {
      throw faulty(e);
    }
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  synchronized int update(String sql, @Nullable Object... values) {
    try {
      int rows = bind(sql, values).executeUpdate();
      answered = true;
      inGoodHealth();
      return rows;
    } catch (SQLException e) {
      throw faulty(e);
    }
  }

  /** Runs one statement for many rows; of no rows nothing is done. */
  synchronized void batch(String sql, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try {
      PreparedStatement statement = bind(sql);
      for (@Nullable Object[] row : rows) {
        bind(sql, row);
        statement.addBatch();
      }
      statement.executeBatch();
      answered = true;
      inGoodHealth();
    } catch (SQLException e) {
      throw faulty(e);
    }
  }

  /**
   * Puts whole rows in the place of those with the same key; of two with one key the later stays.
   *
   * @param key how many of the first columns are the primary key
   */
  synchronized void put(String table, int key, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String sql = putting(table, key, rows.getFirst().length);
    Map<List<@Nullable Object>, @Nullable Object[]> last = new LinkedHashMap<>();
    rows.forEach(row -> last.put(Arrays.asList(row).subList(0, key), row));
    batch(sql, new ArrayList<>(last.values()));
    if (onDisk && rows.size() >= MANY) {
      Garbage.collectAmidMuch();
    }
  }

  private String putting(String table, int key, int columns) {
    return puts.computeIfAbsent(table, t -> dialect.put(t, key, columns, () -> columnsOf(table)));
  }

  private List<String> columnsOf(String table) {
    try (PreparedStatement none =
            connection().prepareStatement("select * from " + table + " where 1 = 0");
        ResultSet rows = none.executeQuery()) {
      ResultSetMetaData about = rows.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        names.add(about.getColumnName(i));
      }
      return names;
    } catch (SQLException e) {
      throw faulty(e);
    }
  }

  @Override
  public synchronized <T> List<T> list(String sql, Row<T> reader, @Nullable Object... values) {
    List<T> rows;
    try {
      rows = rows(sql, reader, values);
    } catch (SQLException e) {
      StoreFault fault = faulty(e);
      if (!dialect.isLost(e) || inTransaction) {
        throw fault;
      }
      try {
        rows = rows(sql, reader, values);
      } catch (SQLException again) {
        throw faulty(again);
      }
    }
    answered = true;
    inGoodHealth();
    if (onDisk) {
      tidyBehind(named(values));
    }
    return rows;
  }

  private static void tidyBehind(int named) {
    if (named >= MANY) {
      Garbage.collectAmidMuch();
    } else {
      Garbage.collectBehindMuch();
    }
  }

  /** Around each slice. */
  void tidy() {
    if (onDisk) {
      Garbage.collectWhenDue();
    }
  }

  /** How many values a question names: most come in one array. */
  private static int named(@Nullable Object... values) {
    int all = 0;
    for (Object v : values) {
      all += v instanceof Object[] many ? many.length : 1;
    }
    return all;
  }

  private <T> List<T> rows(String sql, Row<T> reader, @Nullable Object... values)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet result = bind(sql, values).executeQuery()) {
      while (result.next()) {
        rows.add(reader.read(result));
      }
    }
    return rows;
  }

  /** A question that is answered with yes or no. */
  boolean is(String sql) {
    return list(sql, r -> r.getBoolean(1)).equals(List.of(true));
  }

  /**
   * Runs all or nothing. A connection that had gone before anything of it was asked is replaced by
   * another, and the work is begun once more.
   */
  synchronized void together(Runnable work) {
    boolean had = connection != null;
    answered = false;
    try {
      transaction(work);
    } catch (StoreFault e) {
      if (e.code() != StoreFault.Code.AWAY || answered || !had) {
        throw e;
      }
      transaction(work);
    }
  }

  private void transaction(Runnable work) {
    try {
      Connection one = connection();
      one.setAutoCommit(false);
      inTransaction = true;
      boolean done = false;
      try {
        work.run();
        commit(one);
        done = true;
      } finally {
        inTransaction = false;
        // One that is gone has taken its transaction back.
        if (connection != null) {
          if (!done) {
            one.rollback();
          }
          one.setAutoCommit(true);
        }
      }
    } catch (SQLException e) {
      throw faulty(e);
    }
  }

  private void commit(Connection one) {
    try {
      one.commit();
    } catch (SQLException e) {
      throw faulty(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      // Of a store that closed itself in the midst of a transaction H2 tries for ever to take that
      // back; whoever owns the file lets go of it.
      if (connection != null && health.isGood()) {
        connection.close();
      }
    } catch (SQLException e) {
      throw faulty(e);
    }
  }

  private void inGoodHealth() {
    health
        .trouble()
        .ifPresent(
            trouble -> {
              throw new StoreFault(
                  trouble == FileHealth.Trouble.DISK
                      ? StoreFault.Code.DISK_FULL
                      : StoreFault.Code.DAMAGED,
                  health.detail());
            });
  }

  private Connection connection() throws SQLException {
    Connection now = connection;
    if (now == null) {
      now = door.connect();
      connection = now;
    }
    return now;
  }

  private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection().prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      @Nullable Object value = values[i];
      dialect.set(statement, i + 1, value instanceof String text ? withoutZeros(text) : value);
    }
    return statement;
  }

  /** A server refuses the one character that a hostile package could stop a view with. */
  private static String withoutZeros(String text) {
    return text.indexOf(0) < 0 ? text : text.replace('\0', '\ufffd');
  }

  private StoreFault faulty(SQLException e) {
    inGoodHealth();
    StoreFault fault = dialect.fault(e);
    if (dialect.isLost(e)) {
      letGo(fault);
    }
    return fault;
  }

  /** A connection that is gone takes its statements with it. */
  private void letGo(StoreFault why) {
    Connection gone = connection;
    connection = null;
    prepared.clear();
    if (gone != null) {
      try {
        gone.close();
      } catch (SQLException e) {
        // It is gone either way; whoever asked hears why.
        why.addSuppressed(dialect.fault(e));
      }
    }
  }
}
