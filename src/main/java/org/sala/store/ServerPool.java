package org.sala.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Connections to one schema of a server. */
final class ServerPool {
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

  private ServerPool() {}

  /**
   * Connects.
   *
   * @param name for the pool's threads
   * @param first what every connection is told at first
   * @throws StoreFault {@code AWAY} when the server cannot be reached or does not let us in
   */
  static HikariDataSource to(
      ServerAddress address, String name, String schema, Optional<String> first) {
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
    // What the server says of an error may quote a row.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new StoreFault(StoreFault.Code.AWAY, "the database server cannot be reached");
    }
  }
}
