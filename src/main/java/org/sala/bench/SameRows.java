package org.sala.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sala.store.ViewFile;

/** Puts the rows of a view into a plain encrypted database of the same tables and indexes. */
final class SameRows {
  private static final int BATCH = 1000;

  private final Connection from;
  private final Connection to;
  private long rows;

  SameRows(Connection from, Connection to) {
    this.from = from;
    this.to = to;
  }

  /** Seconds that the inserts took; reading the rows is not counted. */
  double insert() throws SQLException, IOException {
    try (InputStream in = ViewFile.class.getResourceAsStream("view.sql");
        Statement s = to.createStatement()) {
      if (in == null) {
        throw new IOException("view.sql is missing");
      }
      s.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    to.setAutoCommit(false);
    long took = 0;
    for (String table : tables()) {
      took += table(table);
    }
    return took / 1e9;
  }

  long rows() {
    return rows;
  }

  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement s = from.createStatement();
        ResultSet r =
            s.executeQuery(
                "select table_name from information_schema.tables where table_schema ="
                    + " 'public'")) {
      while (r.next()) {
        tables.add(r.getString(1));
      }
    }
    return tables;
  }

  private long table(String table) throws SQLException {
    long took = 0;
    try (Statement s = from.createStatement()) {
      s.setFetchSize(BATCH);
      try (ResultSet r = s.executeQuery("select * from " + table)) {
        int columns = r.getMetaData().getColumnCount();
        String marks = String.join(",", Collections.nCopies(columns, "?"));
        try (PreparedStatement insert =
            to.prepareStatement("insert into " + table + " values (" + marks + ")")) {
          List<Object[]> batch = new ArrayList<>();
          boolean more = r.next();
          while (more) {
            Object[] row = new Object[columns];
            for (int i = 0; i < columns; i++) {
              row[i] = r.getObject(i + 1);
            }
            batch.add(row);
            more = r.next();
            if (batch.size() == BATCH || !more) {
              took += insert(insert, batch);
              batch.clear();
            }
          }
        }
      }
    }
    return took;
  }

  private long insert(PreparedStatement insert, List<Object[]> batch) throws SQLException {
    rows += batch.size();
    long began = System.nanoTime();
    for (Object[] row : batch) {
      for (int i = 0; i < row.length; i++) {
        insert.setObject(i + 1, row[i]);
      }
      insert.addBatch();
    }
    insert.executeBatch();
    to.commit();
    return System.nanoTime() - began;
  }
}
