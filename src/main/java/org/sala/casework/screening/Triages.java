package org.sala.casework.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sala.casework.people.Cases;
import org.sala.casework.people.OpenUrgencies;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.TriageQuestion;
import org.sala.merge.FieldState;
import org.sala.merge.Raised;
import org.sala.store.Records;

/**
 * Two minutes with each person on arrival: danger, health, age, language, people still inside;
 * nothing about the crime. Answers are protected; the codes of urgency are not, so that the night
 * can be led.
 */
public final class Triages {
  /** The questions asked, in their order, and the two that are only observed. */
  public static final List<String> QUESTIONS =
      TriageQuestion.all().stream().map(TriageQuestion::code).toList();

  /** What an answer may be; "later" and an absent answer are no answers, and never a no. */
  public static final List<String> ANSWERS =
      List.of("", "yes", "no", "unknown", "declined", "later");

  static final String ANSWER = "answer/";
  static final String URGENCY = Raised.URGENCY;

  private final Station station;
  private final Ledger ledger;
  private final People people;

  public Triages(Station station, Ledger ledger, People people) {
    this.station = station;
    this.ledger = ledger;
    this.people = people;
  }

  /**
   * What was answered.
   *
   * @param codes answers by question; absent or empty means not asked
   * @param words what the person said, by question
   */
  public record Answers(Map<String, String> codes, Map<String, String> words) {
    public Answers {
      codes = Map.copyOf(codes);
      words = Map.copyOf(words);
      codes.forEach(
          (q, c) -> {
            if (!QUESTIONS.contains(q) || !ANSWERS.contains(c)) {
              throw new IllegalArgumentException("no such question or answer");
            }
          });
    }

    @Override
    public String toString() {
      return "Answers";
    }
  }

  /**
   * Someone who is still inside, as it was said.
   *
   * @param site the compound, as it was called
   * @param place building and floor in it
   * @param lastSeen when, as it was said
   * @param safe whether acting does not endanger them: {@code yes}, {@code no}, {@code unknown}
   * @param status one of {@code inside}, {@code moved}, {@code unknown}
   */
  public record Inside(
      String name,
      String relation,
      String site,
      String place,
      String lastSeen,
      String safe,
      String status) {
    /** Somebody still inside of whom no more was said. */
    public Inside(String name, String relation, String place, String status) {
      this(name, relation, "", place, "", "unknown", status);
    }

    public Inside {
      if (name.isBlank() && relation.isBlank()) {
        throw new IllegalArgumentException("someone who is inside is called by name or relation");
      }
    }

    @Override
    public String toString() {
      return "Inside";
    }
  }

  /**
   * A triage that was begun and not ended, and what the person has said of others.
   *
   * @param triage the record that was begun; empty where none was
   * @param seen how its answers stood when this was read
   * @param person how the person's own fields did
   */
  public record Sheet(
      Optional<RecordId> triage, Answers answers, List<Inside> inside, Seen seen, Seen person) {
    public Sheet {
      inside = List.copyOf(inside);
    }

    /**
     * Returns the versions by which an answer stood when this was read, as {@link Seen} writes
     * them.
     */
    public String by(String question) {
      return seen.by(ANSWER + question);
    }

    /** Returns this sheet with one answer as seen at another time. */
    public Sheet seenAs(String question, String by) {
      return new Sheet(triage, answers, inside, seen.with(ANSWER + question, by), person);
    }

    @Override
    public String toString() {
      return "Sheet";
    }
  }

  /** What was answered before somebody stopped; empty where nothing was begun. */
  public Sheet sheet(RecordId person) {
    Map<String, String> codes = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    Optional<RecordId> triage = begun(person);
    Map<String, FieldState> fields =
        triage.map(t -> new ProtectedPart(station).fields(t)).orElse(Map.of());
    for (String q : QUESTIONS) {
      FieldState state = fields.get(ANSWER + q);
      if (state != null && state.value() instanceof Value.Parts p) {
        codes.put(q, code(p));
        words.put(q, p.text("words").orElse(""));
      }
    }
    return new Sheet(
        triage,
        new Answers(codes, words),
        inside(person),
        Cases.seen(Cases.shown(fields)),
        Cases.seen(Cases.shown(station.view().records().fields(person))));
  }

  static String code(Value.Parts answer) {
    return answer.text("code").filter(ANSWERS::contains).orElse("");
  }

