package org.sala.casework.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.AuditEntry;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.RunningNumber;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Lineage;
import org.sala.store.Records;

/**
 * What people said, in their own language. A statement is written, read back to the person, signed
 * and closed; after that nothing of it changes, and what is said later is a statement that adds to
 * it.
 */
public final class Statements {
  private static final Set<String> WRITABLE =
      Set.of(
          "language",
          "interpreter",
          "present",
          "place",
          "source",
          "reliability",
          "credibility",
          "text",
          "translation");

  /** Where an addition comes from, and how sure that is. */
  private static final List<String> SOURCE = List.of("source", "reliability", "credibility");

  /** Sources of an addition for which the person of the statement is asked nothing. */
  private static final Set<String> ASKS_NOBODY =
      Set.of("other", "paper", "phone", "register", "agency");

  static final List<String> WORDS = List.of("text", "translation");

  private final Station station;
  private final Ledger ledger;
  private final StatementReader reader;
  private final AuditTrail audit;
  private final ChildRules rules;

  public Statements(
      Station station, Ledger ledger, People people, Officers officers, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.reader = new StatementReader(station, people, officers);
    this.audit = audit;
    this.rules = new ChildRules(station, people);
  }

  /** How far a statement is. */
  public enum State {
    OPEN,
    READ_BACK,
    CLOSED
  }

  /** How the person confirmed a statement, on paper or aloud. */
  public enum Signature {
    SIGNED,
    THUMBPRINT,
    RECORDED,
    DECLINED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Where, with whom and in which language a statement is taken.
   *
   * @param age as typed, where nobody has written one down
   * @param child what protects a child; empty for an adult
   */
  public record Setting(
      String language,
      String interpreter,
      String present,
      String place,
      String age,
      Optional<Child> child) {
    public Setting(String language, String interpreter, String present, String place) {
      this(language, interpreter, present, place, "", Optional.empty());
    }

    @Override
    public String toString() {
      return "Setting";
    }
  }

