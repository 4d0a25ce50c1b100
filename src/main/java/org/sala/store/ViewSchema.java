package org.sala.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Tables and indexes of an empty view, the same in either database. */
final class ViewSchema {
  /** The row that comes last: without it the view is not whole. */
  private static final String WHOLE = "insert into applied values (1, 0, repeat('0', 64), ?)";

  private ViewSchema() {}

  /**
   * Makes an empty view in the connection's schema.
   *
   * @param wholeAt how far it has to come before anybody may rely on what it does not show
   */
  static void create(Connection connection, Dialect dialect, long wholeAt) throws SQLException {
    try (InputStream in = ViewSchema.class.getResourceAsStream("view.sql");
        Statement statement = connection.createStatement()) {
      if (in == null) {
        throw new StoreFault(StoreFault.Code.DAMAGED, "view.sql is missing");
      }
      statement.execute(dialect.schema(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      first(connection, wholeAt);
    } catch (IOException e) {
      throw new StoreFault(StoreFault.Code.DAMAGED, "view.sql");
    }
  }

  /** Empties it, as if it had just been made; nobody may be working on it. */
  static void clear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select table_name from information_schema.tables where table_schema ="
                  + " current_schema")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        statement.execute("truncate table " + table);
      }
      first(connection, 0);
    }
  }

  private static void first(Connection connection, long wholeAt) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WHOLE)) {
      statement.setLong(1, wholeAt);
      statement.executeUpdate();
    }
  }

  /**
   * Empties the view in the transaction that is open, while others work with it: the row that every
   * slice begins with is held, and stays.
   *
   * @param wholeAt how far it has to come before anybody may rely on what it does not show
   */
  static void clearAmongOthers(Connection connection, long wholeAt) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select 1 from applied where one = 1 for update");
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select table_name from information_schema.tables where table_schema ="
                  + " current_schema and table_name <> 'applied'")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      statement.execute("truncate table " + String.join(", ", tables));
      statement.execute(
          "update applied set last_sequence = 0, digest = repeat('0', 64), whole_at = "
              + wholeAt
              + " where one = 1");
    }
  }

  /** The sentinel: what opens may still be an empty database or half a schema. */
  static boolean isWhole(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select last_sequence from applied where one = 1")) {
      return row.next() && row.getLong(1) >= 0;
    }
  }
}
