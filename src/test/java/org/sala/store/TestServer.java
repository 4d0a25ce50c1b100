package org.sala.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL server for the tests of one process, started with the first that asks and
 * stopped with the process. Where none can be started, whoever asks is skipped, and a line says so;
 * where the project is judged ({@code CI} is set) that is a failure: a build in which nothing was
 * tried on a server looks like one in which all went well.
 */
public final class TestServer {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;
  private static Optional<String> why = Optional.empty();
  private static boolean said;

  private TestServer() {}

  /** The server; the test that asks is skipped where there is none. */
  public static synchronized EmbeddedPostgres server() {
    if (server == null && why.isEmpty()) {
      try {
        // What it holds is invented and gone with the test: no disk need be waited for.
        server =
            EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", TestCertificate.ONE.certificate().toString())
                .setServerConfig("ssl_key_file", TestCertificate.ONE.key().toString())
                .start();
      } catch (IOException | IllegalStateException e) {
        why = Optional.of("no PostgreSQL server could be started here: " + e.getMessage());
      }
    }
    EmbeddedPostgres started = server;
    why.ifPresent(w -> without(w, System.getenv("CI") != null));
    return java.util.Objects.requireNonNull(started);
  }

  /** What becomes of a test that needs a server where there is none. */
  static void without(String why, boolean judged) {
    if (judged) {
      throw new AssertionError(why);
    }
    if (!said) {
      said = true;
      System.err.println("NOT RUN: the tests on a server, for " + why);
    }
    Assumptions.abort(why);
  }

  /** Says something to a database as its administrator. */
  public static void say(ServerAddress address, String... statements) {
    try (Connection connection = connection(address);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The one value of a question, as bytes. */
  public static byte[] bytes(ServerAddress address, String question) {
    try (Connection connection = connection(address);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getBytes(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The server ends every connection to a database. */
  public static void endAllConnections(ServerAddress address) {
    say(
        address,
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and"
            + " datname = current_database()");
  }

  /** A plain connection, as anybody may make one. */
  static Connection connection(ServerAddress address) throws SQLException {
    return DriverManager.getConnection(
        address.url(), address.user(), new String(address.password()));
  }

  /** The address of a new empty database, as its administrator. */
  public static ServerAddress database() {
    String name = "sala" + NUMBER.incrementAndGet();
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    ServerAddress address = address(name, "postgres");
    try {
      say(address, Files.readString(Path.of("docs/server-roles.sql")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return address;
  }

  /** A login of that database, made here, that is a member of some roles. */
  public static ServerAddress login(ServerAddress of, String name, String... roles) {
    String database = of.url().substring(of.url().lastIndexOf('/') + 1);
    String login = name + "_of_" + database;
    say(
        of,
        "create role "
            + login
            + " login password 'postgres'"
            + (roles.length == 0 ? "" : " in role " + String.join(", ", roles)));
    return address(database, login);
  }

  /** The same database for somebody else. */
  public static ServerAddress address(String database, String user) {
    return new ServerAddress(
        "jdbc:postgresql://localhost:" + server().getPort() + "/" + database,
        user,
        "postgres".toCharArray());
  }
}
