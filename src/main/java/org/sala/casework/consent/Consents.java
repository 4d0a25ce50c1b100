package org.sala.casework.consent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.people.PossiblyChild;
import org.sala.casework.station.Act;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.OnePerson;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * What a person agreed to, and the one question that sealing cannot go round. Who has several
 * records is asked as one person: a no in any of them counts for all, a yes for its own alone.
 */
public final class Consents {
  /** What a person is asked for; the first is the one that sealing to headquarters asks about. */
  public static final List<String> PURPOSES =
      List.of("investigation-and-protection", "care", "legal-aid", "non-punishment", "return-home");

  /** What a yes can leave out; a number, a language and a need are told wherever one is asked. */
  public static final List<String> ITEMS = List.of("age", "name", "contact", "health", "account");

  private final Station station;
  private final Ledger ledger;
  private final WordsReader reader;
  private final OnePerson linked;

  /** Whether what was read once stays as it was then. */
  private final boolean ofMany;

  private final Map<RecordId, Map<String, Words>> read = new HashMap<>();
  private final Map<RecordId, SaidTogether> together = new HashMap<>();

  public Consents(Station station, Ledger ledger) {
    this(station, ledger, new OnePerson(station), false);
  }

  private Consents(Station station, Ledger ledger, OnePerson linked, boolean ofMany) {
    this.station = station;
    this.reader = new WordsReader(station);
    this.ledger = ledger;
    this.linked = linked;
    this.ofMany = ofMany;
  }

  /**
   * For whoever asks of many people, on one thread: who is the same person as whom, and what each
   * record says, is read once and stays as it was then. What it costs grows with the records and
   * the links, and not with the one times the other.
   */
  public Consents ofMany() {
    return new Consents(station, ledger, ofMany ? linked : OnePerson.asNow(station), true);
  }

  /** What a person said when asked. */
  public enum Answer {
    YES,
    NO,
    NOT_ASKED,
    WITHDRAWN
  }

  /**
   * Why a protected part may leave without a yes.
   *
   * <p>The words stand in the record and are shown to whoever receives it.
   */
  public enum Reason {
    DANGER_TO_LIFE,
    CHILD_PROTECTION,
    /** A supervisor has decided it, for a reason in words. */
    SUPERVISOR;

    /** The reason that an answer stands for; empty where the person was asked. */
    static Optional<Reason> of(String code) {
      return Arrays.stream(values()).filter(r -> r.name().equals(code)).findFirst();
    }

    /** Reasons for which any officer may decide alone. */
    public static List<Reason> ofAnyOfficer() {
      return List.of(DANGER_TO_LIFE, CHILD_PROTECTION);
    }
  }

  /**
   * In which language somebody was asked, and through whom.
   *
   * @param guardian or social worker who was there for a child; empty where nobody had to be
   */
  public record How(String language, String interpreter, String guardian) {
    @Override
    public String toString() {
      return "How";
    }
  }

  /** Writes down what somebody said for whom no guardian has to be there, as below. */
  public RecordId ask(
      RecordId person,
      String purpose,
      String recipient,
      Answer answer,
      String language,
      String interpreter) {
    return ask(person, purpose, recipient, answer, Set.of(), new How(language, interpreter, ""));
  }

  /**
   * Writes down what a person said about one purpose and one recipient, where the person says yes
   * and leaves something out.
   *
   * @param without of {@link #ITEMS}
   * @throws CaseworkFault {@code CHILD_RULES} for a yes of a child, or where the age is in doubt,
   *     without the guardian or social worker who is there
   */
  public RecordId ask(
      RecordId person,
      String purpose,
      String recipient,
      Answer answer,
      Set<String> without,
      How how) {
    if (!ITEMS.containsAll(without) || !without.isEmpty() && answer != Answer.YES) {
      throw new IllegalArgumentException("nothing of the kind can be left out");
    }
    boolean alone = answer == Answer.YES && how.guardian().isBlank();
    if (alone && new PossiblyChild(station).is(person)) {
      throw new CaseworkFault(CaseworkFault.Code.CHILD_RULES);
    }
    Map<String, Value> more = new LinkedHashMap<>();
    Stored.put(
        more, "without", String.join(" ", ITEMS.stream().filter(without::contains).toList()));
    Stored.put(more, "language", how.language());
    Stored.put(more, "interpreter", how.interpreter());
    Stored.put(more, "guardian", how.guardian());
    return write(person, purpose, recipient, answer.name(), more);
  }

