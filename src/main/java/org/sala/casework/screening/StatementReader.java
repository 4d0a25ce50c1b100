package org.sala.casework.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.Maker;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Version;
import org.sala.store.Records;

/** Puts a statement together from its fields, as a line of a list and as a page. */
final class StatementReader {
  private final Station station;
  private final People people;
  private final Officers officers;

  StatementReader(Station station, People people, Officers officers) {
    this.station = station;
    this.people = people;
    this.officers = officers;
  }

  /** Returns one statement; none where it is no whole one, or is not here. */
  Optional<Statements.Line> find(RecordId id) {
    Map<String, FieldState> fields = station.view().records().fields(id);
    boolean whole =
        List.of("case", "person").stream()
            .allMatch(
                k ->
                    Optional.ofNullable(fields.get(k)).flatMap(f -> f.value().asRef()).isPresent());
    return whole ? Optional.of(line(id)) : Optional.empty();
  }

  /** Returns the statements that name this record in one of their fields. */
  List<Statements.Line> pointingTo(RecordId target, String field) {
    List<Statements.Line> lines = new ArrayList<>();
    for (Records.Row row : station.view().records().pointingTo(target, field)) {
      if (row.kind().equals(Kinds.STATEMENT.key())) {
        lines.add(line(row.id()));
      }
    }
    return lines;
  }

  /** Returns everything of a statement. */
  Statements.Page page(RecordId id) {
    Map<String, FieldState> fields = known(id);
    Statements.Line line = line(id);
    Optional<RevisionId> closing = closing(id, fields);
    return new Statements.Page(
        line,
        Stored.number(station, line.caseId(), "number"),
        Cases.shown(fields),
        line.addsTo().map(this::line),
        pointingTo(id, "addsTo"),
        closing
            .flatMap(c -> by(c, fields.get("readBack")))
            .flatMap(Moment::of)
            .or(() -> moment(fields, "readBack")),
        closing.flatMap(c -> by(c, fields.get("closed"))).flatMap(Moment::of),
        closing.map(c -> closer(id, c)).orElse(""),
        closing.flatMap(c -> by(c, fields.get("signature"))).flatMap(Value::asText).orElse(""),
        closing.map(c -> signed(c, fields)).orElseGet(() -> mine(id, fields)));
  }

  /**
   * The closing that the page shows: of two, that of the station that made the statement. Words
   * that another one has put beside it were read to nobody, and stand below.
   */
  private Optional<RevisionId> closing(RecordId id, Map<String, FieldState> fields) {
    List<RevisionId> all =
        Optional.ofNullable(fields.get("closed"))
            .map(FieldState::versions)
            .orElse(List.of())
            .stream()
            .map(Version::revision)
            .toList();
    return station.view().records().revisions(id).stream()
        .filter(r -> all.contains(r.id()) && Maker.is(r.station(), id))
        .map(Records.RevisionRow::id)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static Optional<Value> by(RevisionId revision, @Nullable FieldState state) {
    return Optional.ofNullable(state).map(FieldState::versions).orElse(List.of()).stream()
        .filter(v -> v.revision().equals(revision))
        .map(Version::value)
        .findFirst();
  }

  /** The words that a closing has signed: it writes all of them once more. */
  private static Map<String, String> signed(RevisionId closing, Map<String, FieldState> fields) {
    Map<String, String> signed = new LinkedHashMap<>();
    for (String key : Statements.WORDS) {
      signed.put(key, by(closing, fields.get(key)).flatMap(Value::asText).orElse(""));
    }
    return signed;
  }

  private Map<String, String> mine(RecordId id, Map<String, FieldState> fields) {
    Set<RevisionId> own = Seen.own(station, id);
    Map<String, String> mine = new LinkedHashMap<>();
    for (String key : Statements.WORDS) {
      Optional.ofNullable(fields.get(key))
          .filter(FieldState::disputed)
          .flatMap(f -> f.versions().stream().filter(v -> own.contains(v.revision())).findFirst())
          .flatMap(v -> v.value().asText())
          .ifPresent(text -> mine.put(key, text));
    }
    return mine;
  }

  private String closer(RecordId id, RevisionId closing) {
    return station.view().records().revisions(id).stream()
        .filter(r -> r.id().equals(closing))
        .map(r -> officers.names().getOrDefault(r.author(), ""))
        .findFirst()
        .orElse("");
  }

  Statements.Line line(RecordId id) {
    Map<String, FieldState> f = known(id);
    RecordId person = ref(f, "person");
    Statements.State state =
        f.containsKey("closed")
            ? Statements.State.CLOSED
            : f.containsKey("readBack") ? Statements.State.READ_BACK : Statements.State.OPEN;
    return new Statements.Line(
        id,
        ref(f, "case"),
        person,
        people.find(person).map(People.PersonLine::wristband).orElse(""),
        Stored.text(f, "number").orElse(""),
        Stored.text(f, "language").orElse(""),
        moment(f, "began"),
        state,
        Optional.ofNullable(f.get("addsTo")).flatMap(a -> a.value().asRef()),
        Begun.by(station, id).map(a -> officers.names().getOrDefault(a, "")).orElse(""),
        (int) f.values().stream().filter(FieldState::disputed).count());
  }

  /** Returns the record that a field names. */
  static RecordId ref(Map<String, FieldState> fields, String key) {
    return Optional.ofNullable(fields.get(key))
        .flatMap(s -> s.value().asRef())
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  private static Optional<Moment> moment(Map<String, FieldState> fields, String key) {
    return Optional.ofNullable(fields.get(key)).flatMap(s -> Moment.of(s.value()));
  }

  /** Returns all fields of a statement that is here. */
  Map<String, FieldState> known(RecordId id) {
    Map<String, FieldState> fields = station.view().records().fields(id);
    if (fields.isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    return fields;
  }
}
