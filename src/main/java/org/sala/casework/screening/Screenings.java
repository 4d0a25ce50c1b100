package org.sala.casework.screening;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;
import org.sala.form.Explanation;
import org.sala.form.Rules;
import org.sala.merge.FieldState;
import org.sala.store.ScreeningRows;

/**
 * Screenings: one run of a form with one person. Every answer is saved as it is given, as a field
 * of the screening named by the question's path; nothing of the interview is kept anywhere else.
 */
public final class Screenings {
  /** So many are listed of each state. */
  public static final int MOST = 1_000;

  private final Station station;
  private final Ledger ledger;
  private final People people;
  private final AuditTrail audit;
  private final OpenInterviews interviews = new OpenInterviews();
  private final Catalogues catalogues;
  private final ScreeningReader reader;
  private final Envelopes envelopes;
  private final ChildRules rules;

  public Screenings(Station station, Ledger ledger, People people, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.people = people;
    this.audit = audit;
    this.catalogues = new Catalogues(station, audit);
    this.rules = new ChildRules(station, people);
    this.envelopes = new Envelopes(station, catalogues);
    this.reader = new ScreeningReader(station, ledger, people, interviews, catalogues, envelopes);
  }

  /** How far a screening is. The person stays protected through all of them. */
  public enum State {
    OPEN,
    PAUSED,
    /** The person or the officer ended it; it goes on only if the person wants it. */
    STOPPED,
    /** The questions are over and the result is open. */
    REVIEW,
    CLOSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** A state of a newer station is shown as closed: nothing is written into it. */
    static State of(String code) {
      for (State s : values()) {
        if (s.code().equals(code)) {
          return s;
        }
      }
      return CLOSED;
    }
  }

  /** Why an interview was stopped. */
  public enum Stop {
    PERSON_WISHES,
    PERSON_UNWELL,
    NOT_SAFE,
    INTERPRETER,
    TIME,
    /** The person would rather speak with another officer. */
    OTHER_OFFICER,
    /**
     * The interview turned to serious violence or trade in people: rights, a lawyer, another
     * interviewer.
     */
    RIGHTS;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One screening in a list.
   *
   * @param number the person's, never the name
   * @param form the id of its catalogue
   * @param sections parts of the form that have an answer
   * @param parts how many parts the form has; 0 where it is none that came with Sala
   */
  public record Line(
      RecordId id,
      RecordId person,
      String number,
      String form,
      State state,
      Optional<Long> beganMillis,
      Optional<Long> closedMillis,
      int sections,
      int parts,
      String result,
      int disputes,
      long changedMillis) {}

  /**
   * Who is in the room when it begins, and in which language it is held.
   *
   * @param support who is called when the interview stops, and how
   * @param age as typed, where nobody has written one down: a date, an age, an animal year; it is
   *     the person's own from then on
   */
  public record Setting(
      String language, String interpreter, String present, String support, String age) {
    public Setting(String language, String interpreter, String present) {
      this(language, interpreter, present, "");
    }

    public Setting(String language, String interpreter, String present, String support) {
      this(language, interpreter, present, support, "");
    }

    @Override
    public String toString() {
      return "Setting";
    }
  }

  private static final List<State> UNFINISHED =
      List.of(State.OPEN, State.PAUSED, State.REVIEW, State.STOPPED);

  /** How many are not closed, also beyond those that are listed. */
  public int countUnfinished() {
    return station.view().screenings().count(UNFINISHED.stream().map(State::code).toList());
  }

  /** Screenings that are not closed: paused and stopped ones too. */
  public List<Line> unfinished() {
    List<Line> all = new ArrayList<>();
    for (State s : UNFINISHED) {
      station.view().screenings().in(s.code(), MOST).forEach(r -> all.add(line(r)));
    }
    return all;
  }

  public List<Line> of(RecordId person) {
    return station.view().screenings().of(person).stream().map(this::line).toList();
  }

  public List<Line> inCase(RecordId caseId) {
    return station.view().screenings().inCase(caseId).stream().map(this::line).toList();
  }

  /** The screenings of a person in which something was told already, the first first. */
  public List<AskedBefore.Account> told(RecordId person) {
    return new AskedBefore(station).screenings(person);
  }

  /** Whether nobody has said how old a person is: it is asked before a screening begins. */
  public boolean ageUnsaid(RecordId person) {
    return rules.ageUnsaid(person);
  }

  /** What the person said no to before, which stands and is said before the first question. */
  public List<No> saidNo(RecordId person) {
    return new SaidNo(station, ledger).of(person);
  }

  public Optional<Line> find(RecordId id) {
    return station.view().screenings().find(id).map(this::line);
  }

  /** Ids of the catalogues that people are screened with; the usual one first. */
  public static final List<String> CATALOGUES = Catalogues.SCREENINGS;

  /**
   * Begins a screening for people from online scam compounds.
   *
   * @throws CaseworkFault {@code CHILD_RULES}, {@code ASKED_BEFORE} as with {@link #begin(RecordId,
   *     Setting, String, Optional, Optional)}
   */
  public RecordId begin(RecordId person, Setting setting) {
    return begin(person, setting, CATALOGUES.getFirst());
  }