  /** One statement in a list. */
  public record Line(
      RecordId id,
      RecordId caseId,
      RecordId person,
      String personNumber,
      String number,
      String language,
      Optional<Moment> began,
      State state,
      Optional<RecordId> addsTo,
      String officer,
      int disputes) {
    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /**
   * One statement whole.
   *
   * @param caseNumber the number of its case; a dash where that case is not here
   * @param fields every field that is set, with all values where versions differ
   * @param first the statement that this one adds to
   * @param additions statements that add to this one
   * @param closedBy the officer who signed the closing; empty while it is open
   * @param mine the words that this officer wrote last, where versions differ; of a closed one
   *     those that were signed
   */
  public record Page(
      Line line,
      String caseNumber,
      Map<String, Cases.Shown> fields,
      Optional<Line> first,
      List<Line> additions,
      Optional<Moment> readBack,
      Optional<Moment> closed,
      String closedBy,
      String signature,
      Map<String, String> mine) {
    public Page {
      mine = Map.copyOf(mine);
      fields = Map.copyOf(fields);
      additions = List.copyOf(additions);
    }

    /**
     * The words of a field; of several versions the own one, or the first where there is none. Of a
     * closed statement what was signed, and nothing where nothing was.
     */
    public String text(String key) {
      if (mine.containsKey(key)) {
        return mine.get(key);
      }
      Cases.Shown shown = fields.get(key);
      return shown == null ? "" : shown.value().asText().orElse("");
    }

    @Override
    public String toString() {
      return "Page[" + line.id() + "]";
    }
  }

  /** Whether nobody has said how old a person is: it is asked before a statement begins. */
  public boolean ageUnsaid(RecordId person) {
    return rules.ageUnsaid(person);
  }

  /** What the person said no to before, which stands and is said before the first question. */
  public List<No> saidNo(RecordId person) {
    return new SaidNo(station, ledger).of(person);
  }

  /**
   * Begins a statement of a person in a case.
   *
   * @throws CaseworkFault {@code CHILD_RULES} for a child, where the age is in doubt, or where
   *     nobody has said it, without what protects a child
   */
  public RecordId begin(RecordId caseId, RecordId person, Setting setting) {
    return begin(caseId, person, setting, Optional.empty(), Map.of());
  }

  /** Whether an addition from this source is asked of the person, and not read somewhere else. */
  public static boolean asksThePerson(String source) {
    return !ASKS_NOBODY.contains(source);
  }

  /** Begins a statement that adds to a closed one, of the same person in the same case. */
  public RecordId add(RecordId statement, Setting setting) {
    return add(statement, setting, Map.of());
  }

  /**
   * Begins a statement that adds to a closed one, where what is added did not come from the person
   * alone. Whoever is asked is asked as for a first one; what a paper or a register says asks
   * nobody.
   *
   * @param source the codes of where it comes from and of both halves of its grade, by field
   */
  public RecordId add(RecordId statement, Setting setting, Map<String, String> source) {
    Line first = reader.line(statement);
    if (first.state() != State.CLOSED) {
      throw new IllegalStateException("an open statement is written on, not added to");
    }
    return begin(first.caseId(), first.person(), setting, Optional.of(statement), source);
  }

  private RecordId begin(
      RecordId caseId,
      RecordId person,
      Setting setting,
      Optional<RecordId> addsTo,
      Map<String, String> source) {
    Records.Row row =
        station
            .view()
            .records()
            .find(caseId)
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    Map<String, Value> fields = new LinkedHashMap<>();
    Act act =
        asksThePerson(source.getOrDefault("source", ""))
            ? rules.keep(person, setting.age(), setting.child(), fields)
            : new Act();
    fields.put("case", Value.ref(caseId));
    fields.put("person", Value.ref(person));
    addsTo.ifPresent(a -> fields.put("addsTo", Value.ref(a)));
    fields.put("number", Value.text(nextNumber(caseId)));
    Stored.put(fields, "language", setting.language());
    Stored.put(fields, "interpreter", setting.interpreter());
    Stored.put(fields, "present", setting.present());
    Stored.put(fields, "place", setting.place());
    SOURCE.forEach(key -> Stored.put(fields, key, source.getOrDefault(key, "")));
    fields.put("began", station.now().toValue());
    RecordId id = station.ids().record();
    ledger.write(act.make(id, Kinds.STATEMENT, row.scope(), fields));
    return id;
  }

  /** The station's letter, an S and a running number within the case. */
  private String nextNumber(RecordId caseId) {
    RunningNumber number = new RunningNumber(station.state().text("letter").orElse("X") + "-S");
    return number.start()
        + RunningNumber.next(1, List.of(number.among(of(caseId).stream().map(Line::number))));
  }

  /**
   * Writes in an open statement. Words that change after they were read back have to be read back
   * again.
   */
  public Saved write(RecordId id, Map<String, String> texts) {
    return write(id, texts, Cases.seen(Cases.shown(writable(id))));
  }

  /**
   * Writes in an open statement that was looked at before; what came unseen stands beside what is
   * written.
   *
   * @param seen how it stood then
   */
  public Saved write(RecordId id, Map<String, String> texts, Seen seen) {
    if (!WRITABLE.containsAll(texts.keySet())) {
      throw new IllegalArgumentException("no such field");
    }
    Map<String, FieldState> known = writable(id);
    Map<String, Value> fields = new LinkedHashMap<>();
    texts.forEach(
        (key, text) -> {
          FieldState was = known.get(key);
          boolean disputed = was != null && was.disputed();
          if (disputed || !Stored.text(known, key).orElse("").equals(text.strip())) {
            fields.put(key, text.isBlank() ? Value.Nothing.HERE : Value.text(text.strip()));
          }
        });
    if (fields.containsKey("source")) {
      mayBeAsked(known, texts);
    }
    boolean words = fields.containsKey("text") || fields.containsKey("translation");
    if (words && known.containsKey("readBack")) {
      fields.put("readBack", Value.Nothing.HERE);
    }
    if (fields.isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SAVE);
    }
    return ledger.write(new Act().edit(id, Kinds.STATEMENT, fields, seen));
  }

  /** An account that was read from a paper does not become a child's own without anybody for it. */
  private void mayBeAsked(Map<String, FieldState> known, Map<String, String> texts) {
    if (known.containsKey("addsTo")
        && !known.containsKey("guardian")
        && asksThePerson(texts.getOrDefault("source", "").strip())
        && rules.apply(StatementReader.ref(known, "person"), "")) {
      throw new CaseworkFault(CaseworkFault.Code.CHILD_RULES);
    }
  }

