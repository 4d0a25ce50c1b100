package org.sala.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.RecordId;

/**
 * What leads to some records, each in the order of creation, and when each of them was changed
 * itself: read at once for all. Only after the slice's own rows are written.
 */
final class Around {
  private final Map<RecordId, List<Related>> related = new HashMap<>();
  private final Map<RecordId, Long> own;

  /** A record that leads to another. */
  record Related(RecordId id, String kind, long millis) {}

  /**
   * @param names of the fields by which others lead to them; known to the program, never told by
   *     somebody
   */
  Around(Sql sql, Slice slice, Set<RecordId> ids, List<String> names) {
    sql.listAny(
        "select f.target, r.id, r.kind, r.changed_millis from "
            + Dialect.GIVEN
            + " join reference f on f.target = given.id join record r on r.id = f.record where"
            + " f.name in ('"
            + String.join("', '", names)
            + "') order by r.created_seq, r.id",
        r ->
            related
                .computeIfAbsent(new RecordId(r.getObject(1, UUID.class)), any -> new ArrayList<>())
                .add(
                    new Related(
                        new RecordId(r.getObject(2, UUID.class)), r.getString(3), r.getLong(4))),
        (Object) Slice.uuids(ids));
    this.own = own(sql, slice, ids);
  }

  /** When records were changed themselves; one that is not here is left out. */
  static Map<RecordId, Long> own(Sql sql, Slice slice, Set<RecordId> ids) {
    Map<RecordId, Long> own = new HashMap<>();
    Set<RecordId> elsewhere = new LinkedHashSet<>();
    for (RecordId id : ids) {
      Slice.Touched t = slice.find(id);
      if (t == null) {
        elsewhere.add(id);
      } else {
        own.put(id, t.millis);
      }
    }
    sql.listAny(
        "select id, changed_millis from record where id = any(?)",
        r -> own.put(new RecordId(r.getObject(1, UUID.class)), r.getLong(2)),
        (Object) Slice.uuids(elsewhere));
    return own;
  }

  List<Related> of(RecordId id) {
    return related.getOrDefault(id, List.of());
  }

  /** Returns when a record, or what leads to it, was changed last. */
  long millis(RecordId id) {
    long millis = own.getOrDefault(id, 0L);
    for (Related r : of(id)) {
      millis = Math.max(millis, r.millis());
    }
    return millis;
  }
}
