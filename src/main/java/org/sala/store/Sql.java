package org.sala.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One connection with its prepared statements. Exceptions of the driver become {@link StoreFault}s
 * without its text, which may quote values. One thread at a time.
 *
 * <p>The database swallows some errors of its file and goes on with less than there is; so no
 * answer is given out once the file is in trouble.
 */
final class Sql implements Reading, AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private final FileHealth health;

  Sql(Connection connection, FileHealth health) {
    this.connection = connection;
    this.health = health;
  }

  synchronized int update(String sql, @Nullable Object... values) {
    try {
      int rows = bind(sql, values).executeUpdate();
      inGoodHealth();
      return rows;
    } catch (SQLException e) {
      throw faulty(e);
    }
  }

  /** The same statement for many rows; none is nothing to do. */
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
      inGoodHealth();
    } catch (SQLException e) {
      throw faulty(e);
    }
  }

  @Override
  public synchronized <T> List<T> list(String sql, Row<T> reader, @Nullable Object... values) {
    List<T> rows = new ArrayList<>();
    try (ResultSet result = bind(sql, values).executeQuery()) {
      while (result.next()) {
        rows.add(reader.read(result));
      }
    } catch (SQLException e) {
      throw faulty(e);
    }
    inGoodHealth();
    return rows;
  }

  /** Runs all or nothing. */
  synchronized void together(Runnable work) {
    try {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        work.run();
        connection.commit();
        done = true;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw faulty(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
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

  private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private StoreFault faulty(SQLException e) {
    inGoodHealth();
    return fault(e);
  }

  static StoreFault fault(SQLException e) {
    StoreFault.Code code =
        switch (e.getErrorCode()) {
          case 90098, 90121, 90067 -> StoreFault.Code.CLOSED;
          case 90030, 90108, 90028, 90031 -> StoreFault.Code.DAMAGED;
          case 90100 -> StoreFault.Code.DISK_FULL;
          default -> StoreFault.Code.QUERY;
        };
    return new StoreFault(code, "database error " + e.getErrorCode());
  }
}
