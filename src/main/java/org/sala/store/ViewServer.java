package org.sala.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A view in a schema of its own on a PostgreSQL server. Its schema's name holds the view's version:
 * an older one is dropped when a newer one is made, and never migrated.
 *
 * <p>The names in it are as readable as the server's disk: {@code
 * docs/decisions/0110-headquarters-on-a-server.md} says what that disk must be.
 */
public final class ViewServer extends ViewDatabase {
  private static final String PREFIX = "view";
  // Any number that nothing else of Sala locks by.
  private static final long MAKING = 0x53414c4156494557L;

  private final HikariDataSource pool;
  private final FileHealth health = new FileHealth();

  private ViewServer(HikariDataSource pool) {
    this.pool = pool;
  }

  /** What came of opening a view on a server. */
  public sealed interface Opening {
    record Ready(ViewServer server) implements Opening {}

    /** A newer Sala works with this database; nothing was touched. */
    record TooNew(int version) implements Opening {}
  }

  /**
   * Opens the view on a server, or makes an empty one where there is none of this version.
   *
   * @throws StoreFault {@code CLOSED} when the server cannot be reached or does not let us in
   */
  public static Opening open(ServerAddress address) {
    HikariDataSource pool = ServerPool.to(address, "view", schema());
    boolean ready = false;
    try (Connection connection = pool.getConnection()) {
      OptionalInt newer = make(connection);
      if (newer.isPresent()) {
        return new Opening.TooNew(newer.getAsInt());
      }
      ready = true;
      return new Opening.Ready(new ViewServer(pool));
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    } finally {
      if (!ready) {
        pool.close();
      }
    }
  }

  private static String schema() {
    return PREFIX + ViewFile.VERSION;
  }

  /** Makes the schema unless it is there, one program at a time; answers with a newer version. */
  private static OptionalInt make(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, MAKING);
      lock.execute();
      List<Integer> versions = versions(connection);
      OptionalInt newer =
          versions.stream().mapToInt(v -> v).filter(v -> v > ViewFile.VERSION).findFirst();
      if (newer.isEmpty() && !versions.contains(ViewFile.VERSION)) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("create schema " + schema());
          ViewSchema.create(connection, Dialect.POSTGRESQL);
          for (int older : versions) {
            statement.execute("drop schema " + PREFIX + older + " cascade");
          }
        }
      }
      connection.commit();
      done = true;
      return newer;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  private static List<Integer> versions(Connection connection) throws SQLException {
    List<Integer> versions = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select nspname from pg_namespace where nspname ~ '^" + PREFIX + "[0-9]{1,6}$'")) {
      while (rows.next()) {
        versions.add(Integer.valueOf(rows.getString(1).substring(PREFIX.length())));
      }
    }
    return versions;
  }

  @Override
  Sql sql() {
    return new Sql(this::connection, Dialect.POSTGRESQL, health);
  }

  @Override
  Connection connection() throws SQLException {
    return pool.getConnection();
  }

  @Override
  Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  /** A server looks after its own files; that a connection is gone is no trouble of the view. */
  @Override
  Optional<FileHealth.Trouble> trouble() {
    return health.trouble();
  }

  @Override
  void clear() {
    try (Connection connection = connection()) {
      ViewSchema.clear(connection);
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
