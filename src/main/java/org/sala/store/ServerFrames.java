package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sala.journal.FrameTable;
import org.sala.journal.JournalFault;
import org.sala.store.file.FileHealth;

/**
 * The frames of a journal on a PostgreSQL server. All that it knows of them is bytes; the lock that
 * keeps two runs apart is the one row that says where the journal ends.
 */
public final class ServerFrames implements FrameTable {
  /** Sealed bytes that are read at once, unless one frame alone has more. */
  private static final long MOST_BYTES = 16L << 20;

  private static final String END =
      "select segment, next_frame, last_change, hash from journal_end";

  /** On which channel a server tells that the journal was written to. */
  static final String CHANNEL = "sala_written";

  private static final String TOLD = "pg_notify('" + CHANNEL + "', ?)";

  private final ServerPool pool;
  private final Sql reading;
  private final Sql writing;
  private volatile long longestNanos;
  private boolean follows;

  private ServerFrames(ServerPool pool) {
    this.pool = pool;
    FileHealth health = new FileHealth();
    this.reading = new Sql(pool::connection, Dialect.POSTGRESQL, health);
    this.writing = new Sql(pool::connection, Dialect.POSTGRESQL, health);
  }

  /**
   * Opens the table.
   *
   * @throws JournalFault {@code IO} when the server cannot be reached, does not let us in, or has
   *     no journal
   */
  public static ServerFrames open(ServerAddress address) {
    return told(
        () -> {
          ServerPool pool = ServerPool.to(address, "journal", ServerSchema.NAME, Optional.empty());
          boolean ready = false;
          try {
            ServerFrames frames = new ServerFrames(pool);
            frames.end();
            frames.follows = frames.reading.is(ViewServer.MAY_FOLLOW);
            ready = true;
            return frames;
          } finally {
            if (!ready) {
              pool.close();
            }
          }
        });
  }

  private interface Asking<T> {
    T ask();
  }

  /** The journal knows nothing of this package. */
  private static <T> T told(Asking<T> asking) {
    try {
      return asking.ask();
    } catch (StoreFault e) {
      throw new JournalFault(
          e.code() == StoreFault.Code.DISK_FULL
              ? JournalFault.Code.DISK_FULL
              : JournalFault.Code.IO,
          e);
    }
  }

  @Override
  public End end() {
    return told(() -> end(reading, ""));
  }

  private static End end(Sql sql, String how) {
    return sql.first(
            END + " where one = 1" + how,
            r -> new End(r.getInt(1), r.getLong(2), r.getLong(3), r.getBytes(4)))
        .orElseThrow(() -> new StoreFault(StoreFault.Code.DAMAGED, "the journal has no end"));
  }

  @Override
  public void append(Adding adding) {
    told(
        () -> {
          writing.together(() -> add(adding.behind(locked())));
          return true;
        });
  }

  private End locked() {
    long began = System.nanoTime();
    End end = end(writing, " for update");
    long waited = System.nanoTime() - began;
    if (waited > longestNanos) {
      longestNanos = waited;
    }
    return end;
  }

  /** Whether this login may follow the journal, and make a view. */
  public boolean mayFollow() {
    return follows;
  }

  /** How long this program has waited for the journal's lock at most, with asking for it. */
  public Duration longestWait() {
    return Duration.ofNanos(longestNanos);
  }

  private void add(Added run) {
    run.headers()
        .forEach(
            (number, header) -> writing.update("insert into segment values (?,?)", number, header));
    List<Object[]> rows = new ArrayList<>();
    run.rows()
        .forEach(r -> rows.add(new Object[] {r.sequence(), r.segment(), r.clear(), r.sealed()}));
    writing.batch("insert into frame values (?,?,?,?)", rows);
    // Who does not follow asks those who do.
    writing.list(
        "update journal_end set segment = ?, next_frame = ?, last_change = ?, hash = ? where one ="
            + " 1 returning "
            + TOLD,
        r -> "",
        run.end().segment(),
        run.end().nextFrame(),
        run.end().last(),
        run.end().hash(),
        follows ? String.valueOf(run.end().last()) : "?");
  }

  @Override
  public List<Row> rows(long from, int most) {
    return told(
        () ->
            reading.list(
                "select sequence, segment, clear, sealed from (select f.*,"
                    + " sum(octet_length(sealed)) over (order by sequence) bytes from frame f where"
                    + " sequence >= ? and sequence < ?) f where bytes <= ? or sequence = ? order by"
                    + " sequence",
                ServerFrames::row,
                from,
                from + most,
                MOST_BYTES,
                from));
  }

  @Override
  public Optional<Row> row(long sequence) {
    return told(
        () ->
            reading.first(
                "select sequence, segment, clear, sealed from frame where sequence = ?",
                ServerFrames::row,
                sequence));
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(r.getLong(1), r.getInt(2), r.getBytes(3), r.getBytes(4));
  }

  @Override
  public Optional<byte[]> header(int segment) {
    return told(
        () ->
            reading.first(
                "select header from segment where number = ?", r -> r.getBytes(1), segment));
  }

  /** Sealed bytes of all frames before one. */
  public long sealedBytes(long before) {
    return told(
        () ->
            reading
                .first(
                    "select coalesce(sum(octet_length(sealed)), 0) from frame where sequence < ?",
                    r -> r.getLong(1),
                    before)
                .orElse(0L));
  }

  /** Returns the headers of all segments by their numbers. */
  public Map<Integer, byte[]> headers() {
    return told(
        () -> {
          Map<Integer, byte[]> headers = new TreeMap<>();
          reading
              .list(
                  "select number, header from segment", r -> Map.entry(r.getInt(1), r.getBytes(2)))
              .forEach(e -> headers.put(e.getKey(), e.getValue()));
          return headers;
        });
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
