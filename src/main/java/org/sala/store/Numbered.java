package org.sala.store;

import java.util.List;
import org.sala.domain.RunningNumber;

/**
 * Asks a list for the running numbers behind a beginning; whatever else stands there is no number.
 */
final class Numbered {
  private final Reading sql;
  private final String table;
  private final String column;

  Numbered(Reading sql, String table, String column) {
    this.sql = sql;
    this.table = table;
    this.column = column;
  }

  /** 0 where there is none; by value, since text puts 9999 behind 10000. */
  long highest(String start) {
    return sql.first(
            "select max(" + number() + ")" + range(),
            r -> r.getLong(1),
            length(start) + 1,
            length(start) + RunningNumber.DIGITS,
            length(start) + 1,
            length(start) + 1,
            start + "0",
            start + ":")
        .orElse(0L);
  }

  /**
   * Returns all numbers behind a beginning, in the order of their records; 0 for what begins so and
   * is none.
   */
  List<Long> all(String start) {
    return sql.list(
        "select " + number() + range() + " order by id",
        r -> r.getLong(1),
        length(start) + 1,
        length(start) + RunningNumber.DIGITS,
        length(start) + 1,
        length(start) + 1,
        start + "0",
        start + ":");
  }

  // Nothing else says in which order conditions are asked: a text that is no number is never cast.
  private String number() {
    return ("case when char_length(%1$s) between ? and ?"
            + " and ltrim(substring(%1$s, ?), '0123456789') = ''"
            + " then cast(substring(%1$s, ?) as bigint) end")
        .formatted(column);
  }

  // The colon comes behind the nine.
  private String range() {
    return " from %1$s where %2$s >= ? and %2$s < ?".formatted(table, column);
  }

  private static int length(String start) {
    return start.codePointCount(0, start.length());
  }
}
