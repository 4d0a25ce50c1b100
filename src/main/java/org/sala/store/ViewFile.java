package org.sala.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Properties;

/** Opens and drops the database file of the view. The only place that knows how it lies on disk. */
public final class ViewFile implements AutoCloseable {
  /** The view's version: any other is dropped and rebuilt. */
  public static final int VERSION = 1;

  private final String url;
  private final byte[] key;
  private final Connection keeper;

  private ViewFile(String url, byte[] key) {
    this.url = url;
    this.key = key.clone();
    this.keeper = connect();
  }

  /**
   * Opens the view in a folder, or makes an empty one.
   *
   * @param key 32 random bytes, new for each database file
   */
  public static ViewFile open(Path folder, byte[] key) {
    String name = folder.toAbsolutePath().resolve("view-" + VERSION).toString();
    boolean fresh = !Files.exists(Path.of(name + ".mv.db"));
    String url =
        "jdbc:h2:async:"
            + name
            + ";CIPHER=AES;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";TRACE_LEVEL_FILE=0;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=65536";
    ViewFile file = new ViewFile(url, key);
    if (fresh) {
      file.create();
    }
    return file;
  }

  /** Removes every file of a view, whatever its version. */
  public static void drop(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path f : files) {
        Files.delete(f);
      }
    }
  }

  /** A new connection; H2's file password takes characters, so the key goes in as hexadecimal. */
  Connection connect() {
    Properties properties = new Properties();
    properties.put("user", "sala");
    properties.put("password", (HexFormat.of().formatHex(key) + " sala").toCharArray());
    try {
      return new org.h2.Driver().connect(url, properties);
    } catch (SQLException e) {
      throw Sql.fault(e);
    }
  }

  private void create() {
    try (InputStream in = ViewFile.class.getResourceAsStream("view.sql");
        Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (in == null) {
        throw new StoreFault(StoreFault.Code.DAMAGED, "view.sql is missing");
      }
      statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      statement.execute("insert into applied values (1, 0, repeat('0', 64))");
    } catch (SQLException e) {
      throw Sql.fault(e);
    } catch (IOException e) {
      throw new StoreFault(StoreFault.Code.DAMAGED, "view.sql");
    }
  }

  @Override
  public void close() {
    try (Statement statement = keeper.createStatement()) {
      statement.execute("shutdown");
    } catch (SQLException e) {
      throw Sql.fault(e);
    } finally {
      java.util.Arrays.fill(key, (byte) 0);
    }
  }
}
