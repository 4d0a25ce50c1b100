package org.sala.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections to one schema of a server. They can be {@linkplain #cut() cut}: then nobody waits any
 * more who waited for an answer or for a connection, and nothing is asked again. Thread-safe.
 */
final class ServerPool implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private static final int PATIENCE_MILLIS = 10_000;

  /** Whether an idle connection is still there is asked for less long than for a new one. */
  private static final int ALIVE_MILLIS = 2_500;

  /** A line that was cut without a word; nothing that is asked here takes so long. */
  private static final int SILENCE_SECONDS = 120;

  /**
   * A machine whose cable was pulled holds its locks for as long as the server believes in it: two
   * hours where nobody says otherwise, and meanwhile nobody else writes, or all wait for a view
   * that nobody brings on. So every connection asks the server to look soon, and to end what stands
   * in the middle of a transaction and says nothing.
   */
  private static final String LETS_GO =
      "-c tcp_keepalives_idle=20 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4"
          + " -c tcp_user_timeout=40000 -c idle_in_transaction_session_timeout=60000";

  /** Kept here, for a logger that nobody holds forgets its level. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  static {
    // The driver writes to standard error by itself; what the server says may quote a row.
    DRIVER.setLevel(Level.OFF);
  }

  /** How long it is waited for that connections take their leave of the server. */
  private static final long LEAVE_MILLIS = 1_000;

  private final HikariDataSource pool;
  private final ServerSockets.Line line;
  private final Set<Thread> waiting = new HashSet<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean cut;

  private ServerPool(HikariDataSource pool, ServerSockets.Line line) {
    this.pool = pool;
    this.line = line;
  }

  /**
   * Connects.
   *
   * @param name for the pool's threads
   * @param first what every connection is told at first
   * @throws StoreFault {@code AWAY} when the server cannot be reached or does not let us in
   */
  static ServerPool to(ServerAddress address, String name, String schema, Optional<String> first) {
    ServerSockets.Line line = new ServerSockets.Line();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    char[] password = address.password();
    config.setPassword(new String(password));
    Arrays.fill(password, '\0');
    config.setPoolName(name);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setValidationTimeout(ALIVE_MILLIS);
    first.ifPresent(config::setConnectionInitSql);
    config.addDataSourceProperty("ApplicationName", "Sala");
    config.addDataSourceProperty("currentSchema", schema);
    config.addDataSourceProperty("options", LETS_GO);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", String.valueOf(SILENCE_SECONDS));
    config.addDataSourceProperty("socketFactory", ServerSockets.class.getName());
    config.addDataSourceProperty("socketFactoryArg", line.name());
    // What the server says of an error may quote a row.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    try {
      return new ServerPool(new HikariDataSource(config), line);
    } catch (HikariPool.PoolInitializationException e) {
      line.cut();
      throw new StoreFault(StoreFault.Code.AWAY, "the database server cannot be reached");
    }
  }

  /**
   * A connection, which its user closes.
   *
   * @throws SQLException of class 08 when none came in ten seconds, or all were cut
   */
  Connection connection() throws SQLException {
    Thread me = Thread.currentThread();
    synchronized (waiting) {
      beThere();
      waiting.add(me);
    }
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      beThere();
      throw e;
    } finally {
      synchronized (waiting) {
        waiting.remove(me);
        if (cut) {
          // It was told to wait no longer, and for nothing else.
          Thread.interrupted();
        }
      }
    }
  }

  private void beThere() throws SQLException {
    if (cut) {
      throw new SQLException("the line is cut", "08003");
    }
  }

  /** Where connections come from, for what wants it so. */
  DataSource source() {
    return pool;
  }

  /** Ends every connection and everything that hangs on one; does not wait. */
  void cut() {
    synchronized (waiting) {
      if (!cut) {
        cut = true;
        line.cut();
        waiting.forEach(Thread::interrupt);
      }
    }
    over.countDown();
  }

  /**
   * Closes all connections. Waits a moment, and not for a server: what hangs then is cut, and the
   * pool ends behind whoever has closed it.
   */
  @Override
  public void close() {
    Thread.ofPlatform().name("sala-closing").daemon().start(this::closeAll);
    try {
      // No matter whether that was enough: what is left is cut.
      boolean _ = over.await(LEAVE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      cut();
    }
  }

  private void closeAll() {
    pool.close();
    over.countDown();
  }
}
