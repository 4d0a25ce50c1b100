package org.sala.casework.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Act;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Field;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.QuestionRows;
import org.sala.store.Records;

/**
 * Headquarters asks the stations that wrote a record; the question goes with the next receipt or
 * decision, stands in the station's Today until it is answered there, and the answer comes with the
 * station's next package. Nobody decides what the station can still find out.
 */
public final class Questions {
  private static final int MOST = 100;

  private final Station station;
  private final Ledger ledger;

  public Questions(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /** Returns whether questions are asked here; a station answers them. */
  public boolean asksHere() {
    return station.state().flag("isHeadquarters");
  }

  /**
   * Who can be asked about records: the stations that wrote to them.
   *
   * @param keys fields that it would be about: where one of them is protected, only a station that
   *     wrote to the protected part
   */
  public List<Question.Askable> askable(Collection<RecordId> about, Set<String> keys) {
    Roster roster = new Roster(station.state());
    List<Question.Askable> all = new ArrayList<>();
    for (RecordId record : about) {
      boolean safe = isProtected(record, keys);
      Set<StationId> wrote = new LinkedHashSet<>();
      for (Records.RevisionRow r : station.view().records().revisions(record)) {
        if (!safe || r.compartment() == Compartment.PROTECTION) {
          wrote.add(r.station());
        }
      }
      wrote.removeIf(s -> !roster.stationKnown(s));
      wrote.forEach(
          s ->
              all.add(
                  new Question.Askable(record, number(record), s, roster.nameOf(s.toString()))));
    }
    return all;
  }

  /** Whether a field is protected, by its kind or by where a version of it lies. */
  private boolean isProtected(RecordId record, Set<String> keys) {
    Map<String, FieldState> safe = new ProtectedPart(station).fields(record);
    return station
        .view()
        .records()
        .find(record)
        .flatMap(r -> Kinds.find(r.kind()))
        .map(
            kind ->
                keys.stream()
                    .anyMatch(
                        k ->
                            safe.containsKey(k)
                                || kind.field(k)
                                    .map(Field::compartment)
                                    .filter(c -> c == Compartment.PROTECTION)
                                    .isPresent()))
        .orElse(false);
  }

  /**
   * Asks.
   *
   * @param keys fields that it is about; none for the record as a whole
   */
  public void ask(List<Question.Askable> whom, Set<String> keys, String words) {
    if (!asksHere()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_HEADQUARTERS);
    }
    if (whom.isEmpty() || words.isBlank()) {
      throw new IllegalArgumentException("somebody is asked something");
    }
    Act act = new Act();
    for (Question.Askable a : whom) {
      if (!askable(List.of(a.about()), keys).contains(a)) {
        throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
      }
      Map<String, Value> fields = new LinkedHashMap<>();
      fields.put("about", Value.ref(a.about()));
      fields.put("to", Value.text(a.station().toString()));
      Stored.put(fields, "fields", String.join(" ", keys));
      fields.put("question", Value.text(words.strip()));
      fields.put("at", station.now().toValue());
      act.make(
          station.ids().record(),
          Kinds.QUESTION,
          station.scopeOf(a.about()),
          fields,
          isProtected(a.about(), keys) ? Map.of("question", Compartment.PROTECTION) : Map.of());
    }
    ledger.write(act);
  }

  /** What was asked about a record, the last first. */
  public List<Question> about(RecordId record) {
    return read(station.view().questions().about(record));
  }

  /** What this station was asked and has not answered. */
  public List<Question> waitingHere() {
    return read(station.view().questions().waiting(station.identity().station(), MOST));
  }

  /** Returns at headquarters what was answered and nobody has seen to. */
  public List<Question> answered() {
    return asksHere() ? read(station.view().questions().answered(MOST)) : List.of();
  }