  /** Begins a screening with another catalogue. */
  public RecordId begin(RecordId person, Setting setting, String with) {
    return begin(person, setting, with, Optional.empty(), Optional.empty());
  }

  /** Begins a screening with a child, or where the age is in doubt. */
  public RecordId begin(RecordId person, Setting setting, Child child) {
    return begin(person, setting, CATALOGUES.getFirst(), Optional.of(child), Optional.empty());
  }

  /**
   * Begins a screening with the newest version of a catalogue.
   *
   * @param with one of {@link #CATALOGUES}
   * @param child what protects a child; without it there is triage and no more
   * @param again why somebody is asked who has told already
   * @throws CaseworkFault {@code CHILD_RULES} for a child, where the age is in doubt, or where
   *     nobody has said it; {@code ASKED_BEFORE} where there is an account already
   */
  public RecordId begin(
      RecordId person,
      Setting setting,
      String with,
      Optional<Child> child,
      Optional<AskedBefore.Again> again) {
    mayHold();
    return new Beginning(station, ledger, rules)
        .write(person, setting, catalogues.screening(with), child, again);
  }

  /**
   * Writes an answer; an empty one takes the old one back, which stays in the history.
   *
   * @throws org.sala.form.FormFault if the form has no such place, or the answer may not stand
   *     there
   * @throws CaseworkFault {@code PERSON_SAID_NO} to the interpreter or to this officer; {@code
   *     CONSENT_REFUSED} to being asked, or to answers being written down
   */
  public Saved answer(RecordId id, String path, Given given) {
    AnswerFields now = AnswerFields.of(station, id);
    return answer(id, path, given, Optional.empty(), Cases.seen(Cases.shown(now.all())));
  }

  /**
   * Writes an answer to a question that was looked at before, and that somebody else may have
   * answered since: what was left alone is not written again, and what came unseen stands beside
   * what is written.
   *
   * @param stood what stood there then
   * @param seen which versions that was
   */
  public Saved answer(RecordId id, String path, Given given, Given stood, Seen seen) {
    return answer(id, path, given, Optional.of(stood), seen);
  }

  private Saved answer(RecordId id, String path, Given given, Optional<Given> stood, Seen seen) {
    Map<String, FieldState> known = AnswerFields.writable(station, id);
    mayHold();
    reader.notRefused(id, known);
    return new Answering(station, ledger, catalogues, interviews)
        .write(new Answering.Answer(id, path, given, stood, seen), known);
  }

  /** What the person pointed at and said no to is protected: whoever cannot read it asks nobody. */
  private void mayHold() {
    if (!station.mayOpen(Compartment.PROTECTION)) {
      throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY);
    }
  }

  /**
   * A break.
   *
   * @param place the path where it goes on
   */
  public Saved pause(RecordId id, String place) {
    edit(id, Map.of("place", place(place)));
    return moved(id, State.PAUSED, "paused");
  }

  /**
   * Goes on after a break, a stop or a look at the result.
   *
   * @throws CaseworkFault {@code CHILD_RULES} where it has come out since that the person may be a
   *     child, and nobody is there for it
   */
  public Saved resume(RecordId id) {
    Map<String, FieldState> known = AnswerFields.writable(station, id);
    boolean guarded = known.containsKey("guardian");
    if (!guarded && find(id).filter(l -> !reader.person(l.person()).surelyAdult()).isPresent()) {
      throw new CaseworkFault(CaseworkFault.Code.CHILD_RULES);
    }
    return moved(id, State.OPEN, "resumed");
  }

