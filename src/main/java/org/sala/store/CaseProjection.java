package org.sala.store;

import java.util.Map;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;

/** Keeps the rows of the list of cases. */
final class CaseProjection {
  private final Sql sql;

  CaseProjection(Sql sql) {
    this.sql = sql;
  }

  void refresh(RecordId id) {
    Map<String, FieldState> fields = new Records(sql).fields(id);
    if (fields.isEmpty()) {
      return;
    }
    Shown shown = new Shown(fields);
    long people =
        sql.number(
            "select count(*) from reference f join record r on r.id = f.record where f.target = ?"
                + " and f.name = 'case' and r.kind = 'involvement'",
            id.value());
    long changed =
        sql.number(
            "select max(r.changed_millis) from record r where r.id = ? or r.id in (select record"
                + " from reference where target = ? and name = 'case')",
            id.value(),
            id.value());
    sql.update(
        "merge into case_row key(id) values (?,?,?,?,?,?,?,?,?,?)",
        id.value(),
        shown.text("number", 80),
        shown.text("title", 400),
        cut(Folding.fold(shown.text("title", 400))),
        shown.text("status", 40),
        shown.text("sensitivity", 40),
        shown.text("place", 400),
        people,
        shown.disputes(),
        changed);
  }

  private static String cut(String text) {
    return text.length() <= 400 ? text : text.substring(0, 400);
  }
}
