package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the view; nothing that is asked here changes it, so it may be asked again. */
interface Reading {

  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** How this database wants to be asked where the two differ. */
  Dialect dialect();

  <T> List<T> list(String sql, Row<T> reader, @Nullable Object... values);

  /** How many values one question may name; the database takes 65,536 and refuses more. */
  int MOST_NAMED = 10_000;

  /**
   * Asks a question that names one list of any length: some thousands at a time, so that neither
   * order nor sums hold over all of it. Of an empty list nothing is asked.
   */
  default <T> List<T> listAny(String sql, Row<T> reader, @Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Object[] named && named.length == 0) {
        return List.of();
      }
      if (values[i] instanceof Object[] named && named.length > MOST_NAMED) {
        List<T> all = new ArrayList<>();
        for (int from = 0; from < named.length; from += MOST_NAMED) {
          @Nullable Object[] part = values.clone();
          part[i] = Arrays.copyOfRange(named, from, Math.min(named.length, from + MOST_NAMED));
          all.addAll(list(sql, reader, part));
        }
        return all;
      }
    }
    return list(sql, reader, values);
  }

  default <T> Optional<T> first(String sql, Row<T> reader, @Nullable Object... values) {
    return list(sql, reader, values).stream().findFirst();
  }

  default long number(String sql, @Nullable Object... values) {
    return first(sql, r -> r.getLong(1), values).orElse(0L);
  }
}
