package org.sala.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.sala.store.file.FileHealth;

/**
 * A view in a schema of its own on a PostgreSQL server. Its schema's name holds the view's version:
 * an older one is dropped when a newer one is made, and never migrated.
 *
 * <p>The names in it are as readable as the server's disk: {@code docs/decisions/0112} says what
 * that disk must be.
 */
public final class ViewServer extends ViewDatabase {
  private static final String PREFIX = "view";
  // Any number that nothing else of Sala locks by.
  private static final long MAKING = 0x53414c4156494557L;

  /** What whoever follows the journal holds a lock by, together with all others who do. */
  static final long FOLLOWING = 0x53414c41464f4c4cL;

  /** Whether this login may follow. */
  static final String MAY_FOLLOW =
      "select pg_has_role(current_user, '" + ViewAccess.FOLLOWER + "', 'member')";

  /** Whether the view has everything that was in the journal when it was made, or made again. */
  static final String WHOLE =
      "select exists (select 1 from "
          + schema()
          + ".applied where one = 1 and last_sequence >= whole_at)";

  private final ServerPool pool;
  private final boolean follows;
  private final FileHealth health = new FileHealth();

  private ViewServer(ServerPool pool, boolean follows) {
    this.pool = pool;
    this.follows = follows;
  }

  /** What came of opening a view on a server. */
  public sealed interface Opening {
    record Ready(ViewServer server) implements Opening {}

    /** A newer Sala works with this database; nothing was touched. */
    record TooNew(int version) implements Opening {}

    /**
     * There is none of this version, or a crash of the server emptied it, and this login may not
     * make one: an importer has to open it first.
     */
    record NotMade() implements Opening {}
  }

  /** What was found and done. */
  private enum Found {
    READY,
    NEWER,
    NONE
  }

  /**
   * Opens the view on a server; an importer makes an empty one where there is none of this version.
   *
   * @throws StoreFault {@code AWAY} when the server cannot be reached or does not let us in
   */
  public static Opening open(ServerAddress address) {
    // A crash empties the view anyway, so no slice waits for the disk.
    ServerPool pool =
        ServerPool.to(address, "view", schema(), Optional.of("set synchronous_commit = off"));
    boolean ready = false;
    try (Connection connection = pool.connection()) {
      Opening opening =
          switch (make(connection)) {
            case NEWER ->
                new Opening.TooNew(versions(connection).stream().mapToInt(v -> v).max().orElse(0));
            case NONE -> new Opening.NotMade();
            case READY -> new Opening.Ready(new ViewServer(pool, mayFollow(connection)));
          };
      ready = opening instanceof Opening.Ready;
      return opening;
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

  /** Makes the schema unless it is there and whole, one program at a time. */
  private static Found make(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + MAKING + ")");
      List<Integer> versions = versions(connection);
      Found found;
      if (versions.stream().anyMatch(v -> v > ViewFile.VERSION)) {
        found = Found.NEWER;
      } else if (versions.contains(ViewFile.VERSION) && ViewSchema.isWhole(connection)) {
        found = Found.READY;
      } else if (!mayMake(statement)) {
        found = Found.NONE;
      } else {
        statement.execute("set local role " + ViewAccess.FOLLOWER);
        for (int older : versions) {
          statement.execute("drop schema " + PREFIX + older + " cascade");
        }
        statement.execute("create schema " + schema());
        ViewSchema.create(connection, Dialect.POSTGRESQL, journalEnd(statement));
        for (String sql : ViewAccess.statements(schema())) {
          statement.execute(sql);
        }
        found = Found.READY;
      }
      connection.commit();
      done = true;
      return found;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  /** How far the journal is that lies there; one that is not there has nothing to show. */
  private static long journalEnd(Statement statement) throws SQLException {
    String end = ServerSchema.NAME + ".journal_end";
    try (ResultSet row = statement.executeQuery("select to_regclass('" + end + "') is not null")) {
      if (!row.next() || !row.getBoolean(1)) {
        return 0;
      }
    }
    try (ResultSet row = statement.executeQuery("select last_change from " + end)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static boolean mayMake(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(MAY_FOLLOW)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static boolean mayFollow(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return mayMake(statement);
    }
  }

  /** Whether this login follows the journal; where not, it waits for those who do. */
  @Override
  public boolean follows() {
    return follows;
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
    return pool.connection();
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

  /**
   * Tells whenever somebody has followed the journal further here, within moments, on a thread of
   * its own.
   *
   * @param to hears how far the view is, or 0 where that has to be asked; must not wait
   * @return ends it when it is closed
   */
  public AutoCloseable hear(LongConsumer to) {
    return new Hearing(this::connection, Dialect.CHANNEL, to, () -> {});
  }

  /** Makes the tables again where a crash of the server has emptied them. */
  public void mend() {
    try (Connection connection = connection()) {
      make(connection);
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    }
  }

  /** Empties it in one step; whoever follows waits, and goes on from the beginning. */
  @Override
  void clear() {
    try (Connection connection = connection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        try (Statement statement = connection.createStatement()) {
          ViewSchema.clearAmongOthers(connection, journalEnd(statement));
        }
        connection.commit();
        done = true;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    }
  }

  /** Ends every connection and everything that hangs on one; does not wait. */
  public void cut() {
    pool.cut();
  }

  @Override
  public void close() {
    pool.close();
  }
}