  /** Everybody of whom this person has said that they are still inside. */
  public List<Inside> inside(RecordId person) {
    List<Inside> all = new ArrayList<>();
    for (Records.Row row : station.view().records().pointingTo(person, "saidBy")) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      String name = Stored.text(f, "name").orElse("");
      String relation = Stored.text(f, "relation").orElse("");
      if (row.kind().equals("inside") && !(name.isBlank() && relation.isBlank())) {
        all.add(
            new Inside(
                name,
                relation,
                Stored.text(f, "site").orElse(""),
                Stored.text(f, "place").orElse(""),
                Stored.text(f, "lastSeen").orElse(""),
                Stored.text(f, "safe").orElse("unknown"),
                Stored.text(f, "status").orElse("unknown")));
      }
    }
    return all;
  }

  /** Makes a record of somebody who is still inside. */
  public Saved inside(RecordId person, Inside one) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("saidBy", Value.ref(person));
    Stored.put(fields, "name", one.name());
    Stored.put(fields, "relation", one.relation());
    Stored.put(fields, "site", one.site());
    Stored.put(fields, "place", one.place());
    Stored.put(fields, "lastSeen", one.lastSeen());
    fields.put("safe", Value.text(one.safe()));
    fields.put("status", Value.text(one.status()));
    return ledger.write(
        new Act().make(station.ids().record(), Kinds.INSIDE, station.ids().scope(), fields));
  }

  /** What has to be seen to at once, from the answers alone. */
  public static Set<String> urgency(Answers a) {
    Set<String> urgent = new TreeSet<>();
    if (yes(a, "q1")) {
      urgent.add("hurt");
    }
    if (yes(a, "q2")) {
      urgent.add("separate");
    }
    if ("no".equals(a.codes().get("q4"))) {
      urgent.add("interpreter");
    }
    if (yes(a, "q6")) {
      urgent.add("danger");
    }
    if (yes(a, "o1")) {
      urgent.add("child");
    }
    if (yes(a, "o2")) {
      urgent.add("stay");
    }
    return urgent;
  }

  private static boolean yes(Answers a, String question) {
    return "yes".equals(a.codes().get(question));
  }

  /** Keeps what was answered so far; the person goes on waiting. Empty when nothing is new. */
  public Optional<Saved> keep(RecordId person, Answers a) {
    return keep(person, new Sat(a, Set.copyOf(QUESTIONS), sheet(person)));
  }

  /** Writes down a whole triage as one act. */
  public Saved done(RecordId person, Answers a) {
    return done(person, new Sat(a, Set.copyOf(QUESTIONS), sheet(person)));
  }

  /**
   * What came of sitting with somebody.
   *
   * @param touched questions that were answered since; what was left alone is not written again,
   *     whatever stands there by now
   * @param before what was read when it began
   */
  public record Sat(Answers answers, Set<String> touched, Sheet before) {
    public Sat {
      touched = Set.copyOf(touched);
    }

    @Override
    public String toString() {
      return "Sat";
    }
  }

  /** Keeps what was answered so far, where somebody else may have written since it was read. */
  public Optional<Saved> keep(RecordId person, Sat sat) {
    return write(person, sat, false);
  }

  /** Ends a triage, where somebody else may have written since it was read. */
  public Saved done(RecordId person, Sat sat) {
    return write(person, sat, true).orElseThrow();
  }

  private Optional<Saved> write(RecordId person, Sat sat, boolean done) {
    return new TriageWriting(station, people)
        .act(person, begun(person), sat, done)
        .map(ledger::write);
  }

  /**
   * Writes down who was told of one urgency; only then it leaves its place, and only that one.
   *
   * @param code one of {@link #urgency}
   */
  public Saved told(RecordId person, String code, String who) {
    return told(person, code, new Told(who, "", station.now()));
  }

  /**
   * Who was told, how, and when.
   *
   * @param how by telephone, in person; may be empty where that is plain
   */
  public record Told(String who, String how, Moment at) {
    public Told {
      if (who.isBlank()) {
        throw new IllegalArgumentException("somebody was told");
      }
    }

    private String words() {
      return how.isBlank() ? who.strip() : who.strip() + ", " + how.strip();
    }

    @Override
    public String toString() {
      return "Told";
    }
  }

  /**
   * Raises an urgency that shows after the triage, or again: it stands until somebody is told anew.
   *
   * @param code one of {@link #urgency}
   */
  public Saved raise(RecordId person, String code) {
    if (!code.matches("[a-z]+")) {
      throw new IllegalArgumentException("no such urgency");
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put(URGENCY + code, Value.flag(true));
    Optional<RecordId> triage = last(person);
    if (triage.isPresent()) {
      fields.put("told/" + code, Value.Nothing.HERE);
      fields.put(Raised.TOLD + code, Value.Nothing.HERE);
      return ledger.write(new Act().edit(triage.get(), Kinds.TRIAGE, fields));
    }
    fields.put("person", Value.ref(person));
    fields.put("form", Value.text("triage 1"));
    fields.put("began", station.now().toValue());
    return ledger.write(
        new Act().make(station.ids().record(), Kinds.TRIAGE, station.scopeOf(person), fields));
  }

  /**
   * Writes down that somebody was told of one urgency, how and when; only then it leaves its place.
   */
  public Saved told(RecordId person, String code, Told told) {
    if (!code.matches("[a-z]+")) {
      throw new IllegalArgumentException("no such urgency");
    }
    Act act = new Act();
    for (RecordId triage : raising(person, code)) {
      act.edit(
          triage,
          Kinds.TRIAGE,
          Map.of(
              "told/" + code, Value.text(told.words()), Raised.TOLD + code, told.at().toValue()));
    }
    return ledger.write(act);
  }

  /** The triages by which something stands; the last one where it stands no more. */
  private List<RecordId> raising(RecordId person, String code) {
    List<RecordId> raising =
        new OpenUrgencies(station)
            .of(person).entrySet().stream()
                .filter(e -> e.getValue().containsKey(code))
                .map(Map.Entry::getKey)
                .toList();
    return raising.isEmpty()
        ? List.of(last(person).orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND)))
        : raising;
  }

  private Optional<RecordId> begun(RecordId person) {
    return last(person)
        .filter(
            t -> {
              FieldState done = station.view().records().fields(t).get("done");
              return done == null || Moment.of(done.value()).isEmpty();
            });
  }

  private Optional<RecordId> last(RecordId person) {
    List<Records.Row> all = new ArrayList<>(station.view().records().pointingTo(person, "person"));
    all.removeIf(r -> !r.kind().equals("triage"));
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().id());
  }
}
