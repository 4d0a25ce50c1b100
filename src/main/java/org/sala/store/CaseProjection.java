package org.sala.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.sala.domain.RecordId;

/** Keeps the rows of the list of cases. */
final class CaseProjection {
  private static final String REFERENCE = "case";

  private final Sql sql;

  CaseProjection(Sql sql) {
    this.sql = sql;
  }

  /** How many people a case has, and when it or anything in it was changed last. */
  private record Counts(long people, long millis) {}

  void refresh(Slice slice) {
    Map<RecordId, Counts> more = new HashMap<>();
    Set<RecordId> anew = new LinkedHashSet<>();
    Set<RecordId> own = new LinkedHashSet<>();
    Joining joining = new Joining();
    for (Slice.Touched t : slice.all()) {
      if (t.kind().equals("case")) {
        own.add(t.id);
        more.merge(t.id, new Counts(0, t.millis), CaseProjection::plus);
      } else {
        UUID before = t.before.get(REFERENCE);
        UUID after = t.after.get(REFERENCE);
        if (before != null && (t.rehomed || !before.equals(after))) {
          anew.add(new RecordId(before));
        }
        if (after != null) {
          if (t.kind().equals("involvement") && t.fresh) {
            joining.add(t, after);
          } else if (t.kind().equals("involvement") && (t.rehomed || !sameLink(t))) {
            anew.add(new RecordId(after));
          }
          more.merge(new RecordId(after), new Counts(0, t.millis), CaseProjection::plus);
        }
      }
    }
    joining
        .newcomers(sql)
        .forEach((id, people) -> more.merge(id, new Counts(people, 0), CaseProjection::plus));
    Set<RecordId> all = new LinkedHashSet<>(more.keySet());
    all.addAll(anew);
    if (all.isEmpty()) {
      return;
    }
    Map<RecordId, Counts> known = known(all);
    Set<RecordId> unknown = new LinkedHashSet<>(all);
    unknown.removeIf(id -> known.containsKey(id) && !anew.contains(id));
    Map<RecordId, Counts> found = counted(slice, unknown);
    List<Object[]> whole = new ArrayList<>();
    List<Object[]> counted = new ArrayList<>();
    Set<RecordId> full = new LinkedHashSet<>(own);
    all.stream().filter(id -> anew.contains(id) || !known.containsKey(id)).forEach(full::add);
    slice.read(full);
    Set<RecordId> apart = slice.apart(full);
    List<Object[]> gone = new ArrayList<>();
    for (RecordId id : all) {
      Counts before = known.get(id);
      Counts counts =
          before == null || anew.contains(id)
              ? found.getOrDefault(id, new Counts(0, 0))
              : plus(before, more.getOrDefault(id, new Counts(0, 0)));
      if (!full.contains(id)) {
        counted.add(new Object[] {counts.people(), counts.millis(), id.value()});
      } else if (!slice.fields(id).isEmpty()) {
        whole.add(row(id, new Shown(slice.fields(id), apart.contains(id)), counts));
      } else if (before != null) {
        gone.add(new Object[] {id.value()});
      }
    }
    sql.batch("delete from case_row where id = ?", gone);
    sql.batch("update case_row set people = ?, changed_millis = ? where id = ?", counted);
    sql.put("case_row", 1, whole);
  }

  private static boolean sameLink(Slice.Touched t) {
    return Objects.equals(t.before.get(REFERENCE), t.after.get(REFERENCE))
        && Objects.equals(t.before.get("person"), t.after.get("person"));
  }

  private Map<RecordId, Counts> known(Set<RecordId> ids) {
    Map<RecordId, Counts> known = new HashMap<>();
    sql.listAny(
        "select id, people, changed_millis from case_row where id = any(?)",
        r ->
            known.put(
                new RecordId(r.getObject(1, UUID.class)), new Counts(r.getLong(2), r.getLong(3))),
        (Object) Slice.uuids(ids));
    return known;
  }

  private static Counts plus(Counts a, Counts b) {
    return new Counts(a.people() + b.people(), Math.max(a.millis(), b.millis()));
  }

  /**
   * Works out anew from what leads to each case how many people it has and when it last changed.
   */
  private Map<RecordId, Counts> counted(Slice slice, Set<RecordId> ids) {
    Map<RecordId, Counts> counted = new HashMap<>();
    Around.own(sql, slice, ids).forEach((id, millis) -> counted.put(id, new Counts(0, millis)));
    sql.listAny(
        "select f.target, count(distinct case when r.kind = 'involvement' then p.target end),"
            + " max(r.changed_millis) from "
            + Dialect.GIVEN
            + " join reference f on f.target = given.id and f.name = 'case' join record r on r.id ="
            + " f.record left join reference p on p.record = f.record and p.name = 'person' group"
            + " by f.target",
        r ->
            counted.merge(
                new RecordId(r.getObject(1, UUID.class)),
                new Counts(r.getLong(2), r.getLong(3)),
                CaseProjection::plus),
        (Object) Slice.uuids(ids));
    return counted;
  }

  private static Object[] row(RecordId id, Shown shown, Counts counts) {
    return new Object[] {
      id.value(),
      shown.text("number", 80),
      shown.text("title", 400),
      cut(Folding.fold(shown.text("title", 400))),
      shown.text("status", 40),
      shown.text("sensitivity", 40),
      shown.text("place", 400),
      counts.people(),
      shown.disputes(),
      counts.millis()
    };
  }

  private static String cut(String text) {
    return text.length() <= 400 ? text : text.substring(0, 400);
  }
}
