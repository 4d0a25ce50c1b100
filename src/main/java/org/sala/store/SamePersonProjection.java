package org.sala.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Holding;

/**
 * Keeps by what people of several records are found to be one, and what was said of two records.
 * Nothing is compared here: an import pays for its own people alone.
 */
final class SamePersonProjection {
  static final String KIND = "sameperson";

  private static final String WORD = "word";

  /** The fields by which such a record names its two. */
  static final List<String> REFERENCES = List.of("one", "other");

  private final Sql sql;
  private final WrittenRows written;

  SamePersonProjection(Sql sql, WrittenRows written) {
    this.sql = sql;
    this.written = written;
  }

  void refresh(Slice slice) {
    List<RecordId> known = new ArrayList<>();
    List<RecordId> people = new ArrayList<>();
    List<Object[]> made = new ArrayList<>();
    List<Object[]> gone = new ArrayList<>();
    for (Slice.Touched t : slice.all()) {
      if (t.kind().equals(KIND)) {
        link(slice, t, made, gone);
      } else if (t.kind().equals("person") && concerns(t)) {
        people.add(t.id);
        if (!t.fresh) {
          known.add(t.id);
        }
      }
    }
    sql.batch("delete from same_person_row where id = ?", gone);
    sql.put("same_person_row", 1, made);
    keys(slice, people, known);
  }

  private static boolean concerns(Slice.Touched t) {
    return t.moved.contains(Compartment.INVESTIGATION)
        && (t.fresh
            || t.cleared
            || t.set.keySet().stream()
                .map(k -> k.split("/", 2)[0])
                .anyMatch(PersonClues.FAMILIES::contains));
  }

  private void keys(Slice slice, List<RecordId> people, List<RecordId> known) {
    Map<RecordId, Map<Long, Integer>> before = before(known);
    List<Object[]> gone = new ArrayList<>();
    List<Object[]> made = new ArrayList<>();
    for (RecordId id : people) {
      Map<Long, Integer> keys = PersonClues.of(slice.fields(id)).keys();
      Map<Long, Integer> old = before.getOrDefault(id, Map.of());
      if (!keys.equals(old)) {
        if (!old.isEmpty()) {
          gone.add(new Object[] {id.value()});
        }
        keys.forEach((hash, weight) -> made.add(new Object[] {hash, id.value(), weight}));
      }
    }
    sql.batch("delete from person_key where person = ?", gone);
    sql.batch("insert into person_key values (?,?,?)", made);
  }

  private Map<RecordId, Map<Long, Integer>> before(List<RecordId> known) {
    Map<RecordId, Map<Long, Integer>> before = new HashMap<>();
    if (!known.isEmpty()) {
      sql.list(
          "select person, hash, weight from person_key where person = any(?)",
          r ->
              before
                  .computeIfAbsent(new RecordId(r.getObject(1, UUID.class)), any -> new HashMap<>())
                  .put(r.getLong(2), r.getInt(3)),
          (Object) Slice.uuids(known));
    }
    return before;
  }

  private void link(Slice slice, Slice.Touched t, List<Object[]> made, List<Object[]> gone) {
    Map<String, FieldState> fields = slice.fields(t.id);
    Optional<RecordId> one = record(fields, "one");
    Optional<RecordId> other = record(fields, "other");
    if (one.isPresent() && other.isPresent()) {
      Holding said = new Holding(written.of(slice, t.id), written.answering());
      made.add(
          new Object[] {
            t.id.value(),
            one.get().value(),
            other.get().value(),
            holds(said, "SAME"),
            holds(said, "DIFFERENT"),
            t.millis
          });
    } else if (!t.fresh) {
      gone.add(new Object[] {t.id.value()});
    }
  }

  private static Optional<RecordId> record(Map<String, FieldState> fields, String key) {
    return Optional.ofNullable(fields.get(key)).map(FieldState::value).flatMap(Value::asRef);
  }

  /**
   * Where versions differ, each of them says it, and what one station has said another one does not
   * take back: nothing is let go while one holds it.
   */
  private static boolean holds(Holding said, String word) {
    return !said.of(r -> says(r, word), r -> r.fields().containsKey(WORD) && !says(r, word))
        .isEmpty();
  }

  private static boolean says(Revision r, String word) {
    return Optional.ofNullable(r.fields().get(WORD))
        .flatMap(Value::asText)
        .filter(word::equals)
        .isPresent();
  }

  /** How many records each of these people is held to be the same as. */
  static Map<RecordId, Integer> links(Reading sql, Set<RecordId> people) {
    Map<RecordId, Integer> links = new HashMap<>();
    for (String side : REFERENCES) {
      sql.list(
          "select "
              + side
              + ", count(*) from same_person_row where same and "
              + side
              + " = any(?) group by "
              + side,
          r -> links.merge(new RecordId(r.getObject(1, UUID.class)), r.getInt(2), Integer::sum),
          (Object) Slice.uuids(people));
    }
    return links;
  }
}
