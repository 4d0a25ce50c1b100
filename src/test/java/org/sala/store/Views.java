package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sala.journal.SegmentJournal;
import org.sala.store.file.Underneath;

/** Opens views for tests, and says all that one holds in one text. */
public final class Views {
  static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes();

  private Views() {}

  static ViewFile.Opening open(Path folder, Underneath disk) {
    return ViewFile.open(folder, KEY, new SecureRandom(), disk);
  }

  public static ViewFile ready(Path folder) {
    ViewFile.Opening opening = open(folder, Underneath.disk());
    assertThat(opening).isInstanceOf(ViewFile.Opening.Ready.class);
    return ((ViewFile.Opening.Ready) opening).file();
  }

  static View view(ViewDatabase file, SegmentJournal journal) {
    return new View(file, journal::revision);
  }

  /** Every row of every table, by table, without what depends on the order of arrival. */
  static Map<String, List<String>> everything(ViewDatabase file) {
    try (Sql sql = file.sql()) {
      Map<String, List<String>> all = new TreeMap<>();
      for (String table :
          sql.list(
              "select table_name from information_schema.tables where table_schema ="
                  + " current_schema",
              r -> r.getString(1))) {
        int columns =
            (int)
                sql.number(
                    "select count(*) from information_schema.columns where table_name = ? and"
                        + " table_schema ="
                        + " current_schema",
                    table);
        all.put(
            table,
            sql
                .list(
                    "select * from " + table,
                    r -> {
                      StringBuilder row = new StringBuilder();
                      for (int i = 1; i <= columns; i++) {
                        row.append(r.getObject(i)).append('|');
                      }
                      return row.toString();
                    })
                .stream()
                .sorted()
                .toList());
      }
      return all;
    }
  }
}