  /**
   * Answers. The words lie where the question lies: those to a protected question are protected.
   *
   * @param cannotFindOut nobody here can say more; the words may then be empty
   */
  public void answer(RecordId id, String words, boolean cannotFindOut) {
    QuestionRows.Row row = row(id);
    if (!row.to().equals(station.identity().station().toString())) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    if (row.answeredMillis().isPresent() || row.closedMillis().isPresent()) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    if (words.isBlank() && !cannotFindOut) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SAVE);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    Stored.put(fields, "answer", words);
    fields.put("unknown", Value.flag(cannotFindOut));
    fields.put("answered", station.now().toValue());
    boolean safe = new ProtectedPart(station).exists(id);
    ledger.write(
        new Act()
            .edit(
                id,
                Kinds.QUESTION,
                fields,
                safe ? Map.of("answer", Compartment.PROTECTION) : Map.of()));
  }

  /**
   * Closes a question at headquarters: the answer was seen, or nobody asks any more; the station
   * hears of it.
   */
  public void close(RecordId id) {
    if (!asksHere()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_HEADQUARTERS);
    }
    row(id);
    ledger.write(new Act().edit(id, Kinds.QUESTION, Map.of("closed", station.now().toValue())));
  }

  private QuestionRows.Row row(RecordId id) {
    return station
        .view()
        .questions()
        .find(id)
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  private List<Question> read(List<QuestionRows.Row> rows) {
    return rows.stream().map(this::read).toList();
  }

  private Question read(QuestionRows.Row row) {
    Map<String, FieldState> fields = new HashMap<>(station.view().records().fields(row.id()));
    ProtectedPart part = new ProtectedPart(station);
    boolean safe = part.exists(row.id());
    fields.putAll(part.fields(row.id()));
    String kind = station.view().records().find(row.about()).map(Records.Row::kind).orElse("");
    Optional<RecordId> person =
        kind.equals(Kinds.PERSON.key())
            ? Optional.of(row.about())
            : Stored.record(station.view().records().fields(row.about()), "person");
    FieldState unknown = fields.get("unknown");
    return new Question(
        row.id(),
        row.about(),
        kind,
        number(row.about()),
        person,
        new Roster(station.state()).nameOf(row.to()),
        families(fields),
        Stored.text(fields, "question").orElse(""),
        safe && !station.mayOpen(Compartment.PROTECTION),
        moment(fields, "at").orElseGet(station::now),
        stands(row),
        Stored.text(fields, "answer").orElse(""),
        unknown != null && unknown.value() instanceof Value.Flag f && f.yes(),
        moment(fields, "answered"));
  }

  private static List<String> families(Map<String, FieldState> fields) {
    return Stored.words(fields, "fields", " ").stream()
        .map(k -> k.split("/", 2)[0])
        .distinct()
        .toList();
  }

  private static Optional<Moment> moment(Map<String, FieldState> fields, String key) {
    return Optional.ofNullable(fields.get(key)).flatMap(f -> Moment.of(f.value()));
  }

  private Question.Stands stands(QuestionRows.Row row) {
    if (row.closedMillis().isPresent()) {
      return Question.Stands.CLOSED;
    }
    if (row.answeredMillis().isPresent()) {
      return Question.Stands.ANSWERED;
    }
    ChangeId asked = Begun.row(station, row.id()).orElseThrow().change();
    List<String> states =
        station.view().sent().states(List.of(asked), row.to()).getOrDefault(asked, List.of());
    return states.contains("RECEIVED")
        ? Question.Stands.ARRIVED
        : states.isEmpty() ? Question.Stands.HERE : Question.Stands.UNDERWAY;
  }

  private String number(RecordId record) {
    Map<String, FieldState> fields = station.view().records().fields(record);
    return Stored.record(fields, "person")
        .map(p -> Stored.number(station, p, "wristband"))
        .or(() -> Stored.text(fields, "wristband"))
        .or(() -> Stored.text(fields, "number"))
        .orElse("–");
  }
}
