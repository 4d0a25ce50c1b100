package org.sala.casework.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.DateReader;
import org.sala.domain.Kinds;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * The parts that people have in cases: a role and two axes, each as said, presumed or established,
 * for a period. What changes on a day is a part of its own, so that what held before stays.
 */
public final class Involvements {
  private static final List<String> CODES = List.of("role", "roleGrade", "forced", "defrauded");
  private static final List<String> DATES = List.of("began", "ended");

  private final Station station;
  private final Ledger ledger;

  public Involvements(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * What an officer writes of a part; everything may be empty.
   *
   * @param role witness, relative, recruiter and so on; apart from both axes
   * @param roleGrade how sure the role is
   * @param began as typed, Buddhist-era years included
   * @param loss in the person's words
   */
  public record Written(
      String role,
      String roleGrade,
      String forced,
      String defrauded,
      String began,
      String ended,
      String loss) {

    /** What the person says of both axes, and no more. */
    public static Written said(String forced, String defrauded) {
      return new Written("", "", forced, defrauded, "", "", "");
    }

    private Map<String, String> texts() {
      Map<String, String> texts = new LinkedHashMap<>();
      texts.put("role", role);
      texts.put("roleGrade", role.isBlank() ? "" : roleGrade);
      texts.put("forced", forced);
      texts.put("defrauded", defrauded);
      texts.put("began", began);
      texts.put("ended", ended);
      texts.put("loss", loss);
      return texts;
    }

    @Override
    public String toString() {
      return "Written";
    }
  }

  /** One part: who, in which case, and what is written of it, with all values in a dispute. */
  public record Part(
      RecordId id,
      RecordId caseId,
      String caseNumber,
      RecordId person,
      Map<String, Cases.Shown> fields) {
    public Part {
      fields = Map.copyOf(fields);
    }

    /** A field as it was typed; the first of several versions. */
    public String text(String key) {
      Cases.Shown shown = fields.get(key);
      if (shown == null) {
        return "";
      }
      return DATES.contains(key)
          ? PartialDate.of(shown.value()).typed()
          : shown.value().asText().orElse("");
    }

    /** Returns whether this part is over: another part may hold since. */
    public boolean over() {
      return fields.containsKey("ended");
    }

    /** Returns whether nothing is written of a part: it was taken back, or nobody has asked yet. */
    private boolean empty() {
      return Stream.concat(CODES.stream(), Stream.of("began", "ended", "loss"))
          .noneMatch(fields::containsKey);
    }

    /** Whether this one says what the other, an empty one, does not. */
    private boolean insteadOf(Part other) {
      return !empty() && person.equals(other.person) && caseId.equals(other.caseId);
    }

    /** Returns what this part says, as the form shows it. */
    public Written written() {
      return new Written(
          text("role"),
          text("roleGrade"),
          text("forced"),
          text("defrauded"),
          text("began"),
          text("ended"),
          text("loss"));
    }

    @Override
    public String toString() {
      return "Part[" + id + "]";
    }
  }

  /** The parts of everybody in a case, in the order in which they were written. */
  public List<Part> inCase(RecordId caseId) {
    return parts(station.view().records().pointingTo(caseId, "case"));
  }

  /** The parts that a person has, in all cases. */
  public List<Part> of(RecordId person) {
    return parts(station.view().records().pointingTo(person, "person"));
  }

  /** Brings a person who is already known into a case; nobody is in a case twice. */
  public Saved bring(RecordId caseId, RecordId person, Written w, String reason) {
    return bring(caseId, List.of(person), w, reason);
  }

  /**
   * Brings several people into a case as one act, each with the same part.
   *
   * @throws CaseworkFault {@code ALREADY_DONE} where one of them is in it already; nobody is
   *     brought in then
   */
  public Saved bring(RecordId caseId, List<RecordId> people, Written w, String reason) {
    Set<RecordId> inCase = inCase(caseId).stream().map(Part::person).collect(Collectors.toSet());
    if (people.stream().anyMatch(inCase::contains)) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    Act act = new Act().because(reason);
    people.forEach(person -> make(act, caseId, person, w));
    return ledger.write(act);
  }

  /** Puts right what is written; a field that is disputed waits for the decision on it. */
  public Saved edit(RecordId id, Written w, String reason) {
    Part before = part(id);
    return edit(before, w, reason, Cases.seen(before.fields()));
  }

  /**
   * Puts right what is written of a part that was looked at before: what was left alone is not
   * written again.
   *
   * @param before the part as it stood then
   * @param seen how it stood when typing began, which is earlier where a draft was put back
   */
  public Saved edit(Part before, Written w, String reason, Seen seen) {
    RecordId id = before.id();
    part(id);
    Map<String, Value> fields = new LinkedHashMap<>();
    w.texts()
        .forEach(
            (key, text) -> {
              if (!text.strip().equals(before.text(key))) {
                Cases.Shown shown = before.fields().get(key);
                if (shown != null && seen.sameAs(key, shown.setBy())) {
                  undisputed(before, key);
                }
                fields.put(key, text.isBlank() ? Value.Nothing.HERE : value(key, text));
              }
            });
    if (fields.isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SAVE);
    }
    return ledger.write(new Act().edit(id, Kinds.INVOLVEMENT, fields, seen).because(reason));
  }

