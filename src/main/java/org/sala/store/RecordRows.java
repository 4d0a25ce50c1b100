package org.sala.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sala.domain.Compartment;
import org.sala.domain.Field;
import org.sala.domain.FieldType;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.wire.Json;
import org.sala.merge.FieldState;
import org.sala.merge.Version;

/** Writes the rows of records themselves: revisions, heads, fields, references. */
final class RecordRows {
  /** Tables of lists, and by which column they name a record that stands there by its kind. */
  private static final Map<String, String> LISTED =
      Map.ofEntries(
          Map.entry("word", "record"),
          Map.entry("case_row", "id"),
          Map.entry("exhibit_row", "id"),
          Map.entry("person_row", "id"),
          Map.entry("person_key", "person"),
          Map.entry("same_person_row", "id"),
          Map.entry("question_row", "id"),
          Map.entry("screening_row", "id"),
          Map.entry("referral_row", "id"),
          Map.entry("consent_row", "id"),
          Map.entry("stay_row", "id"),
          Map.entry("pair_row", "id"),
          Map.entry("filled_row", "id"));

  private final Sql sql;

  RecordRows(Sql sql) {
    this.sql = sql;
  }

  void write(Slice slice, List<Incoming> incoming) {
    records(slice);
    revisions(incoming);
    heads(slice);
    fields(slice);
    disputes(slice);
    references(slice);
  }

  private void records(Slice slice) {
    List<Object[]> made = new ArrayList<>();
    List<Object[]> changed = new ArrayList<>();
    for (Slice.Touched t : slice.all()) {
      if (t.fresh) {
        made.add(new Object[] {t.id.value(), t.kind(), t.scope(), t.created, t.changed, t.millis});
      } else {
        changed.add(new Object[] {t.created, t.changed, t.millis, t.id.value()});
      }
    }
    sql.batch("insert into record values (?,?,?,?,?,?)", made);
    rehomed(slice);
    sql.batch(
        "update record set created_seq = ?, changed_seq = ?, changed_millis = ? where id = ?",
        changed);
  }

  /**
   * Writes kind and scope of records that turned out to be something else: they stand in no list as
   * what they were taken for.
   */
  private void rehomed(Slice slice) {
    List<Object[]> homes = new ArrayList<>();
    List<Object[]> ids = new ArrayList<>();
    for (Slice.Touched t : slice.all()) {
      if (t.rehomed && !t.fresh) {
        homes.add(new Object[] {t.kind(), t.scope(), t.id.value()});
        ids.add(new Object[] {t.id.value()});
      }
    }
    if (!ids.isEmpty()) {
      sql.batch("update record set kind = ?, scope = ? where id = ?", homes);
      LISTED.forEach(
          (table, id) -> sql.batch("delete from " + table + " where " + id + " = ?", ids));
    }
  }

  private void revisions(List<Incoming> incoming) {
    List<Object[]> rows = new ArrayList<>();
    for (Incoming in : incoming) {
      rows.add(
          new Object[] {
            in.revision().id().hex(),
            in.revision().record().value(),
            in.revision().compartment() == Compartment.PROTECTION,
            in.change().value(),
            in.sequence(),
            in.at().segment(),
            in.at().offset()
          });
    }
    sql.batch("insert into revision values (?,?,?,?,?,?,?)", rows);
  }

  /** Gives revisions that are here to the changes whose they are. */
  void give(List<Incoming> given) {
    List<Object[]> rows = new ArrayList<>();
    for (Incoming in : given) {
      rows.add(
          new Object[] {
            in.change().value(),
            in.sequence(),
            in.at().segment(),
            in.at().offset(),
            in.revision().id().hex()
          });
    }
    sql.batch("update revision set change = ?, seq = ?, segment = ?, place = ? where id = ?", rows);
  }

