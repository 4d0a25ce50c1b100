package org.sala.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/**
 * Keeps the rows of records that are about one person: a table a kind, each row with the record,
 * its person, what lists ask for, and when it was changed. A record without its person stands in no
 * list.
 */
final class AboutPersonProjection {
  private static final String MISSING = "MISSING";

  /** How one kind stands in its table: id, person, the columns, and when it was changed. */
  private record Rows(String table, Function<Shown, @Nullable Object[]> columns) {}

  private static final Map<String, Rows> KINDS =
      Map.of(
          "screening",
          new Rows("screening_row", AboutPersonProjection::screening),
          "referral",
          new Rows("referral_row", AboutPersonProjection::referral),
          "consent",
          new Rows("consent_row", AboutPersonProjection::consent),
          "stay",
          new Rows("stay_row", AboutPersonProjection::stay),
          "pair",
          new Rows("pair_row", AboutPersonProjection::pair),
          "filled",
          new Rows("filled_row", AboutPersonProjection::filled));

  private final Sql sql;

  AboutPersonProjection(Sql sql) {
    this.sql = sql;
  }

  /** Refreshes the rows of all records whose kinds have a table. */
  void refresh(Slice slice) {
    Map<String, List<@Nullable Object[]>> made = new TreeMap<>();
    Map<String, List<Object[]>> gone = new TreeMap<>();
    for (Slice.Touched t : slice.all()) {
      Rows rows = KINDS.get(t.kind());
      if (rows == null) {
        continue;
      }
      Shown shown = new Shown(slice.fields(t.id), t.apart);
      Optional<RecordId> person =
          Optional.ofNullable(shown.all().get("person"))
              .map(FieldState::value)
              .flatMap(Value::asRef);
      if (person.isPresent()) {
        made.computeIfAbsent(rows.table(), any -> new ArrayList<>())
            .add(row(t, person.get(), rows.columns().apply(shown)));
      } else if (!t.fresh) {
        gone.computeIfAbsent(rows.table(), any -> new ArrayList<>())
            .add(new Object[] {t.id.value()});
      }
    }
    gone.forEach((table, ids) -> sql.batch("delete from " + table + " where id = ?", ids));
    made.forEach((table, rows) -> sql.put(table, 1, rows));
  }

  private static @Nullable Object[] row(
      Slice.Touched touched, RecordId person, @Nullable Object[] columns) {
    @Nullable Object[] row = new @Nullable Object[columns.length + 3];
    row[0] = touched.id.value();
    row[1] = person.value();
    System.arraycopy(columns, 0, row, 2, columns.length);
    row[row.length - 1] = touched.millis;
    return row;
  }

  private static @Nullable Object[] screening(Shown s) {
    return new @Nullable Object[] {
      s.text("form", 80),
      s.text("formVersion", 20),
      s.text("state", 20),
      s.millis("began").orElse(null),
      s.millis("closed").orElse(null),
      sections(s),
      s.text("result", 60),
      s.disputes()
    };
  }

  /** How many parts of the form have an answer: answer/screening/part/question. */
  private static int sections(Shown screening) {
    return (int)
        screening.all().keySet().stream()
            .filter(k -> k.startsWith("answer/"))
            .map(k -> k.split("/", -1))
            .filter(steps -> steps.length == 4)
            .map(steps -> steps[2])
            .distinct()
            .count();
  }

  /**
   * Returns the columns of a filled form: which form, how far it is, and until when money may still
   * be called back.
   */
  private static @Nullable Object[] filled(Shown s) {
    return new @Nullable Object[] {
      s.text("form", 80),
      s.millis("began").orElse(null),
      s.millis("closed").orElse(null),
      s.millis("recallUntil").orElse(null),
      s.millis("toldAt").isPresent(),
      s.disputes()
    };
  }

  /** Returns the columns of a referral: how far it is, and until when an answer was asked for. */
  private static @Nullable Object[] referral(Shown s) {
    return new @Nullable Object[] {
      s.text("state", 20),
      s.millis("sent").orElse(null),
      s.millis("due").orElse(null),
      s.text("slip", 20)
    };
  }

  /** What was answered, and whether somebody was told of it. */
  private static @Nullable Object[] consent(Shown s) {
    return new @Nullable Object[] {
      s.text("answer", 40), s.millis("at").orElse(null), s.millis("toldAt").isPresent()
    };
  }

  private static @Nullable Object[] stay(Shown s) {
    return new @Nullable Object[] {
      missing(s) ? MISSING : s.text("state", 20),
      s.millis("began").orElse(null),
      // Somebody who is gone in one version and here in another stays on the board.
      s.isDisputed("ended") || s.isDisputed("state") ? null : s.millis("ended").orElse(null)
    };
  }

  /** Whoever is missing in one version is looked for, whatever the others say. */
  private static boolean missing(Shown s) {
    FieldState state = s.all().get("state");
    return state != null
        && state.values().stream().anyMatch(v -> v.asText().filter(MISSING::equals).isPresent());
  }

  private static @Nullable Object[] pair(Shown s) {
    return new @Nullable Object[] {
      Optional.ofNullable(s.all().get("other"))
          .map(FieldState::value)
          .flatMap(Value::asRef)
          .map(RecordId::value)
          .orElse(null),
      s.text("how", 20),
      s.millis("ended").orElse(null),
      s.millis("agreed").isPresent()
    };
  }
}