  /** Ends a part on a day, and begins another from then on with what is written now, as one act. */
  public Saved turn(RecordId id, String day, Written w, String reason) {
    return turn(id, day, w, reason, Cases.seen(part(id).fields()));
  }

  /** Ends a part that was looked at before, and begins another from a day on, as one act. */
  public Saved turn(RecordId id, String day, Written w, String reason, Seen seen) {
    if (day.isBlank()) {
      throw new IllegalArgumentException("it changed on a day");
    }
    Part part = part(id);
    part.fields().keySet().forEach(key -> undisputed(part, key));
    Act act = new Act().because(reason);
    act.edit(id, Kinds.INVOLVEMENT, Map.of("ended", value("ended", day)), seen);
    make(
        act,
        part.caseId(),
        part.person(),
        new Written(w.role(), w.roleGrade(), w.forced(), w.defrauded(), day, "", w.loss()));
    return ledger.write(act);
  }

  void make(Act act, RecordId caseId, RecordId person, Written w) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("case", Value.ref(caseId));
    fields.put("person", Value.ref(person));
    w.texts()
        .forEach(
            (key, text) -> {
              if (!text.isBlank()) {
                fields.put(key, value(key, text));
              }
            });
    Records.Row row =
        station
            .view()
            .records()
            .find(caseId)
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    act.make(station.ids().record(), Kinds.INVOLVEMENT, row.scope(), fields);
  }

  private static Value value(String key, String text) {
    if (DATES.contains(key)) {
      return DateReader.date(text.strip()).toValue();
    }
    if (CODES.contains(key) && !text.matches("[a-z-]{1,20}")) {
      throw new IllegalArgumentException("no such code");
    }
    return Value.text(text.strip());
  }

  private static void undisputed(Part part, String key) {
    Cases.Shown shown = part.fields().get(key);
    if (shown != null && shown.disputed()) {
      throw new CaseworkFault(CaseworkFault.Code.DISPUTED);
    }
  }

  private Part part(RecordId id) {
    return station
        .view()
        .records()
        .find(id)
        .filter(r -> r.kind().equals(Kinds.INVOLVEMENT.key()))
        .flatMap(r -> part(id, station.view().records().fields(id)))
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  private List<Part> parts(List<Records.Row> rows) {
    List<RecordId> ids =
        rows.stream()
            .filter(r -> r.kind().equals(Kinds.INVOLVEMENT.key()))
            .map(Records.Row::id)
            .toList();
    Map<RecordId, Map<String, FieldState>> all = station.view().records().fields(ids);
    List<Part> parts = new ArrayList<>();
    for (RecordId id : ids) {
      part(id, all.getOrDefault(id, Map.of())).ifPresent(parts::add);
    }
    return parts.stream()
        .filter(p -> !p.empty() || parts.stream().noneMatch(o -> o.insteadOf(p)))
        .toList();
  }

  /** A part whose case or person was kept back is nobody's to show. */
  private Optional<Part> part(RecordId id, Map<String, FieldState> f) {
    Optional<RecordId> caseId = Stored.record(f, "case");
    Optional<RecordId> person = Stored.record(f, "person");
    if (caseId.isEmpty() || person.isEmpty()) {
      return Optional.empty();
    }
    String number = station.view().cases().find(caseId.get()).map(c -> c.number()).orElse("");
    return Optional.of(new Part(id, caseId.get(), number, person.get(), Cases.shown(f)));
  }
}
