package org.sala.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.sala.crypto.Sha256;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.Field;
import org.sala.domain.FieldType;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;
import org.sala.journal.Committed;
import org.sala.journal.Position;
import org.sala.merge.FieldState;
import org.sala.merge.Lineage;
import org.sala.merge.Version;

/** Turns committed changes into rows. Runs inside one transaction of the write connection. */
final class Projector {
  private final Sql sql;
  private final Function<Position, Optional<Revision>> bodies;
  private final CaseProjection cases;
  private final PersonProjection people;
  private final ExhibitProjection exhibits;
  private final ScreeningProjection screenings;
  private final WordProjection words;

  Projector(Sql sql, Function<Position, Optional<Revision>> bodies) {
    this.sql = sql;
    this.bodies = bodies;
    this.cases = new CaseProjection(sql);
    this.people = new PersonProjection(sql);
    this.exhibits = new ExhibitProjection(sql);
    this.screenings = new ScreeningProjection(sql);
    this.words = new WordProjection(sql);
  }

  void apply(List<Committed> run) {
    Map<RecordId, String> touched = new HashMap<>();
    for (Committed c : run) {
      header(c);
      List<Piece> pieces = c.change().pieces();
      for (int i = 0; i < pieces.size(); i++) {
        if (pieces.get(i) instanceof Piece.Whole whole
            && sql.number("select count(*) from revision where id = ?", whole.id().hex()) == 0) {
          revision(whole.revision(), c, c.pieces().get(i));
          touched.put(whole.revision().record(), whole.revision().kind());
        }
      }
    }
    lists(touched);
    String digest = sql.first("select digest from applied", r -> r.getString(1)).orElseThrow();
    for (Committed c : run) {
      digest = Sha256.hex((digest + c.change().id()).getBytes(StandardCharsets.US_ASCII));
    }
    sql.update(
        "update applied set last_sequence = ?, digest = ? where one = 1",
        run.getLast().sequence(),
        digest);
  }

  private void header(Committed c) {
    ChangeHeader h = c.change().header();
    sql.update(
        "merge into change_log (id, seq, author, station, incarnation, number, at, millis) key(id)"
            + " values (?,?,?,?,?,?,?,?)",
        h.id().value(),
        c.sequence(),
        h.author().hex(),
        h.station().value(),
        h.incarnation().value(),
        h.number(),
        h.time().toString(),
        h.time().instant().toEpochMilli());
  }

  private void revision(Revision r, Committed c, Position at) {
    UUID record = r.record().value();
    boolean safe = r.compartment() == Compartment.PROTECTION;
    long millis = c.change().header().time().instant().toEpochMilli();
    int known =
        sql.update(
            "update record set changed_seq = ?, changed_millis = greatest(changed_millis, ?) where"
                + " id = ?",
            c.sequence(),
            millis,
            record);
    if (known == 0) {
      sql.update(
          "insert into record values (?,?,?,?,?,?)",
          record,
          r.kind(),
          r.scope().value(),
          c.sequence(),
          c.sequence(),
          millis);
    }
    sql.update(
        "insert into revision values (?,?,?,?,?,?,?)",
        r.id().hex(),
        record,
        safe,
        c.change().id().value(),
        c.sequence(),
        at.segment(),
        at.offset());
    for (RevisionId parent : r.parents()) {
      sql.update("insert into revision_parent values (?,?)", r.id().hex(), parent.hex());
    }
    Set<RevisionId> heads =
        known == 0 ? Set.of() : new HashSet<>(new Records(sql).heads(r.record(), r.compartment()));
    if (heads.equals(new HashSet<>(r.parents()))) {
      straight(r, record, safe);
    } else {
      joined(r, record, safe);
    }
  }

  /** The usual case: built on all heads, so it replaces what it sets. */
  private void straight(Revision r, UUID record, boolean safe) {
    if (!r.parents().isEmpty()) {
      sql.update("delete from head where record = ? and protection = ?", record, safe);
    }
    sql.update("insert into head values (?,?,?)", record, safe, r.id().hex());
    if (safe) {
      return;
    }
    for (Map.Entry<String, Value> f : r.fields().entrySet()) {
      if (!r.parents().isEmpty()) {
        sql.update("delete from field where record = ? and name = ?", record, f.getKey());
      }
      insert(record, new FieldState(f.getKey(), List.of(new Version(r.id(), f.getValue()))));
    }
    references(r, record);
  }

  /** Versions met that did not know of each other: the whole lineage is read and joined. */
  private void joined(Revision r, UUID record, boolean safe) {
    List<Revision> all = new ArrayList<>();
    all.add(r);
    sql.list(
            "select segment, place from revision where record = ? and protection = ? and id <> ?",
            row -> new Position(row.getInt(1), row.getLong(2)),
            record,
            safe,
            r.id().hex())
        .forEach(at -> bodies.apply(at).ifPresent(all::add));
    Lineage lineage = new Lineage(all);
    sql.update("delete from head where record = ? and protection = ?", record, safe);
    for (RevisionId head : lineage.heads()) {
      sql.update("insert into head values (?,?,?)", record, safe, head.hex());
    }
    if (!safe) {
      sql.update("delete from field where record = ?", record);
      lineage.fields().values().forEach(f -> insert(record, f));
      references(r, record);
    }
  }

  private void insert(UUID record, FieldState state) {
    for (Version v : state.versions()) {
      sql.update(
          "insert into field values (?,?,?,?,?)",
          record,
          state.key(),
          v.revision().hex(),
          new String(Json.write(v.value()), StandardCharsets.UTF_8),
          state.disputed());
    }
  }

  private void references(Revision r, UUID record) {
    Optional<Kind> kind = Kinds.find(r.kind());
    if (kind.isEmpty()) {
      return;
    }
    for (Map.Entry<String, Value> f : r.fields().entrySet()) {
      Optional<Field> field = kind.get().field(f.getKey());
      if (field.isPresent() && field.get().type() == FieldType.REFERENCE) {
        f.getValue()
            .asRef()
            .ifPresent(
                target ->
                    sql.update(
                        "merge into reference (record, name, target) key(record, name) values"
                            + " (?,?,?)",
                        record,
                        f.getKey(),
                        target.value()));
      }
    }
  }

  /** Refreshes the rows of lists that the touched records stand in. */
  private void lists(Map<RecordId, String> touched) {
    Set<RecordId> caseRows = new LinkedHashSet<>();
    Set<RecordId> personRows = new LinkedHashSet<>();
    Set<RecordId> exhibitRows = new LinkedHashSet<>();
    touched.forEach(
        (record, kind) -> {
          switch (kind) {
            case "case" -> caseRows.add(record);
            case "person" -> personRows.add(record);
            default -> {
              sql.list(
                      "select name, target from reference where record = ?",
                      r -> Map.entry(r.getString(1), r.getObject(2, UUID.class)),
                      record.value())
                  .forEach(
                      ref -> {
                        RecordId target = new RecordId(ref.getValue());
                        switch (ref.getKey()) {
                          case "case" -> caseRows.add(target);
                          case "person", "saidBy" -> personRows.add(target);
                          case "exhibit" -> exhibitRows.add(target);
                          default -> {
                            // Other references lead to no list.
                          }
                        }
                      });
            }
          }
          if (kind.equals("screening")) {
            screenings.refresh(record);
          }
          if (kind.equals("exhibit")) {
            exhibitRows.add(record);
          }
          words.refresh(record, kind);
        });
    personRows.forEach(people::refresh);
    exhibitRows.forEach(exhibits::refresh);
    caseRows.forEach(cases::refresh);
  }
}
