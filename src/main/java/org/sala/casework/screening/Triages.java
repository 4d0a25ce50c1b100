package org.sala.casework.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.AgeGroup;
import org.sala.domain.DateReader;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.form.TriageQuestion;
import org.sala.merge.FieldState;
import org.sala.merge.Version;
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

  private static final String ANSWER = "answer/";
  private static final String URGENCY = "urgency/";

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
    /** Somebody of whom no more was said. */
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

    /** By which versions an answer stood when this was read, as {@link Seen} writes them. */
    public String by(String question) {
      return seen.by(ANSWER + question);
    }

    /** The same, where one answer was seen at another time. */
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

  private static String code(Value.Parts answer) {
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

  /** The same where somebody else may have written since it was read. */
  public Optional<Saved> keep(RecordId person, Sat sat) {
    return write(person, sat, false);
  }

  /** The same. */
  public Saved done(RecordId person, Sat sat) {
    return write(person, sat, true).orElseThrow();
  }

  private Optional<Saved> write(RecordId person, Sat sat, boolean done) {
    Answers a = sat.answers();
    Optional<RecordId> begun = begun(person);
    Map<String, FieldState> before = new LinkedHashMap<>();
    begun.ifPresent(
        t -> {
          before.putAll(station.view().records().fields(t));
          before.putAll(new ProtectedPart(station).fields(t));
        });
    Map<String, Value> answers = new LinkedHashMap<>();
    for (String q : QUESTIONS) {
      if (begun.isEmpty() || sat.touched().contains(q)) {
        put(answers, before, ANSWER + q, answer(a, q));
      }
    }
    Act act = new Act();
    Set<String> urgent = new TreeSet<>(urgency(a));
    urgent.addAll(saidByOthers(begun, before, sat));
    age(person, a.words().getOrDefault("q3", "").strip(), urgent, act, sat.before().person());
    if (begun.isEmpty()) {
      urgent.addAll(untold(person));
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    urgent.forEach(u -> put(fields, before, URGENCY + u, Value.flag(true)));
    before.keySet().stream()
        .filter(k -> k.startsWith(URGENCY))
        .map(k -> k.substring(URGENCY.length()))
        .filter(u -> !urgent.contains(u) && asksFor(u).anyMatch(sat.touched()::contains))
        .forEach(u -> put(fields, before, URGENCY + u, Value.Nothing.HERE));
    if (answers.isEmpty() && fields.isEmpty() && act.parts().isEmpty() && !done) {
      return Optional.empty();
    }
    if (done) {
      fields.put("done", station.now().toValue());
    }
    if (begun.isPresent()) {
      // Another record than the one that was read: nothing of it was seen.
      Seen seen = begun.equals(sat.before().triage()) ? sat.before().seen() : new Seen(Map.of());
      act.edit(begun.get(), Kinds.TRIAGE, answers, seen);
      act.edit(begun.get(), Kinds.TRIAGE, fields);
    } else {
      fields.putAll(answers);
      fields.put("person", Value.ref(person));
      fields.put("form", Value.text("triage 1"));
      fields.put("began", station.now().toValue());
      act.make(station.ids().record(), Kinds.TRIAGE, station.scopeOf(person), fields);
    }
    return Optional.of(ledger.write(act));
  }

  private static Value answer(Answers a, String question) {
    String code = a.codes().getOrDefault(question, "");
    String words = a.words().getOrDefault(question, "").strip();
    return code.isEmpty() && words.isEmpty()
        ? Value.Nothing.HERE
        : Value.parts(Map.of("code", code, "words", words));
  }

  /**
   * What has to be seen to by answers that stand here and are not this officer's to take away: what
   * was left alone, and what came unseen. It stays urgent until somebody is told.
   */
  private Set<String> saidByOthers(
      Optional<RecordId> triage, Map<String, FieldState> before, Sat sat) {
    Set<RevisionId> own = triage.map(t -> Seen.own(station, t)).orElse(Set.of());
    Set<String> urgent = new TreeSet<>();
    for (String q : QUESTIONS) {
      FieldState state = before.get(ANSWER + q);
      if (state != null) {
        boolean settled = sat.touched().contains(q) && !state.disputed();
        for (Version v : state.versions()) {
          boolean mine = settled && sat.before().seen().holds(state.key(), v.revision());
          if (!mine && !own.contains(v.revision()) && v.value() instanceof Value.Parts p) {
            urgent.addAll(urgency(new Answers(Map.of(q, code(p)), Map.of())));
          }
        }
      }
    }
    return urgent;
  }

  /** The questions whose answers raise an urgency, or take it away again. */
  private static Stream<String> asksFor(String urgency) {
    return QUESTIONS.stream()
        .filter(
            q ->
                urgency.equals("child") && q.equals("q3")
                    || List.of("yes", "no").stream()
                        .anyMatch(
                            c -> urgency(new Answers(Map.of(q, c), Map.of())).contains(urgency)));
  }

  private static void put(
      Map<String, Value> fields, Map<String, FieldState> before, String key, Value value) {
    FieldState was = before.get(key);
    Value old = was == null ? Value.Nothing.HERE : was.value();
    if (!old.equals(value)) {
      fields.put(key, value);
    }
  }

  /**
   * An age that is said in words is the person's birth date as said, in the same act, and raises
   * the rules for children unless every reading of it is an adult's. It may make somebody a child,
   * but never takes a child's protection away.
   */
  private void age(RecordId person, String words, Set<String> urgent, Act act, Seen seen) {
    People.PersonLine line =
        people.find(person).orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    boolean child = line.possiblyChild();
    if (!words.isEmpty()) {
      LocalDate today = station.now().local().toLocalDate();
      PartialDate said = DateReader.birth(words, today);
      boolean adult = said.ageGroup(today) == AgeGroup.ADULT;
      FieldState known = station.view().records().fields(person).get("birth");
      boolean news = known == null || !known.values().contains(said.toValue());
      if (said.precision() != PartialDate.Precision.UNKNOWN && news && !(adult && child)) {
        act.edit(person, Kinds.PERSON, Map.of("birth", said.toValue()), seen);
      }
      child |= !adult;
    }
    if (child) {
      urgent.add("child");
    }
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
    fields.put("urgency/" + code, Value.flag(true));
    Optional<RecordId> triage = last(person);
    if (triage.isPresent()) {
      fields.put("told/" + code, Value.Nothing.HERE);
      fields.put("toldAt/" + code, Value.Nothing.HERE);
      return ledger.write(new Act().edit(triage.get(), Kinds.TRIAGE, fields));
    }
    fields.put("person", Value.ref(person));
    fields.put("form", Value.text("triage 1"));
    fields.put("began", station.now().toValue());
    return ledger.write(
        new Act().make(station.ids().record(), Kinds.TRIAGE, station.scopeOf(person), fields));
  }

  /** The same, with how and when. */
  public Saved told(RecordId person, String code, Told told) {
    if (!code.matches("[a-z]+")) {
      throw new IllegalArgumentException("no such urgency");
    }
    RecordId triage =
        last(person).orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    return ledger.write(
        new Act()
            .edit(
                triage,
                Kinds.TRIAGE,
                Map.of(
                    "told/" + code,
                    Value.text(told.words()),
                    "toldAt/" + code,
                    told.at().toValue())));
  }

  /** What of the last triage nobody has been told yet: a new one does not make it forgotten. */
  private Set<String> untold(RecordId person) {
    String open = people.find(person).map(People.PersonLine::urgency).orElse("");
    return open.isEmpty() ? Set.of() : Set.of(open.split(" "));
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
