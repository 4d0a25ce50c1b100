package org.sala.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.sala.casework.ServerLogin;

/**
 * Copies of one database, each from the same moment, and the rows of the last one put into tables
 * of the same shape by {@code COPY}. Nobody is connected to the first while it is copied.
 */
final class ServerCopies {
  private final ServerLogin first;
  private final String name;
  private int made;

  ServerCopies(ServerLogin first) {
    this.first = first;
    String url = first.url();
    this.name = url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
  }

  private String copyName() {
    return name + "_copy" + made;
  }

  private ServerLogin at(String database) {
    String url = first.url();
    int slash = url.lastIndexOf('/');
    String rest = url.substring(slash + 1 + name.length());
    return new ServerLogin(
        url.substring(0, slash + 1) + database + rest, first.user(), first.password());
  }

  private static Connection connection(ServerLogin to) throws SQLException {
    return DriverManager.getConnection(
        to.url(), to.user().orElse(""), new String(to.password().orElseGet(() -> new char[0])));
  }

  /** A copy of the first database as it is; the copy before goes. */
  ServerLogin copy() throws SQLException {
    try (Connection connection = connection(at("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + copyName());
      made++;
      statement.execute("drop database if exists " + copyName());
      statement.execute("create database " + copyName() + " template " + name);
    }
    return at(copyName());
  }

  /** A copy of a folder, into one that is there. */
  static Path folder(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path p : all.toList()) {
        Files.copy(p, to.resolve(from.relativize(p).toString()));
      }
    }
    return to;
  }

  private record Table(String schema, String table, boolean unlogged) {
    String quoted() {
      return schema + "." + table;
    }
  }

  /**
   * Seconds that COPY takes for every row that the last copy has more than the first: what an
   * import has written, the view's as it stands at the end.
   *
   * @param file where rows lie meanwhile; reading them out is not counted
   */
  double copyAgain(Path file) throws SQLException, IOException {
    double took = 0;
    try (Connection connection = connection(at(copyName()));
        Statement statement = connection.createStatement()) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      statement.execute("create schema bench");
      for (Table t : tables(statement)) {
        String same = "bench." + t.schema() + "_" + t.table();
        statement.execute(
            "create "
                + (t.unlogged() ? "unlogged " : "")
                + "table "
                + same
                + " (like "
                + t.quoted()
                + " including all)");
        try (OutputStream out = Files.newOutputStream(file)) {
          copy.copyOut("copy (" + rows(t) + ") to stdout (format binary)", out);
        }
        long began = System.nanoTime();
        try (InputStream in = Files.newInputStream(file)) {
          copy.copyIn("copy " + same + " from stdin (format binary)", in);
        }
        took += (System.nanoTime() - began) / 1e9;
      }
    }
    Files.deleteIfExists(file);
    return took;
  }

  /** Of the journal and of files what came since; all else is small. */
  private String rows(Table t) throws SQLException {
    if (!t.quoted().equals("sala.frame")) {
      return "select * from " + t.quoted();
    }
    try (Connection connection = connection(first);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select max(sequence) from sala.frame")) {
      row.next();
      return "select * from sala.frame where sequence > " + row.getLong(1);
    }
  }

  private static List<Table> tables(Statement statement) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select n.nspname, c.relname, c.relpersistence = 'u' from pg_class c join pg_namespace"
                + " n on n.oid = c.relnamespace where c.relkind = 'r' and (n.nspname ~"
                + " '^view[0-9]+$' or n.nspname = 'sala' and c.relname in ('segment', 'frame',"
                + " 'scope_key', 'object_entry', 'sealed_file', 'sealed_piece'))")) {
      while (rows.next()) {
        tables.add(new Table(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
      }
    }
    return tables;
  }
}