  /**
   * Writes down what a person said to one of the things that are asked each by itself.
   *
   * @throws CaseworkFault {@code CHILD_RULES} as for any yes
   */
  public RecordId ask(RecordId person, Separate which, Answer answer, How how) {
    return ask(person, which.purpose(), which.recipient(), answer, Set.of(), how);
  }

  /**
   * Everybody who refuses one of the things that are asked each by itself, in all records of each.
   */
  public Set<RecordId> refusing(Separate which) {
    Set<RecordId> saying = new HashSet<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.CONSENT.key())
        .values()
        .forEach(
            f -> {
              if (Stored.text(f, "purpose").filter(which.purpose()::equals).isPresent()) {
                Optional.ofNullable(f.get("person"))
                    .flatMap(p -> p.value().asRef())
                    .ifPresent(saying::add);
              }
            });
    OnePerson now = ofMany ? linked : OnePerson.asNow(station);
    Set<RecordId> all = new HashSet<>();
    for (RecordId person : saying) {
      if (!all.contains(person) && refusesItself(person, which)) {
        all.addAll(which.eachTime() ? Set.of(person) : now.group(person).records());
      }
    }
    return all;
  }

  private boolean refusesItself(RecordId record, Separate which) {
    return standing(record).stream().anyMatch(s -> which.is(s) && s.refuses());
  }

  /**
   * Whether the person has said no to one of them, or has taken it back, or two laptops differ on
   * it. Not having been asked is no refusal, and no yes either. Of a person of too many records
   * nobody reads all of them, and each of these counts as refused.
   */
  public boolean refuses(RecordId person, Separate... any) {
    boolean tooMany = saidTogether(person).areTooMany();
    return Arrays.stream(any)
        .anyMatch(
            which ->
                tooMany && !which.eachTime()
                    || counted(person, which.purpose(), which.recipient())
                        .filter(c -> c.said().refuses())
                        .isPresent());
  }

  /** Writes down that a protected part leaves without a yes, and why. */
  RecordId override(RecordId person, String purpose, String recipient, Reason why, String words) {
    Map<String, Value> more = new LinkedHashMap<>();
    Stored.put(more, "reason", why.name());
    Stored.put(more, "why", words.strip());
    return write(person, purpose, recipient, why.name(), more);
  }

  private RecordId write(
      RecordId person, String purpose, String recipient, String answer, Map<String, Value> more) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("purpose", Value.text(purpose));
    fields.put("recipient", Value.text(recipient));
    Words now = reader.of(person).getOrDefault(WordsReader.key(purpose, recipient), new Words());
    fields.put(Words.KNEW, Value.text(now.known()));
    fields.put("answer", Value.text(answer));
    fields.putAll(more);
    fields.put("at", station.now().toValue());
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.CONSENT, station.scopeOf(person), fields));
    return id;
  }

  /** The last word on one purpose and recipient, and whether versions of it differ. */
  public record LastWord(String answer, boolean disputed) {
    /** Whether the protected part may leave: a disputed yes is none. */
    public boolean lets() {
      return !disputed && (answer.equals(Answer.YES.name()) || Reason.of(answer).isPresent());
    }
  }

  /**
   * The last answer to one purpose and recipient.
   *
   * @param answer the code of an {@link Answer} or of a {@link Reason}
   * @param without what a yes leaves out
   * @param told when somebody wrote down who was told of it, which is asked of a withdrawal
   * @param disputed versions of it differ, which is no yes
   */
  public record Said(
      RecordId id,
      String purpose,
      String recipient,
      String answer,
      Set<String> without,
      String language,
      String interpreter,
      Optional<Moment> at,
      Optional<Moment> told,
      boolean disputed) {
    public Said {
      without = Set.copyOf(without);
    }

    /** Whether there is a yes that can be taken back. */
    public boolean holds() {
      return answer.equals(Answer.YES.name());
    }

    /** Returns whether something may leave by this word, unless versions of it differ. */
    boolean mayLet() {
      return holds() || Reason.of(answer).isPresent();
    }

    /** Returns whether it keeps anything from leaving; that nobody was asked does not. */
    boolean refuses() {
      return disputed || !mayLet() && !answer.equals(Answer.NOT_ASKED.name());
    }

    Said with(Set<String> leftOut, boolean versionsDiffer) {
      return new Said(
          id, purpose, recipient, answer, leftOut, language, interpreter, at, told, versionsDiffer);
    }

    @Override
    public String toString() {
      return "Said[" + purpose + "]";
    }
  }

  /**
   * A word that counts for a person.
   *
   * @param at the record that says it: another of the same person where its no counts here
   */
  public record Counted(Said said, RecordId at) {
    /** Returns the same word as one that lets nothing leave. */
    Counted disputed() {
      return new Counted(said.with(said.without(), true), at);
    }

    /** Returns the same word that leaves out more. */
    Counted leavingOut(Set<String> more) {
      Set<String> without = new HashSet<>(said.without());
      without.addAll(more);
      return new Counted(said.with(without, said.disputed()), at);
    }
  }

  /**
   * What counts for a person for every purpose and recipient, by all records of the same person: no
   * yes where one of them says no, took it back or is disputed, and what any yes of them leaves
   * out. A yes counts for its own record alone, and is disputed while it is linked with too many
   * others ({@link OnePerson#MOST}): one of them may say no. Whether an interview may begin is said
   * to whoever asks it, each time, and counts for no other record.
   */
  public List<Counted> counting(RecordId person) {
    SaidTogether everywhere = saidTogether(person);
    Map<String, Counted> all = new LinkedHashMap<>();
    words(person)
        .forEach(
            (key, w) -> all.put(key, everywhere.counting(key, new Counted(w.stands(), person))));
    everywhere.refusals().forEach(all::putIfAbsent);
    return List.copyOf(all.values());
  }

  private SaidTogether saidTogether(RecordId person) {
    SaidTogether known = together.get(person);
    if (known != null) {
      return known;
    }
    OnePerson.Group group = linked.group(person);
    SaidTogether all = new SaidTogether(group.tooMany());
    for (RecordId record : group.tooMany() ? Set.<RecordId>of() : group.records()) {
      words(record).forEach((key, w) -> all.add(key, new Counted(w.stands(), record)));
    }
    if (ofMany) {
      group.records().forEach(r -> together.put(r, all));
    }
    return all;
  }

  /**
   * Whether one record says anything that keeps something from leaving, and so counts in every
   * other one of the same person.
   */
  public boolean keepsAnything(RecordId record) {
    return standing(record).stream()
        .filter(s -> Separate.of(s).filter(Separate::eachTime).isEmpty())
        .anyMatch(s -> s.refuses() || !s.without().isEmpty());
  }

  /** The other record of the same person whose no counts for this one; empty for most. */
  public Optional<RecordId> elsewhere(RecordId person, String purpose, String recipient) {
    return counted(person, purpose, recipient).map(Counted::at).filter(r -> !r.equals(person));
  }

  /**
   * A word of another record of the same person, which counts here.
   *
   * @param number what people know that record by
   */
  public record Elsewhere(Said said, String number) {}

  /** What counts for a record for the sake of another one of the same person; nothing for most. */
  public List<Elsewhere> elsewhere(RecordId person) {
    return counting(person).stream()
        .filter(c -> !c.at().equals(person))
        .map(c -> new Elsewhere(c.said(), Stored.number(station, c.at(), "wristband")))
        .toList();
  }

  private Optional<Counted> counted(RecordId person, String purpose, String recipient) {
    String key = WordsReader.key(purpose, recipient);
    SaidTogether everywhere = saidTogether(person);
    return Optional.ofNullable(words(person).get(key))
        .map(w -> everywhere.counting(key, new Counted(w.stands(), person)))
        .or(() -> Optional.ofNullable(everywhere.refusals().get(key)));
  }

  /** What stands in one record for every purpose and recipient that its person was asked about. */
  public List<Said> standing(RecordId person) {
    return words(person).values().stream().map(Words::stands).toList();
  }

  /**
   * What one record's person has taken back without anybody having been told: also what something
   * else was said to since, unless it was yes again.
   */
  public List<Said> untold(RecordId person) {
    return words(person).values().stream().flatMap(w -> w.untold().stream()).toList();
  }

  /** What one record says, read once where many are asked of. */
  private Map<String, Words> words(RecordId person) {
    Map<String, Words> known = read.get(person);
    if (known != null) {
      return known;
    }
    Map<String, Words> words = reader.of(person);
    if (ofMany) {
      read.put(person, words);
    }
    return words;
  }

  private Words words(RecordId person, String purpose, String recipient) {
    return words(person).getOrDefault(WordsReader.key(purpose, recipient), new Words());
  }

  /**
   * What is left out of what one recipient gets for one purpose: what the last yes says, and what
   * happened where the person will not have it told to those who help.
   */
  public Set<String> without(RecordId person, String purpose, String recipient) {
    Set<String> items =
        new HashSet<>(
            counted(person, purpose, recipient).map(c -> c.said().without()).orElse(Set.of()));
    boolean helps = !purpose.equals(Separate.AUTHORITIES.purpose());
    if (helps && refuses(person, Separate.SERVICES)) {
      items.add("account");
    }
    return items;
  }

  /**
   * What people leave out of what one recipient gets for one purpose; nobody is in it who leaves
   * nothing out. It is what the last yes says, and goes on to hold when that yes is taken back: who
   * gives less has not asked for more to be told. Another yes, or a decision without one, ends it.
   * It holds for all records of the same person.
   */
  public Map<RecordId, Set<String>> leftOut(String purpose, String recipient) {
    OnePerson now = ofMany ? linked : OnePerson.asNow(station);
    Map<RecordId, Set<String>> byAll = new LinkedHashMap<>();
    for (RecordId person :
        station.view().records().targets(Kinds.CONSENT.key(), "person", "without")) {
      Set<String> items = words(person, purpose, recipient).without();
      if (!items.isEmpty()) {
        RecordId any = now.group(person).records().iterator().next();
        byAll.computeIfAbsent(any, id -> new HashSet<>()).addAll(items);
      }
    }
    Map<RecordId, Set<String>> all = new LinkedHashMap<>();
    byAll.forEach((any, items) -> now.group(any).records().forEach(r -> all.put(r, items)));
    return all;
  }

  /** The last word of a person, by all records of the same person. */
  public Optional<LastWord> lastWord(RecordId person, String purpose, String recipient) {
    return counted(person, purpose, recipient).map(c -> last(c.said()));
  }

  /**
   * Whether what stands lets a protected part leave, and was said at this station: a word that
   * somebody else wrote down may have been taken back there since.
   */
  public boolean lettingHere(RecordId person, String purpose, String recipient) {
    return lettingAt(station.identity().station(), person, purpose, recipient);
  }

  /** Whether what stands lets a protected part leave, and was said at some station. */
  public boolean lettingAt(StationId where, RecordId person, String purpose, String recipient) {
    Words words = words(person, purpose, recipient);
    List<RecordId> letting = words.letting();
    return !letting.isEmpty()
        && lastWord(person, purpose, recipient).filter(LastWord::lets).isPresent()
        && letting.stream().anyMatch(id -> Begun.at(station, id).filter(where::equals).isPresent());
  }

  private static LastWord last(Said said) {
    return new LastWord(said.answer(), said.disputed());
  }

  /** Writes down who was told of a withdrawal, and how; only then it is nobody's task any more. */
  public Saved told(RecordId consent, String who) {
    if (who.isBlank()) {
      throw new IllegalArgumentException("somebody was told");
    }
    return ledger.write(
        new Act()
            .edit(
                consent,
                Kinds.CONSENT,
                Map.of("told", Value.text(who.strip()), "toldAt", station.now().toValue())));
  }
}
