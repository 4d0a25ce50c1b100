package org.sala.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears when a view on a server was followed further, by whichever program, on a connection and a
 * thread of its own. A message is a number, and says no more than that there is something to read:
 * where a connection was lost, one is told as well, for what came meanwhile is not known.
 */
final class Hearing implements AutoCloseable {
  /**
   * How soon it is noticed that the connection was closed, in milliseconds; messages do not wait
   * for it.
   */
  private static final int ROUND_MILLIS = 500;

  private static final long PAUSE_NANOS = 1_000_000_000L;

  private final Sql.Door door;
  private final String channel;
  private final LongConsumer to;
  private final Runnable meanwhile;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Begins to hear.
   *
   * @param to hears how far the view is; 0 where that has to be asked. Must not wait
   * @param meanwhile is done again and again while nothing is heard, also where the line stands
   *     still. Must not wait
   */
  Hearing(Sql.Door door, String channel, LongConsumer to, Runnable meanwhile) {
    this.door = door;
    this.channel = channel;
    this.to = to;
    this.meanwhile = meanwhile;
    this.thread = Thread.ofPlatform().name("sala-hearing").daemon().start(this::on);
  }

  private void on() {
    while (!closed) {
      try (Connection connection = door.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("listen " + channel);
        to.accept(0);
        hear(connection.unwrap(PGConnection.class));
      } catch (SQLException e) {
        // The server is away, or ended the connection: another is tried until this is closed.
        meanwhile.run();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void hear(PGConnection connection) throws SQLException {
    while (!closed) {
      PGNotification[] messages = connection.getNotifications(ROUND_MILLIS);
      meanwhile.run();
      if (messages.length > 0) {
        to.accept(sequence(messages[messages.length - 1].getParameter()));
      }
    }
  }

  /** Anybody who may connect may send on a channel: what is no number counts as "ask". */
  private static long sequence(String message) {
    return message.matches("\\d{1,18}") ? Long.parseLong(message) : 0;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