  private Saved moved(RecordId id, State to, String family) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("state", Value.text(to.code()));
    fields.put(family + "/" + station.ids().record(), station.now().toValue());
    return edit(id, fields);
  }

  /** Ends it at once; why is asked afterwards, when nobody has to be waited for. */
  public Saved stop(RecordId id, String place) {
    return edit(id, Map.of("state", Value.text(State.STOPPED.code()), "place", place(place)));
  }

  /** Keeps the path where it goes on, when somebody leaves an interview that is not over. */
  public Saved left(RecordId id, String place) {
    return edit(id, Map.of("place", place(place)));
  }

  private static Value place(String path) {
    return path.isEmpty() ? Value.Nothing.HERE : Value.text(path);
  }

  public Saved stopped(RecordId id, Stop why) {
    return edit(id, Map.of("stopped", Value.text(why.code())));
  }

  /** Ends the questions; only now the result is shown, and that it is stands in the screening. */
  public Saved review(RecordId id) {
    return edit(
        id,
        Map.of(
            "state",
            Value.text(State.REVIEW.code()),
            "resultOpened/" + station.ids().record(),
            station.now().toValue()));
  }

  /** Opens one to read its result; each time is an event of its own in the audit. */
  public ScreeningPage openResult(RecordId id) {
    ScreeningPage page = page(id);
    audit.note(AuditEntry.Act.RESULT_OPENED, id);
    return page;
  }

  /** Why somebody is screened at an hour when people sleep. */
  public Saved overruled(RecordId id, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("the night is overruled for a reason");
    }
    return edit(id, Map.of("overruled", Value.text(reason.strip())));
  }

  /** The officer knows of recruitment, movement or a stay that no answer shows. */
  public Saved act(RecordId id, boolean known) {
    return edit(id, Map.of("actAdded", Value.flag(known)));
  }

  /**
   * Writes down a fact that nobody asks for, or takes it back; no result changes with it.
   *
   * @param code of one that the screening's catalogue names
   */
  public Saved context(RecordId id, String code, Context fact) {
    return context(page(id), code, fact);
  }

  /**
   * Writes down a fact that nobody asks for, or takes it back, on a page that was looked at before.
   */
  public Saved context(ScreeningPage before, String code, Context fact) {
    boolean known =
        before.catalogue().stream()
            .flatMap(c -> c.facts().stream())
            .anyMatch(f -> f.code().equals(code));
    if (!known) {
      throw new IllegalArgumentException("no such fact");
    }
    RecordId id = before.line().id();
    AnswerFields.writable(station, id);
    return ledger.write(
        new Act()
            .edit(id, Kinds.SCREENING, Map.of("context/" + code, fact.toValue()), before.seen()));
  }

  /** Writes the officer's own notes and observations; they are protected. */
  public Saved note(RecordId id, String words) {
    return edit(
        id, Map.of("note", words.isBlank() ? Value.Nothing.HERE : Value.text(words.strip())));
  }

  /**
   * Closes it for good, with the result that its answers give under the rules of today. What may
   * name officials is sealed for the integrity recipient in the same act, where one is named.
   *
   * @throws CaseworkFault {@code NOT_REVIEWED} while the questions are not over
   */
  public Explanation close(RecordId id) {
    return close(page(id));
  }

  /**
   * Closes the one on a page that was looked at before, with the result that was shown there.
   *
   * @throws CaseworkFault {@code NOT_REVIEWED} while the questions are not over, {@code
   *     CHANGED_SINCE} where other answers stand there by now, which nobody has looked at
   */
  public Explanation close(ScreeningPage looked) {
    RecordId id = looked.line().id();
    ScreeningPage page = page(id);
    AnswerFields.writable(station, id);
    if (!counted(page).equals(counted(looked)) || page.ageGroup() != looked.ageGroup()) {
      throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
    }
    if (page.line().state() != State.REVIEW) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_REVIEWED);
    }
    Explanation explanation = explain(page);
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("state", Value.text(State.CLOSED.code()));
    fields.put("closed", station.now().toValue());
    fields.put("result", Value.text(explanation.result().code()));
    fields.put("rules", Value.text(Catalogue.RULES));
    Act act = new Act().edit(id, Kinds.SCREENING, fields);
    envelopes.into(act, page, true);
    ledger.write(act);
    return explanation;
  }

  /** What a result is made of, and by which revisions it stands there. */
  private static Map<String, Set<RevisionId>> counted(ScreeningPage page) {
    Map<String, Set<RevisionId>> counted = new HashMap<>(page.seen().fields());
    counted.keySet().removeIf(k -> !k.startsWith("answer/") && !k.equals("actAdded"));
    return counted;
  }

  /** What the answers show and what that rests on: a worksheet, not evidence. */
  public Explanation explain(ScreeningPage page) {
    Catalogue catalogue =
        page.catalogue().orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.CLOSED_FOR_GOOD));
    if (page.keptBack()) {
      // A result without the protected answers would say less than the person did.
      throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY);
    }
    return Rules.explain(
        catalogue,
        catalogue.account(page.ageGroup(), ScreeningPage.allOf(page.answers()), page.actAdded()));
  }

  /** Opens one to read or to go on with; that it was looked at is written down once. */
  public ScreeningPage open(RecordId id) {
    ScreeningPage page = page(id);
    audit.note(AuditEntry.Act.VIEWED, id);
    return page;
  }

  /**
   * Reads a screening's page as it is now: everything of it that this officer may read. The audit
   * is not told.
   */
  public ScreeningPage page(RecordId id) {
    Line line = find(id).orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    return reader.page(line);
  }

  private Saved edit(RecordId id, Map<String, Value> fields) {
    AnswerFields.writable(station, id);
    return ledger.write(new Act().edit(id, Kinds.SCREENING, fields));
  }

  private Line line(ScreeningRows.Row r) {
    return new Line(
        r.id(),
        r.person(),
        people.find(r.person()).map(People.PersonLine::wristband).orElse(""),
        r.form(),
        State.of(r.state()),
        r.beganMillis(),
        r.closedMillis(),
        r.sections(),
        BuiltIn.versions(r.form()).contains(r.version())
            ? BuiltIn.version(r.form(), r.version()).sections().size()
            : 0,
        r.result(),
        r.disputes(),
        r.changedMillis());
  }
}
