package org.sala.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The peer: an encrypted H2 database as anybody would open one. */
final class PlainH2 {
  private PlainH2() {}

  static Connection open(Path file) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", "peer");
    properties.put("password", "peerfile peer".toCharArray());
    return DriverManager.getConnection(
        "jdbc:h2:" + file.toAbsolutePath() + ";CIPHER=AES;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
        properties);
  }
}
