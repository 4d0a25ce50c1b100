package org.sala.store;

import java.util.Optional;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** Keeps how far questions to the field are; their words stand in the fields or nowhere. */
final class QuestionProjection {
  static final String KIND = "question";

  private final Sql sql;

  QuestionProjection(Sql sql) {
    this.sql = sql;
  }

  void refresh(Slice slice) {
    for (Slice.Touched t : slice.all()) {
      if (t.kind.equals(KIND)) {
        row(slice, t);
      }
    }
  }

  private void row(Slice slice, Slice.Touched t) {
    Shown q = new Shown(slice.fields(t.id));
    Optional<RecordId> about =
        Optional.ofNullable(q.all().get("about")).map(FieldState::value).flatMap(Value::asRef);
    if (about.isPresent()) {
      sql.putRow(
          "question_row",
          1,
          t.id.value(),
          about.get().value(),
          q.text("to", 36),
          q.millis("at").orElse(t.millis),
          q.millis("answered").orElse(null),
          q.millis("closed").orElse(null));
    } else if (!t.fresh) {
      sql.update("delete from question_row where id = ?", t.id.value());
    }
  }
}
