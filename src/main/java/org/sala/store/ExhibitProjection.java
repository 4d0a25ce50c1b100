package org.sala.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  /** Refreshes the rows of exhibits, whatever of them or around them was touched. */
  void refresh(Slice slice, Set<RecordId> ids) {
    if (ids.isEmpty()) {
      return;
    }
    Around around = new Around(sql, slice, ids, REFERENCES);
    Map<RecordId, List<Around.Related>> custody = new HashMap<>();
    Set<RecordId> wanted = new LinkedHashSet<>(ids);
    for (RecordId id : ids) {
      List<Around.Related> all =
          around.of(id).stream().filter(r -> r.kind().equals("custody")).toList();
      custody.put(id, all);
      if (!all.isEmpty()) {
        wanted.add(all.getLast().id());
      }
    }
    slice.read(wanted);
    Set<RecordId> apart = slice.apart(ids);
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<Object[]> gone = new ArrayList<>();
    for (RecordId id : ids) {
      Optional<RecordId> caseId =
          Optional.ofNullable(slice.fields(id).get("case"))
              .map(FieldState::value)
              .flatMap(Value::asRef);
      if (caseId.isPresent()) {
        rows.add(
            row(
                slice,
                id,
                new Shown(slice.fields(id), apart.contains(id)),
                caseId.get(),
                custody.getOrDefault(id, List.of()),
                around.millis(id)));
      } else {
        gone.add(new Object[] {id.value()});
      }
    }
    sql.batch("delete from exhibit_row where id = ?", gone);
    sql.put("exhibit_row", 1, rows);
  }

  private static @Nullable Object[] row(
      Slice slice,
      RecordId id,
      Shown shown,
      RecordId caseId,
      List<Around.Related> custody,
      long changed) {
    Optional<AttachedFile> file =
        Optional.ofNullable(shown.all().get("file"))
            .map(FieldState::value)
            .flatMap(AttachedFile::of);
    return new @Nullable Object[] {
      id.value(),
      caseId.value(),
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
      changed
    };
  }

  private static String cut(String text) {
    return text.length() <= 400 ? text : text.substring(0, 400);
  }
}
