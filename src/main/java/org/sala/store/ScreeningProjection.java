package org.sala.store;

import java.util.Optional;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** Keeps the rows of the lists of screenings. */
final class ScreeningProjection {
  private final Sql sql;

  ScreeningProjection(Sql sql) {
    this.sql = sql;
  }

  void refresh(Slice slice, Slice.Touched touched) {
    RecordId id = touched.id;
    Shown s = new Shown(slice.fields(id));
    Optional<RecordId> person =
        Optional.ofNullable(s.all().get("person")).map(FieldState::value).flatMap(Value::asRef);
    if (person.isEmpty()) {
      if (!touched.fresh) {
        sql.update("delete from screening_row where id = ?", id.value());
      }
      return;
    }
    sql.update(
        "merge into screening_row key(id) values (?,?,?,?,?,?,?,?,?)",
        id.value(),
        person.get().value(),
        s.text("state", 20),
        s.millis("began").orElse(null),
        s.millis("closed").orElse(null),
        sections(s),
        s.text("result", 60),
        s.disputes(),
        touched.millis);
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
}
