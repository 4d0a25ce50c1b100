package org.sala.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.Aead;
import org.sala.crypto.Secret;
import org.sala.disk.CarriedOn;
import org.sala.disk.Disk;
import org.sala.disk.DurableFile;
import org.sala.store.file.ChunkBuffers;
import org.sala.store.file.ClosedTable;
import org.sala.store.file.DatabaseFile;
import org.sala.store.file.FileHealth;
import org.sala.store.file.SealedBlocks;
import org.sala.store.file.SealedFiles;
import org.sala.store.file.Underneath;

/**
 * Opens and drops the database file of the view. The only place that knows how it lies on disk: an
 * H2 database on a file of encrypted and authenticated blocks ({@link SealedBlocks}).
 */
public final class ViewFile extends ViewDatabase {
  /** The view's version: any other is dropped and rebuilt. */
  public static final int VERSION = 35;

  // The journal is the record, and a view that was not closed is made anew from it: so the database
  // gathers its writes for a second. What is dead is written over after three: at once, and whoever
  // is on the way to such a page reads something else. Keys are random, so that each change touches
  // pages all over the file: what is half dead is left so while much is written.
  // Results never go to temporary files, and closing compacts nothing.
  private static final String SETTINGS =
      ";TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=32768"
          + ";WRITE_DELAY=1000;RETENTION_TIME=3000;AUTO_COMPACT_FILL_RATE=80"
          + ";MAX_MEMORY_ROWS=2147483647;MAX_COMPACT_TIME=0";

  private static final String MEANING =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  // In a history hardly a question is asked twice with nothing written in between: whether the last
  // answer still holds costs more than it saves.
  private static final String IN_MEMORY = ";DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=FALSE";

  private final FileHealth health;
  private final String url;
  private final Connection keeper;
  private final Runnable forget;
  private final boolean onDisk;
  private final BooleanSupplier hasGivenUp;

  /**
   * @param forget lets go of everything that it was opened with
   * @param hasGivenUp whether the database came upon a fault of its own, while it is closed as well
   */
  private ViewFile(
      FileHealth health,
      String url,
      Connection keeper,
      Runnable forget,
      boolean onDisk,
      BooleanSupplier hasGivenUp) {
    this.hasGivenUp = hasGivenUp;
    this.health = health;
    this.url = url;
    this.keeper = keeper;
    this.forget = forget;
    this.onDisk = onDisk;
  }

  /** What came of opening a view. */
  public sealed interface Opening {
    record Ready(ViewFile file) implements Opening {}

    /**
     * The file is not as it was left, or of another version. The caller drops it, and makes a new
     * one under a new key.
     *
     * @param reason for the log; names nothing of a case
     */
    record MustRebuild(String reason) implements Opening {}
  }

  /**
   * Opens the view in a folder, or makes an empty one where the folder is empty.
   *
   * @param key 32 random bytes, new for each database file; copied
   * @throws StoreFault when the disk fails or is full: then a rebuild would not help either
   */
  public static Opening open(Path folder, byte[] key, SecureRandom random) {
    return open(folder, key, random, Underneath.disk());
  }

  static Opening open(Path folder, byte[] key, SecureRandom random, Underneath disk) {
    String name = "view-" + VERSION;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      for (Path f : found) {
        if (!String.valueOf(f.getFileName()).startsWith(name + ".mv.db")) {
          return new Opening.MustRebuild("another version, or a stranger's file");
        }
      }
    } catch (IOException e) {
      throw new StoreFault(StoreFault.Code.DISK, "folder of the view");
    }
    Path base = folder.toAbsolutePath().resolve(name);
    Path data = base.resolveSibling(name + ".mv.db");
    boolean fresh = !Files.exists(data) && !Files.exists(ClosedTable.of(data));

