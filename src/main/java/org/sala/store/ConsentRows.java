package org.sala.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sala.domain.RecordId;

/** The lists of what people agreed to. */
public final class ConsentRows {
  private final Reading sql;

  ConsentRows(Reading sql) {
    this.sql = sql;
  }

  /** One answer of which nobody was told. */
  public record Row(RecordId id, RecordId person, String answer, Optional<Long> atMillis) {}

  /** Those with one of these answers of which nobody was told yet, the first written first. */
  public List<Row> untold(List<String> answers, int most) {
    return sql.list(
        "select * from consent_row where not told and answer = any(?) order by at_millis, id fetch"
            + " next ? rows only",
        r ->
            new Row(
                new RecordId(r.getObject("id", UUID.class)),
                new RecordId(r.getObject("person", UUID.class)),
                r.getString("answer"),
                PersonRows.millis(r, "at_millis")),
        answers.toArray(new String[0]),
        most);
  }
}
