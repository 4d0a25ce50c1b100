package org.sala.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.AttachedFile;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** Keeps the rows of the list of exhibits. */
final class ExhibitProjection {
  /** The fields by which other records say which exhibit they are about. */
  static final List<String> REFERENCES = List.of("exhibit");

  private final Sql sql;

  ExhibitProjection(Sql sql) {
    this.sql = sql;
  }

  void refresh(Slice slice, RecordId id) {
    Records records = new Records(sql);
    Map<String, FieldState> fields = slice.fields(id);
    Optional<RecordId> caseId =
        Optional.ofNullable(fields.get("case")).map(FieldState::value).flatMap(Value::asRef);
    if (fields.isEmpty() || caseId.isEmpty()) {
      sql.update("delete from exhibit_row where id = ?", id.value());
      return;
    }
    Shown shown = new Shown(fields);
    Optional<AttachedFile> file =
        Optional.ofNullable(fields.get("file")).map(FieldState::value).flatMap(AttachedFile::of);
    List<Records.Row> custody =
        records.pointingTo(id, "exhibit").stream().filter(r -> r.kind().equals("custody")).toList();
    long changed =
        sql.number(
            "select max(r.changed_millis) from record r where r.id = ? or r.id in (select record"
                + " from reference where target = ? and name = 'exhibit')",
            id.value(),
            id.value());
    sql.putRow(
        "exhibit_row",
        1,
        id.value(),
        caseId.get().value(),
        shown.text("number", 80),
        shown.text("title", 400),
        cut(Folding.fold(shown.text("title", 400))),
        shown.millis("taken").orElse(null),
        file.map(AttachedFile::digest).orElse(""),
        file.map(AttachedFile::size).orElse(0L),
        file.map(AttachedFile::name).orElse(""),
        file.map(AttachedFile::type).orElse(""),
        custody.size(),
        custody.isEmpty() ? "" : new Shown(slice.fields(custody.getLast().id())).text("event", 40),
        shown.disputes(),
        changed);
  }

  private static String cut(String text) {
    return text.length() <= 400 ? text : text.substring(0, 400);
  }
}
