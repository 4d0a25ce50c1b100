package org.sala.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the view; nothing that is asked here changes it, so it may be asked again. */
interface Reading {

  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> list(String sql, Row<T> reader, @Nullable Object... values);

  default <T> Optional<T> first(String sql, Row<T> reader, @Nullable Object... values) {
    return list(sql, reader, values).stream().findFirst();
  }

  default long number(String sql, @Nullable Object... values) {
    return first(sql, r -> r.getLong(1), values).orElse(0L);
  }
}
