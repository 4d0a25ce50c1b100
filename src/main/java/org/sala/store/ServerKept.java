package org.sala.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.Sha256;
import org.sala.store.file.FileHealth;

/**
 * What several programs of one headquarters keep on a server beside the journal: sealed entries,
 * sealed files, and whose turn it is. All that it knows of them is bytes.
 *
 * <p>None of it counts before the journal names it, and the journal waits for the server's disk:
 * what was committed before it is on that disk then as well, for a server writes one log
 * (PostgreSQL, 30.4). So nothing here waits by itself; whoever writes nothing into the journal
 * afterwards says {@link #settle}.
 */
public final class ServerKept implements AutoCloseable {
  private static final int PIECE = 1 << 20;

  /** How many bytes a file may have to be kept in one piece: a package with a megabyte in it is. */
  private static final int AT_ONCE = 2 * PIECE;

  /** Of each piece no more than one may have, and with it what the whole file should have. */
  private static final String PIECES =
      "select substring(p.bytes from 1 for "
          + AT_ONCE
          + "), f.size from sealed_piece p join sealed_file f on f.name = p.name where p.name = ?"
          + " and p.number = ?";

  private static final String ONE =
      "with one as (insert into sealed_file values (?, ?) on conflict do nothing returning name)"
          + " insert into sealed_piece select name, 0, ? from one";

  /** What PostgreSQL says where a lock was waited for in vain. */
  private static final String NOT_AVAILABLE = "55P03";

  private static final String CHANGED = "a file that was changed while it was kept";

  private static final String ANOTHER = "another file lies on the server under that name";

  private final ServerPool pool;

  private ServerKept(ServerPool pool) {
    this.pool = pool;
  }

  /**
   * Connects.
   *
   * @throws StoreFault {@code AWAY} when the server cannot be reached or does not let us in
   */
  public static ServerKept open(ServerAddress address) {
    return new ServerKept(
        ServerPool.to(
            address, "kept", ServerSchema.NAME, Optional.of("set synchronous_commit = off")));
  }

  /** Returns once everything that was kept before is on the server's disk. */
  public void settle() {
    try (Connection connection = pool.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local synchronous_commit = on");
      // A word in the server's log and nowhere else: its commit waits for all before it.
      statement.execute("select pg_logical_emit_message(true, 'sala', '')");
      connection.commit();
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    }
  }

  /** The keys of scopes; known by the first 17 bytes of each. */
  public ServerEntries scopeKeys() {
    return new ServerEntries(this::sql, "scope_key", 17);
  }

  /** The index of attached files; each entry is known by all of itself. */
  public ServerEntries objects() {
    return new ServerEntries(this::sql, "object_entry", 160);
  }

  private Sql sql() {
    return new Sql(pool::connection, Dialect.POSTGRESQL, new FileHealth());
  }

