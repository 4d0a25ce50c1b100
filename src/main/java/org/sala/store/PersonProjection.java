package org.sala.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;
import org.sala.merge.FieldState;

/** Keeps the rows of the list of people: who someone is, and how far triage and screening are. */
final class PersonProjection {
  private final Sql sql;
  private final Records records;

  PersonProjection(Sql sql) {
    this.sql = sql;
    this.records = new Records(sql);
  }

  private record Related(UUID id, String kind, String reference) {}

  void refresh(RecordId id) {
    Shown person = new Shown(records.fields(id));
    if (person.all().isEmpty()) {
      return;
    }
    List<Related> related =
        sql.list(
            "select r.id, r.kind, f.name from reference f join record r on r.id = f.record where"
                + " f.target = ? and f.name in ('person', 'saidBy') order by r.created_seq, r.id",
            r -> new Related(r.getObject(1, UUID.class), r.getString(2), r.getString(3)),
            id.value());
    Names names = Names.of(person.all());
    Triage triage = triage(related);
    Optional<Shown> screening = last(related, "screening");
    Finding finding = finding(related);
    String forced = strongest(related, "forced");
    String defrauded = strongest(related, "defrauded");
    sql.update(
        "merge into person_row key(id) values"
            + " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        id.value(),
        person.text("wristband", 40),
        names.shown(),
        names.roman(),
        names.key(),
        person.text("sex", 20),
        births(person.all().get("birth")),
        families(person.all(), "language", 200),
        person.text("interpreter", 80),
        person.millis("arrived").orElse(null),
        person.millis("detained").orElse(null),
        triage.id(),
        triage.state(),
        triage.urgency(),
        triage.told(),
        lastId(related, "screening"),
        screening.map(s -> s.text("state", 20)).orElse(""),
        finding.id(),
        finding.code(),
        finding.lower(),
        finding.author(),
        finding.second() != null,
        finding.second(),
        finding.millis(),
        forced,
        defrauded,
        (int) related.stream().filter(r -> r.kind().equals("inside")).count(),
        person.disputes(),
        changed(id, related));
  }

  private record Triage(@Nullable UUID id, String state, String urgency, boolean told) {}

  private Triage triage(List<Related> related) {
    UUID id = lastId(related, "triage");
    if (id == null) {
      return new Triage(null, "", "", false);
    }
    Shown t = new Shown(records.fields(new RecordId(id)));
    String state = t.millis("done").isPresent() ? "done" : "begun";
    TreeSet<String> open = new TreeSet<>(List.of(families(t.all(), "urgency", 200).split(" ", -1)));
    open.removeAll(List.of(families(t.all(), "toldAt", 200).split(" ", -1)));
    open.remove("");
    return new Triage(id, state, String.join(" ", open), open.isEmpty());
  }

  private record Finding(
      @Nullable UUID id,
      String code,
      boolean lower,
      @Nullable String author,
      @Nullable String second,
      @Nullable Long millis) {}

  /** The last finding; a lower one is confirmed only by an agreeing record of another officer. */
  private Finding finding(List<Related> related) {
    UUID id = lastId(related, "finding");
    if (id == null) {
      return new Finding(null, "", false, null, null, null);
    }
    Shown f = new Shown(records.fields(new RecordId(id)));
    String author = author(id);
    String second = null;
    for (Related r : related) {
      if (r.kind().equals("confirmation")) {
        Shown c = new Shown(records.fields(new RecordId(r.id())));
        String by = author(r.id());
        if (c.flag("agrees") && c.text("finding", 36).equals(id.toString()) && !by.equals(author)) {
          second = by;
        }
      }
    }
    return new Finding(
        id, f.text("finding", 60), f.flag("lower"), author, second, f.millis("at").orElse(null));
  }

  /** The officer who wrote a record's first revision. */
  private String author(UUID record) {
    return sql.first(
            "select c.author from revision v join change_log c on c.id = v.change where v.record ="
                + " ? order by v.seq, v.id limit 1",
            r -> r.getString(1),
            record)
        .orElse("");
  }

  private String strongest(List<Related> related, String axis) {
    List<String> grades = List.of("said", "presumed", "established");
    String best = "";
    for (Related r : related) {
      if (r.kind().equals("involvement")) {
        String grade = new Shown(records.fields(new RecordId(r.id()))).text(axis, 20);
        if (grades.indexOf(grade) > grades.indexOf(best)) {
          best = grade;
        }
      }
    }
    return best;
  }

  private Optional<Shown> last(List<Related> related, String kind) {
    UUID id = lastId(related, kind);
    return id == null ? Optional.empty() : Optional.of(new Shown(records.fields(new RecordId(id))));
  }

  private static @Nullable UUID lastId(List<Related> related, String kind) {
    UUID last = null;
    for (Related r : related) {
      if (r.kind().equals(kind)) {
        last = r.id();
      }
    }
    return last;
  }

  private long changed(RecordId id, List<Related> related) {
    List<UUID> ids = new ArrayList<>(related.stream().map(Related::id).toList());
    ids.add(id.value());
    return sql.number(
        "select max(changed_millis) from record where id = any(?)",
        (Object) ids.toArray(new UUID[0]));
  }

  /** Every version of the birth date as a JSON list: in a dispute all of them count. */
  private static String births(@Nullable FieldState birth) {
    List<Value> values = birth == null ? List.of() : birth.values();
    return new String(
        Json.write(new Value.Listing(values)), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String families(Map<String, FieldState> fields, String family, int longest) {
    return cut(
        fields.values().stream()
            .filter(f -> f.key().startsWith(family + "/"))
            .filter(f -> f.values().stream().anyMatch(v -> !(v instanceof Value.Nothing)))
            .map(f -> f.key().substring(family.length() + 1))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(" ")),
        longest);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
