package org.sala.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sala.store.file.FileHealth;

/** Where a view lies: in a file of its own, or on a server that several programs work with. */
public abstract sealed class ViewDatabase implements AutoCloseable permits ViewFile, ViewServer {

  /** Only the two kinds that there are. */
  ViewDatabase() {}

  /** A new connection with its statements. */
  abstract Sql sql();

  /** Why the view closed itself, if it did: then only a new opening helps. */
  abstract Optional<FileHealth.Trouble> trouble();

  /** Whether whoever writes to the journal here follows it too. */
  boolean follows() {
    return true;
  }

  /** Empties it, as if it had just been made; nobody may be working on it. */
  abstract void clear();

  /** A connection to read by; whoever has this view has its key. */
  public final Connection connect() {
    try {
      return connection();
    } catch (SQLException e) {
      throw dialect().fault(e);
    }
  }

  abstract Connection connection() throws SQLException;

  abstract Dialect dialect();

  @Override
  public abstract void close();
}