  /**
   * Keeps a file, all of it or nothing; one that is there stays.
   *
   * @param name its SHA-256
   * @throws IOException when the file here cannot be read, or is not what it is called, or what
   *     lies there under its name is not
   */
  public void keep(byte[] name, Path file) throws IOException {
    if (Files.size(file) <= AT_ONCE) {
      keepOne(name, file);
      return;
    }
    try (Connection connection = pool.connection();
        InputStream in = Files.newInputStream(file)) {
      connection.setAutoCommit(false);
      boolean done = false;
      boolean begun;
      try {
        begun = begin(connection, name, Files.size(file));
        if (begun) {
          put(connection, name, in);
        }
        connection.commit();
        done = true;
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
      if (begun) {
        return;
      }
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    }
    isThere(name);
  }

  /**
   * Looks at what was kept before: nothing is written over, and any login that may keep files can
   * have put something else there.
   */
  private void isThere(byte[] name) throws IOException {
    MessageDigest digest = Sha256.start();
    try (InputStream there = open(name)) {
      for (byte[] piece = there.readNBytes(PIECE);
          piece.length > 0;
          piece = there.readNBytes(PIECE)) {
        digest.update(piece);
      }
    }
    if (!Arrays.equals(digest.digest(), name)) {
      throw new IOException(ANOTHER);
    }
  }

  /** A short file, as most are: in one statement, which the server is asked once. */
  private void keepOne(byte[] name, Path file) throws IOException {
    byte[] piece = Files.readAllBytes(file);
    if (!Arrays.equals(Sha256.of(piece), name)) {
      throw new IOException(CHANGED);
    }
    try (Connection connection = pool.connection();
        PreparedStatement statement = connection.prepareStatement(ONE)) {
      statement.setBytes(1, name);
      statement.setLong(2, piece.length);
      statement.setBytes(3, piece);
      if (statement.executeUpdate() == 1) {
        return;
      }
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    }
    isThere(name);
  }

  private static boolean begin(Connection connection, byte[] name, long size) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into sealed_file values (?, ?) on conflict do nothing")) {
      statement.setBytes(1, name);
      statement.setLong(2, size);
      return statement.executeUpdate() == 1;
    }
  }

  private static void put(Connection connection, byte[] name, InputStream in)
      throws SQLException, IOException {
    try (PreparedStatement statement =
        connection.prepareStatement("insert into sealed_piece values (?, ?, ?)")) {
      int number = 0;
      MessageDigest digest = Sha256.start();
      for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
        digest.update(piece);
        statement.setBytes(1, name);
        statement.setInt(2, number++);
        statement.setBytes(3, piece);
        statement.executeUpdate();
      }
      if (!Arrays.equals(digest.digest(), name)) {
        throw new IOException(CHANGED);
      }
    }
  }

  /**
   * Brings a file; whether it is the one that was kept is the asker's to check.
   *
   * @param to where it goes; nothing is there
   * @return false where none is kept under the name
   * @throws IOException when it cannot be written here
   */
  public boolean fetch(byte[] name, Path to) throws IOException {
    try (Connection connection = pool.connection();
        PreparedStatement statement = connection.prepareStatement(PIECES)) {
      Pieces pieces = new Pieces(name);
      try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
        for (Optional<byte[]> piece = pieces.next(statement);
            piece.isPresent();
            piece = pieces.next(statement)) {
          out.write(piece.get());
        }
      }
      return pieces.number > 0;
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    }
  }

  /** The pieces of a file, one after the other; what lies behind its end is none of it. */
  private static final class Pieces {
    private final byte[] name;
    private int number;
    private long read;

    Pieces(byte[] name) {
      this.name = name;
    }

    Optional<byte[]> next(PreparedStatement statement) throws SQLException {
      statement.setBytes(1, name);
      statement.setInt(2, number);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next() || number > 0 && read >= row.getLong(2)) {
          return Optional.empty();
        }
        byte[] bytes = row.getBytes(1);
        int length = (int) Math.min(bytes.length, Math.max(0, row.getLong(2) - read));
        number++;
        read += length;
        return Optional.of(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
      }
    }
  }

  /** A file that is kept. */
  public record Kept(byte[] name, long size) {}

  /**
   * Returns all files of which nothing is missing; what lies behind the end of one is none of it.
   */
  public List<Kept> files() {
    try (Connection connection = pool.connection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select f.name, f.size from sealed_file f where f.size <= (select"
                    + " sum(octet_length(p.bytes)) from sealed_piece p where p.name = f.name) order"
                    + " by f.name");
        ResultSet rows = statement.executeQuery()) {
      List<Kept> all = new ArrayList<>();
      while (rows.next()) {
        all.add(new Kept(rows.getBytes(1), rows.getLong(2)));
      }
      return all;
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    }
  }

  /** A file's bytes, a piece at a time; whether it is what was kept is the asker's to check. */
  // The one stream of the platform that joins others one after the other asks for an Enumeration.
  @SuppressWarnings("JdkObsolete")
  public InputStream open(byte[] name) {
    return new SequenceInputStream(
        new Enumeration<>() {
          private final Pieces pieces = new Pieces(name);
          private Optional<byte[]> piece = asked();

          private Optional<byte[]> asked() {
            try (Connection connection = pool.connection();
                PreparedStatement statement = connection.prepareStatement(PIECES)) {
              return pieces.next(statement);
            } catch (SQLException e) {
              throw Dialect.POSTGRESQL.fault(e);
            }
          }

          @Override
          public boolean hasMoreElements() {
            return piece.isPresent();
          }

          @Override
          public InputStream nextElement() {
            InputStream now = new ByteArrayInputStream(piece.orElseThrow());
            piece = asked();
            return now;
          }
        });
  }

  /** Something that only one program may do at a time, by an advisory lock of one connection. */
  public static final class Turn implements AutoCloseable {
    private final Connection connection;

    private Turn(Connection connection) {
      this.connection = connection;
    }

    /** Whether the connection, and with it the lock, is still there. */
    public boolean stands() {
      try {
        return connection.isValid(5);
      } catch (SQLException e) {
        return false;
      }
    }

    @Override
    public void close() {
      try (connection;
          Statement statement = connection.createStatement()) {
        statement.execute("select pg_advisory_unlock_all()");
      } catch (SQLException e) {
        // The connection is gone, and its lock with it: it is given back all the same.
        return;
      }
    }
  }

  /**
   * Takes a turn; empty while another program has it.
   *
   * @param what at least 8 bytes that name it
   */
  public Optional<Turn> turn(byte[] what) {
    return held("select pg_try_advisory_lock(?)", ByteBuffer.wrap(what).getLong());
  }

  /**
   * Takes a turn, and waits for it a while: what the other program does may be over in a moment.
   */
  public Optional<Turn> turn(byte[] what, Duration patience) {
    return held(
        connection -> {
          // The lock outlasts the transaction, the patience does not.
          connection.setAutoCommit(false);
          try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = " + patience.toMillis());
            statement.execute("select pg_advisory_lock(" + ByteBuffer.wrap(what).getLong() + ")");
            connection.commit();
            return true;
          } catch (SQLException e) {
            connection.rollback();
            if (NOT_AVAILABLE.equals(e.getSQLState())) {
              return false;
            }
            throw e;
          } finally {
            connection.setAutoCommit(true);
          }
        });
  }

  /** Shows others from now on, until it is closed, that somebody follows the journal. */
  public Optional<Turn> following() {
    return held("select pg_try_advisory_lock_shared(?)", ViewServer.FOLLOWING);
  }

  private Optional<Turn> held(String sql, long key) {
    return held(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
              return row.next() && row.getBoolean(1);
            }
          }
        });
  }

  private interface Locking {
    boolean lock(Connection connection) throws SQLException;
  }

  private Optional<Turn> held(Locking locking) {
    @Nullable Connection connection = null;
    boolean held = false;
    try {
      connection = pool.connection();
      held = locking.lock(connection);
      return held ? Optional.of(new Turn(connection)) : Optional.empty();
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    } finally {
      if (!held && connection != null) {
        giveBack(connection);
      }
    }
  }

  private static void giveBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    }
  }

  /** Whether any program follows the journal at this moment. */
  public boolean isFollowed() {
    try (Connection connection = pool.connection()) {
      return ask(
          connection,
          "select exists (select 1 from pg_locks where locktype = 'advisory' and objsubid = 1 and"
              + " database = (select oid from pg_database where datname = current_database()) and"
              + " (classid::bigint << 32 | objid::bigint) = "
              + ViewServer.FOLLOWING
              + ")");
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    }
  }

  /** Whether this login may follow, and so sees every row, at this moment. */
  public boolean mayFollow() {
    try (Connection connection = pool.connection()) {
      return ask(connection, ViewServer.MAY_FOLLOW);
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    }
  }

  /**
   * Whether the view shows all that it showed before a crash of the server emptied it: what it does
   * not show is not there only then.
   */
  public boolean isViewWhole() {
    try (Connection connection = pool.connection()) {
      return ask(connection, ViewServer.WHOLE);
    } catch (SQLException e) {
      throw Dialect.POSTGRESQL.fault(e);
    }
  }

  private static boolean ask(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  /**
   * Tells whenever somebody has written to the journal, on a thread of its own.
   *
   * @param to hears how far it is, or 0 where whoever wrote does not show it to anybody; must not
   *     wait
   * @param meanwhile is done again and again, also where the line stands still; must not wait
   * @return ends it when it is closed
   */
  public AutoCloseable hear(LongConsumer to, Runnable meanwhile) {
    return new Hearing(pool::connection, ServerFrames.CHANNEL, to, meanwhile);
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