  private void heads(Slice slice) {
    List<Object[]> old = new ArrayList<>();
    List<Object[]> now = new ArrayList<>();
    for (Slice.Touched t : slice.all()) {
      for (Compartment c : t.moved) {
        boolean safe = c == Compartment.PROTECTION;
        if (!t.fresh) {
          old.add(new Object[] {t.id.value(), safe});
        }
        t.heads(c).forEach(h -> now.add(new Object[] {t.id.value(), safe, h.hex()}));
      }
    }
    sql.batch("delete from head where record = ? and protection = ?", old);
    sql.batch("insert into head values (?,?,?)", now);
  }

  private void fields(Slice slice) {
    List<Object[]> all = new ArrayList<>();
    List<Object[]> some = new ArrayList<>();
    List<Object[]> now = new ArrayList<>();
    for (Slice.Touched t : slice.all()) {
      if (!t.fresh && t.cleared) {
        all.add(new Object[] {t.id.value()});
      }
      t.set.forEach(
          (name, state) -> {
            if (!t.fresh && !t.cleared) {
              some.add(new Object[] {t.id.value(), name});
            }
            for (Version v : state.versions()) {
              now.add(
                  new Object[] {
                    t.id.value(),
                    name,
                    v.revision().hex(),
                    new String(Json.write(v.value()), StandardCharsets.UTF_8)
                  });
            }
          });
    }
    sql.batch("delete from field where record = ?", all);
    sql.batch("delete from field where record = ? and name = ?", some);
    sql.batch("insert into field values (?,?,?,?)", now);
  }

  private void disputes(Slice slice) {
    List<Object[]> gone = new ArrayList<>();
    List<Object[]> made = new ArrayList<>();
    for (Slice.Touched t : slice.all()) {
      for (String name : t.disputed) {
        FieldState now = t.set.get(name);
        boolean settled = now == null ? t.cleared : !now.disputed();
        if (name.equals(Slice.PROTECTED_PART) ? !t.apart : settled) {
          gone.add(new Object[] {t.id.value(), name});
        }
      }
      if (t.apart && !t.disputed.contains(Slice.PROTECTED_PART)) {
        made.add(new Object[] {t.id.value(), Slice.PROTECTED_PART});
      }
      t.set.forEach(
          (name, state) -> {
            if (state.disputed() && !t.disputed.contains(name)) {
              made.add(new Object[] {t.id.value(), name});
            }
          });
    }
    sql.batch("delete from dispute where record = ? and name = ?", gone);
    sql.batch("insert into dispute values (?,?)", made);
  }

  /** References follow the fields, so that the order in which versions came plays no part. */
  private void references(Slice slice) {
    List<Object[]> gone = new ArrayList<>();
    List<Object[]> made = new ArrayList<>();
    for (Slice.Touched t : slice.all()) {
      Optional<Kind> kind = Kinds.find(t.kind());
      if (kind.isEmpty() || t.set.isEmpty() && !t.rehomed) {
        continue;
      }
      if (t.cleared) {
        // What set one may count no more.
        t.after.keySet().retainAll(t.set.keySet());
      }
      for (Map.Entry<String, FieldState> f : t.set.entrySet()) {
        Optional<Field> field = kind.get().field(f.getKey());
        if (field.isPresent() && field.get().type() == FieldType.REFERENCE) {
          Optional<UUID> target = f.getValue().value().asRef().map(RecordId::value);
          target.ifPresentOrElse(
              to -> t.after.put(f.getKey(), to), () -> t.after.remove(f.getKey()));
        }
      }
      t.before.forEach(
          (name, target) -> {
            if (!target.equals(t.after.get(name))) {
              gone.add(new Object[] {t.id.value(), name});
            }
          });
      t.after.forEach(
          (name, target) -> {
            if (!target.equals(t.before.get(name))) {
              made.add(new Object[] {t.id.value(), name, target});
            }
          });
    }
    sql.batch("delete from reference where record = ? and name = ?", gone);
    sql.batch("insert into reference values (?,?,?)", made);
  }
}
