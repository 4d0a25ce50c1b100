package org.sala.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is said differently to the two databases that a view may lie in. Everything else of its SQL
 * is the same for both.
 */
enum Dialect {
  /** The embedded database, in its PostgreSQL mode. */
  H2 {
    @Override
    String put(String table, int key, int columns, Supplier<List<String>> names) {
      return "merge into " + table + " values (" + questionMarks(columns) + ")";
    }

    @Override
    String wordsOfRecords() {
      return "word use index (word_by_record)";
    }

    @Override
    String beyond(String start) {
      return start + "\uffff";
    }

    @Override
    void set(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
      statement.setObject(place, value);
    }

    @Override
    StoreFault.Code code(SQLException e) {
      return switch (e.getErrorCode()) {
        case 90098, 90121, 90067 -> StoreFault.Code.CLOSED;
        case 90030, 90108, 90028, 90031 -> StoreFault.Code.DAMAGED;
        case 90100 -> StoreFault.Code.DISK_FULL;
        default -> refusedOr(StoreFault.Code.QUERY, e);
      };
    }

    @Override
    String detail(SQLException e) {
      // A general error is one of many: which one, the class of what is beneath it tells.
      Throwable beneath = e.getCause();
      return "database error "
          + e.getErrorCode()
          + (beneath == null ? "" : " (" + beneath.getClass().getSimpleName() + ")");
    }

    @Override
    boolean isLost(SQLException e) {
      return false;
    }

    @Override
    boolean isShared() {
      return false;
    }

    @Override
    String schema(String view) {
      return view;
    }
  },

  /** A server that several programs work with at once. */
  POSTGRESQL {
    @Override
    String put(String table, int key, int columns, Supplier<List<String>> names) {
      List<String> all = names.get();
      String others =
          all.stream()
              .skip(key)
              .map(column -> column + " = excluded." + column)
              .collect(Collectors.joining(", "));
      return "insert into "
          + table
          + " values ("
          + questionMarks(columns)
          + ") on conflict ("
          + String.join(", ", all.subList(0, key))
          + ") do "
          // Where all columns are the key, what is there is what was to be put.
          + (others.isEmpty() ? "nothing" : "update set " + others);
    }

    @Override
    String wordsOfRecords() {
      return "word";
    }

    // Ordered by code points, where H2 orders by UTF-16.
    @Override
    String beyond(String start) {
      return start + "\udbff\udfff";
    }

    @Override
    void set(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
      switch (value) {
        case Object[] values ->
            statement.setArray(
                place, statement.getConnection().createArrayOf(type(values), values));
        case null, default -> statement.setObject(place, value);
      }
    }

    private static String type(Object[] values) {
      return switch (values) {
        case UUID[] ids -> "uuid";
        case String[] texts -> "text";
        case Long[] numbers -> "int8";
        default -> throw new IllegalArgumentException("a list of no known type");
      };
    }

    // By SQLSTATE (PostgreSQL, appendix A); administrators end connections with class 57, and the
    // pool speaks without one, and only of connections that are gone or do not come.
    @Override
    StoreFault.Code code(SQLException e) {
      String state = e.getSQLState();
      if (state == null
          || e instanceof SQLTransientConnectionException
          || AWAY.matcher(state).lookingAt()) {
        return StoreFault.Code.AWAY;
      }
      if (state.equals("53100")) {
        return StoreFault.Code.DISK_FULL;
      }
      return state.startsWith("XX") ? StoreFault.Code.DAMAGED : refusedOr(StoreFault.Code.QUERY, e);
    }

    @Override
    String detail(SQLException e) {
      return "database error " + e.getSQLState();
    }

    @Override
    boolean isLost(SQLException e) {
      return code(e) == StoreFault.Code.AWAY;
    }

    @Override
    boolean isShared() {
      return true;
    }

    // Text is ordered by code points whatever the server's own language is. And the tables are not
    // logged: what stands in them reaches no log that is archived, copied or kept, and a view that
    // a crash emptied is made anew.
    @Override
    String schema(String view) {
      return VARCHAR
          .matcher(view)
          .replaceAll("$0 collate \"C\"")
          .replace("create table ", "create unlogged table ");
    }
  };

  /** On which channel a server tells that a view was followed further. */
  static final String CHANNEL = "sala_followed";

  /** Tells it when the transaction counts; a number and nothing else. */
  static final String TOLD = "pg_notify('" + CHANNEL + "', ?)";

  /** No line, no entry, no room for one more connection, going down. */
  private static final Pattern AWAY = Pattern.compile("08|28|53300|57P");

  /** Data, keys and limits, by the standard's classes of SQLSTATE: asked again it is the same. */
  private static final Pattern REFUSED = Pattern.compile("22|23|54");

  private static final Pattern VARCHAR = Pattern.compile("varchar(\\(\\d+\\))?");

  /**
   * A statement that puts a row in the place of the one with the same key, or beside the others.
   *
   * @param key how many of the first columns are the primary key
   * @param columns how many there are
   * @param names of all columns, in their order; asked only where they are needed
   */
  abstract String put(String table, int key, int columns, Supplier<List<String>> names);

  /**
   * Ids that are given, as a table {@code given} to join. Beside any other condition on the same
   * index H2 takes "= any" for a filter, and reads the index whole.
   */
  static final String GIVEN = "unnest(cast(? as uuid array)) given(id)";

  /** The table of words, read by the index that begins with the record. */
  abstract String wordsOfRecords();

  /** What no text that begins like this comes behind. */
  abstract String beyond(String start);

  abstract void set(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException;

  abstract StoreFault.Code code(SQLException e);

  /** What of an error may be told: nothing that could quote a value. */
  abstract String detail(SQLException e);

  /** Whether the connection is gone, and another may do. */
  abstract boolean isLost(SQLException e);

  /** Whether other programs may have followed the journal meanwhile. */
  abstract boolean isShared();

  /** The tables and indexes of {@code view.sql}, as this database wants them. */
  abstract String schema(String view);

  private static StoreFault.Code refusedOr(StoreFault.Code other, SQLException e) {
    return REFUSED.matcher(String.valueOf(e.getSQLState())).lookingAt()
        ? StoreFault.Code.REFUSED
        : other;
  }

  StoreFault fault(SQLException e) {
    return new StoreFault(code(e), detail(e));
  }

  private static String questionMarks(int columns) {
    return "?,".repeat(columns - 1) + "?";
  }
}
