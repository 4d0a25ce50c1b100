package org.sala.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The rows that an import has written, put by {@code COPY} into tables of the same shape in the
 * same database. The table names nothing else: {@code bench.*} goes when its work is done.
 */
final class RowsByHand {
  private final Connection connection;
  private final Path file;
  private final CopyManager copy;
  private final Map<String, String> seen = new HashMap<>();

  /**
   * @param file where rows lie meanwhile; reading them out is not counted
   */
  RowsByHand(Connection connection, Path file) throws SQLException {
    this.connection = connection;
    this.file = file;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    run("create schema if not exists bench");
  }

  private record Table(String schema, String name, boolean unlogged) {
    String quoted() {
      return schema + "." + name;
    }

    /**
     * Returns whether the table holds files, which are nearly all bytes; nothing in it is ever
     * changed.
     */
    boolean holdsFiles() {
      return name.equals("sealed_piece") || name.equals("sealed_file");
    }
  }

  /**
   * Seconds for everything, of the journal what came behind a frame.
   *
   * @param before the last frame that is left out
   */
  double all(long before) throws SQLException, IOException {
    double took = 0;
    for (Table t : tables()) {
      took += copied(t, rows(t, before));
    }
    return took;
  }

  /** Seconds for all but the files: the journal, and the view as it stands. */
  double allButFiles() throws SQLException, IOException {
    double took = 0;
    for (Table t : tables()) {
      if (!t.holdsFiles()) {
        took += copied(t, rows(t, 0));
      }
    }
    return took;
  }

  /** Seconds for the files that were kept since the last time this was asked, and all at first. */
  double filesSince() throws SQLException, IOException {
    double took = 0;
    for (Table t : tables()) {
      if (t.holdsFiles()) {
        String from = seen.getOrDefault(t.quoted(), "(0,0)");
        took += copied(t, "select * from " + t.quoted() + " where ctid > '" + from + "'");
        seen.put(t.quoted(), text("select max(ctid) from " + t.quoted()));
      }
    }
    return took;
  }

  /** Files that are there already do not count. */
  void passOver() throws SQLException {
    for (Table t : tables()) {
      if (t.holdsFiles()) {
        seen.put(t.quoted(), text("select coalesce(max(ctid), '(0,0)') from " + t.quoted()));
      }
    }
  }

  /** Of the journal what came since; all else is small. */
  private static String rows(Table t, long before) {
    String all = "select * from " + t.quoted();
    return t.quoted().equals("sala.frame") ? all + " where sequence > " + before : all;
  }

  private double copied(Table t, String rows) throws SQLException, IOException {
    String same = "bench." + t.schema() + "_" + t.name();
    String kind = t.unlogged() ? "unlogged " : "";
    run("create " + kind + "table " + same + " (like " + t.quoted() + " including all)");
    try (OutputStream out = Files.newOutputStream(file)) {
      copy.copyOut("copy (" + rows + ") to stdout (format binary)", out);
    }
    long began = System.nanoTime();
    try (InputStream in = Files.newInputStream(file)) {
      copy.copyIn("copy " + same + " from stdin (format binary)", in);
    }
    double took = (System.nanoTime() - began) / 1e9;
    run("drop table " + same);
    Files.deleteIfExists(file);
    return took;
  }

  private List<Table> tables() throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select n.nspname, c.relname, c.relpersistence = 'u' from pg_class c join"
                    + " pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and"
                    + " (n.nspname ~ '^view[0-9]+$' or n.nspname = 'sala' and c.relname in"
                    + " ('segment', 'frame', 'scope_key', 'object_entry', 'sealed_file',"
                    + " 'sealed_piece')) order by 1, 2")) {
      while (rows.next()) {
        tables.add(new Table(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
      }
    }
    return tables;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
