package org.sala.store.file;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/** What the database keeps its tables in, asked for what no statement tells. */
public final class DatabaseFile {
  private DatabaseFile() {}

  /** The store of a connection's database. */
  public static MVStore of(Connection connection) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    return session.getDatabase().getStore().getMvStore();
  }

  /**
   * Returns whether the database has given up, of itself: H2 2.5.252 drops its last chunk at times
   * while the next one is begun, and closes (decision 209).
   */
  public static boolean hasGivenUp(MVStore store) {
    return hasFailed(store) || store.isClosed();
  }

  /** Returns whether the database came upon a fault of its own, whoever closed it. */
  public static boolean hasFailed(MVStore store) {
    return store.getPanicException() != null;
  }
}
