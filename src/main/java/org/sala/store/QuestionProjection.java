package org.sala.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<Object[]> gone = new ArrayList<>();
    for (Slice.Touched t : slice.all()) {
      if (t.kind().equals(KIND)) {
        Shown q = new Shown(slice.fields(t.id));
        Optional<RecordId> about =
            Optional.ofNullable(q.all().get("about")).map(FieldState::value).flatMap(Value::asRef);
        if (about.isPresent()) {
          rows.add(row(t, q, about.get()));
        } else if (!t.fresh) {
          gone.add(new Object[] {t.id.value()});
        }
      }
    }
    sql.batch("delete from question_row where id = ?", gone);
    sql.put("question_row", 1, rows);
  }

  private static @Nullable Object[] row(Slice.Touched t, Shown q, RecordId about) {
    return new @Nullable Object[] {
      t.id.value(),
      about.value(),
      q.text("to", 36),
      q.millis("at").orElse(t.millis),
      q.millis("answered").orElse(null),
      q.millis("closed").orElse(null)
    };
  }
}
