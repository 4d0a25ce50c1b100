package org.sala.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.sala.casework.ServerLogin;

/**
 * Copies of one database, each from the same moment, and how long the rows of the last one take by
 * hand. Nobody is connected to the first while it is copied.
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

  static Connection connection(ServerLogin to) throws SQLException {
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

  /**
   * Seconds that COPY takes for every row that the last copy has more than the first: what an
   * import has written, the view's as it stands at the end.
   *
   * @param file where rows lie meanwhile; reading them out is not counted
   */
  double copyAgain(Path file) throws SQLException, IOException {
    long before;
    try (Connection connection = connection(first);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select max(sequence) from sala.frame")) {
      row.next();
      before = row.getLong(1);
    }
    try (Connection connection = connection(at(copyName()))) {
      return new RowsByHand(connection, file).all(before);
    }
  }
}