    byte[] tag = new byte[8];
    random.nextBytes(tag);
    FileHealth health = new FileHealth();
    try (Secret secret = Secret.of(key);
        Secret blocks = secret.derive(new byte[0], "sala view blocks v1")) {
      Aead aead = new Aead(blocks);
      SealedFiles files =
          new SealedFiles(
              "sala" + HexFormat.of().formatHex(tag),
              new SealedBlocks.Tools(aead, random, disk, health));
      String url = "jdbc:h2:" + files.getScheme() + ":" + base + MEANING + SETTINGS;
      FilePath.register(files);
      Runnable forget =
          () -> {
            FilePath.unregister(files);
            aead.close();
          };
      boolean ready = false;
      Connection keeper = null;
      try {
        if (!fresh && !Files.exists(data)) {
          return new Opening.MustRebuild("one of two files is missing");
        }
        keeper = connect(url + (fresh ? "" : ";IFEXISTS=TRUE"));
        ChunkBuffers.useOnce(keeper);
        MVStore store = DatabaseFile.of(keeper);
        health.watch(() -> DatabaseFile.hasGivenUp(store));
        ViewFile file =
            new ViewFile(health, url, keeper, forget, true, () -> DatabaseFile.hasFailed(store));
        if (fresh) {
          ViewSchema.create(keeper, Dialect.H2, 0);
        } else if (!ViewSchema.isWhole(keeper) || !health.isGood()) {
          file.close();
          return new Opening.MustRebuild("not a whole view");
        }
        ready = true;
        return new Opening.Ready(file);
      } catch (SQLException e) {
        if (health.trouble().equals(Optional.of(FileHealth.Trouble.DISK))) {
          throw new StoreFault(StoreFault.Code.DISK_FULL, "opening the view");
        }
        return new Opening.MustRebuild(
            health.isGood() ? "database error " + e.getErrorCode() : health.detail());
      } finally {
        if (!ready) {
          letGo(keeper);
          forget.run();
        }
      }
    }
  }

  /** With its last connection a database is closed, one that was shut down before as well. */
  private static void letGo(@Nullable Connection keeper) {
    try {
      if (keeper != null) {
        keeper.close();
      }
    } catch (SQLException e) {
      // Why it was not opened is told; the file below it is let go of in any case.
      return;
    }
  }

  /**
   * An empty view that lies on no disk and is gone when it is closed: for histories that are played
   * by the thousand.
   */
  public static ViewFile inMemory(SecureRandom random) {
    byte[] tag = new byte[8];
    random.nextBytes(tag);
    String url = "jdbc:h2:mem:sala" + HexFormat.of().formatHex(tag) + MEANING + IN_MEMORY;
    try {
      Connection keeper = connect(url);
      ViewSchema.create(keeper, Dialect.H2, 0);
      return new ViewFile(new FileHealth(), url, keeper, () -> {}, false, () -> false);
    } catch (SQLException e) {
      throw Dialect.H2.fault(e);
    }
  }

  @Override
  void clear() {
    try {
      ViewSchema.clear(keeper);
    } catch (SQLException e) {
      throw Dialect.H2.fault(e);
    }
  }

  /** Removes every file of a view, whatever its version. */
  public static void drop(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path f : files) {
        Files.delete(f);
      }
    }
  }

  /**
   * Writes over every file of a view and removes it: its key went before, but a disk that is taken
   * out may still hold that where it lay. A file that the disk does not let be written over is
   * removed alone: the lists are made anew, and nobody stays outside for what they were.
   *
   * @param carriedOn hears of each that was not written over
   */
  public static void destroy(Path folder, CarriedOn carriedOn) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path f : files) {
        try {
          DurableFile.overwriteAndDelete(Disk.real(), f);
        } catch (IOException e) {
          carriedOn.after(e);
          Files.deleteIfExists(f);
        }
      }
    }
  }

  @Override
  Sql sql() {
    return new Sql(this::connection, Dialect.H2, health, onDisk);
  }

  @Override
  Connection connection() throws SQLException {
    return connect(url);
  }

  @Override
  Dialect dialect() {
    return Dialect.H2;
  }

  @Override
  Optional<FileHealth.Trouble> trouble() {
    return health.trouble();
  }

  /** The name and the word open nothing: the file does, to whoever has its key. */
  private static Connection connect(String url) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", "sala");
    properties.put("password", "sala");
    return new org.h2.Driver().connect(url, properties);
  }

  @Override
  public void close() {
    boolean good = health.isGood();
    // A store that is closed on purpose has not given up.
    health.watchNoMore();
    try (Statement statement = keeper.createStatement()) {
      statement.execute("shutdown");
    } catch (SQLException e) {
      // A view that closed itself is closed; the next opening settles it or has it rebuilt.
      if (good && health.isGood() && !hasGivenUp.getAsBoolean()) {
        throw Dialect.H2.fault(e);
      }
    } finally {
      forget.run();
    }
  }
}