  /**
   * Says which words stand where two laptops wrote different ones. Typing on never does: it would
   * take somebody else's words out of what the person signs, and nobody would have meant to. What
   * stands is read back to the person afterwards, whose words they are.
   *
   * @param key {@code text} or {@code translation}
   * @param words one of the versions, or what was put together from them
   * @param seen how it stood before whoever says so
   * @throws CaseworkFault {@code CHANGED_SINCE} where other words stand there by now
   */
  public Saved settle(RecordId id, String key, String words, String reason, Seen seen) {
    if (!WORDS.contains(key) || words.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("words stand there, and it says why");
    }
    Map<String, FieldState> known = writable(id);
    if (!seen.stands(known, Set.of(key))) {
      throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put(key, Value.text(words.strip()));
    if (known.containsKey("readBack")) {
      fields.put("readBack", Value.Nothing.HERE);
    }
    return ledger.write(new Act().edit(id, Kinds.STATEMENT, fields).because(reason));
  }

  /**
   * Writes down that the words were read back to the person, in a language that the person
   * understands.
   */
  public Saved readBack(RecordId id, String language, String by) {
    return readBack(id, language, by, Cases.seen(Cases.shown(writable(id))));
  }

  /**
   * Writes down that these very words were read back to the person, as they stood when they were
   * read.
   *
   * @param read how they stood then
   * @throws CaseworkFault {@code CHANGED_SINCE} where others stand there by now, which nobody has
   *     read to the person
   */
  public Saved readBack(RecordId id, String language, String by, Seen read) {
    Map<String, FieldState> known = writable(id);
    if (Stored.text(known, "text").isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SAVE);
    }
    unchanged(known, read);
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("readBack", station.now().toValue());
    Stored.put(fields, "readBackIn", language);
    Stored.put(fields, "readBackBy", by);
    return ledger.write(new Act().edit(id, Kinds.STATEMENT, fields));
  }

  /**
   * Signs and closes a statement for good. The closing writes the words once more, and through whom
   * and where they were said and read back, under this officer's signature: an edit that another
   * laptop made meanwhile then stands beside them as a disagreement and never slips in.
   */
  public Saved close(RecordId id, Signature signature) {
    return close(id, signature, Cases.seen(Cases.shown(writable(id))));
  }

  /**
   * Signs and closes the statement for good, with the words that stood before whoever signs.
   *
   * @throws CaseworkFault {@code CHANGED_SINCE} where others stand there by now
   */
  public Saved close(RecordId id, Signature signature, Seen seen) {
    Map<String, FieldState> known = writable(id);
    unchanged(known, seen);
    if (!known.containsKey("readBack")) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_READ_BACK);
    }
    if (known.values().stream().anyMatch(FieldState::disputed)) {
      throw new CaseworkFault(CaseworkFault.Code.DISPUTED);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    known.forEach(
        (key, state) -> {
          if (!Lineage.isClosed(Kinds.STATEMENT.key(), key)) {
            fields.put(key, state.value());
          }
        });
    fields.put("signature", Value.text(signature.code()));
    fields.put("closed", station.now().toValue());
    return ledger.write(new Act().edit(id, Kinds.STATEMENT, fields));
  }

  private static void unchanged(Map<String, FieldState> known, Seen seen) {
    if (!seen.stands(known, Set.of("text", "translation"))) {
      throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
    }
  }

  public List<Line> of(RecordId caseId) {
    return reader.pointingTo(caseId, "case");
  }

  public List<Line> ofPerson(RecordId person) {
    return reader.pointingTo(person, "person");
  }

  /** Returns one statement; none where it is no whole one, or is not here. */
  public Optional<Line> find(RecordId id) {
    return reader.find(id);
  }

  /** Opens a statement to read or to write on; that it was looked at is written down. */
  public Page look(RecordId id) {
    Page page = page(id);
    audit.note(AuditEntry.Act.VIEWED, id);
    return page;
  }

  /** Reads a statement's page as it is now, as after a change. The audit is not told. */
  public Page page(RecordId id) {
    return reader.page(id);
  }

  private Map<String, FieldState> writable(RecordId id) {
    Map<String, FieldState> fields = reader.known(id);
    if (fields.containsKey("closed")) {
      throw new CaseworkFault(CaseworkFault.Code.CLOSED_FOR_GOOD);
    }
    return fields;
  }
}
