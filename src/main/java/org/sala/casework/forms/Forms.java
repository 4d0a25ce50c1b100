package org.sala.casework.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.people.Cases;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.People;
import org.sala.casework.screening.AnswerFields;
import org.sala.casework.screening.Catalogues;
import org.sala.casework.screening.Child;
import org.sala.casework.screening.ChildRules;
import org.sala.casework.screening.No;
import org.sala.casework.screening.OpenInterviews;
import org.sala.casework.screening.SaidNo;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.casework.station.Taking;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.Answer;
import org.sala.form.AnswerShape;
import org.sala.form.Catalogue;
import org.sala.form.Form;
import org.sala.form.FormFault;
import org.sala.form.Put;
import org.sala.form.RecoveryWindow;
import org.sala.form.Wording;
import org.sala.merge.FieldState;
import org.sala.store.FilledRows;

/**
 * Forms that are filled in with people: those that come with Sala, and any that the engine runs.
 * Every answer is saved as it is given, as a field of the record named by its path.
 */
public final class Forms {
  /** The forms that come with Sala and are not screenings. */
  public static final List<String> BUILT_IN = List.of("defrauded", "needs");

  private final Station station;
  private final Ledger ledger;
  private final People people;
  private final BlankForms blanks;
  private final AuditTrail audit;
  private final Catalogues catalogues;
  private final OpenInterviews interviews = new OpenInterviews();
  private final ChildRules rules;

  public Forms(Station station, Ledger ledger, People people, BlankForms blanks, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.people = people;
    this.blanks = blanks;
    this.audit = audit;
    this.catalogues = new Catalogues(station, audit);
    this.rules = new ChildRules(station, people);
  }

  /**
   * One filled form in a list.
   *
   * @param number the person's, never the name
   * @param form one of {@link #BUILT_IN}, or as a form from elsewhere names itself
   * @param title what a form from elsewhere is called; empty for those of {@link #BUILT_IN}
   */
  public record Line(
      RecordId id,
      RecordId person,
      String number,
      String form,
      String title,
      boolean closed,
      Optional<Long> beganMillis,
      int disputes) {}

  /**
   * A form that can be begun.
   *
   * @param digest names a form from elsewhere; empty for those of {@link #BUILT_IN}
   */
  public record Offer(String id, String digest, String title) {}

  /**
   * The language in which a form is gone through, and the interpreter.
   *
   * @param age as typed, where nobody has written one down
   * @param child what protects a child; empty for an adult
   */
  public record Setting(String language, String interpreter, String age, Optional<Child> child) {
    public Setting(String language, String interpreter) {
      this(language, interpreter, "", Optional.empty());
    }

    @Override
    public String toString() {
      return "Setting";
    }
  }

  /** What became of an answer. */
  public sealed interface Answered {
    record Stands(Saved saved) implements Answered {}

    /** A rule of the form speaks against it: nothing was written. */
    record Against(Wording message) implements Answered {}
  }

  /** What can be begun now. */
  public List<Offer> offered() {
    List<Offer> all = new ArrayList<>();
    BUILT_IN.forEach(id -> all.add(new Offer(id, "", "")));
    blanks.all().forEach(b -> all.add(new Offer(b.id(), b.digest(), b.title())));
    return all;
  }

  /**
   * Begins a form with a person, in the person's own scope. Whoever tells of money lost in a case
   * stands there as somebody who says that they were defrauded.
   *
   * @param caseId the case that it belongs to, if any
   * @throws CaseworkFault {@code CHILD_RULES} for a child, where the age is in doubt, or where
   *     nobody has said it, without what protects a child; what somebody needs is asked of
   *     everybody at once
   */
  public RecordId begin(RecordId person, Optional<RecordId> caseId, Offer offer, Setting setting) {
    Map<String, Value> fields = new LinkedHashMap<>();
    Act act =
        asksAnAccount(offer)
            ? rules.keep(person, setting.age(), setting.child(), fields)
            : new Act();
    fields.put("person", Value.ref(person));
    caseId.ifPresent(c -> fields.put("case", Value.ref(c)));
    if (offer.digest().isEmpty()) {
      Catalogue catalogue = builtIn(offer.id());
      fields.put("form", Value.text(catalogue.id()));
      fields.put("formVersion", Value.text(catalogue.version()));
      fields.put("formDigest", Value.text(catalogue.digest()));
    } else {
      Form form =
          blanks
              .find(offer.digest())
              .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
      fields.put("form", Value.text(form.id()));
      fields.put("formVersion", Value.text(form.version()));
      fields.put("formDigest", Value.text(form.digest()));
    }
    fields.put("began", station.now().toValue());
    Stored.put(fields, "language", setting.language());
    Stored.put(fields, "interpreter", setting.interpreter());
    RecordId id = station.ids().record();
    act.make(id, Kinds.FILLED, station.scopeOf(person), fields);
    if (offer.digest().isEmpty() && offer.id().equals(Transfers.FORM)) {
      caseId.ifPresent(c -> defrauded(act, c, person));
    }
    ledger.write(act);
    return id;
  }

  /** Whether a form asks what happened: help with what somebody needs waits for no guardian. */
  public boolean asksAnAccount(Offer offer) {
    return !(offer.digest().isEmpty() && offer.id().equals("needs"));
  }

  /** Whether nobody has said how old a person is: it is asked before such a form begins. */
  public boolean ageUnsaid(RecordId person) {
    return rules.ageUnsaid(person);
  }

  /** What the person said no to before, which stands and is said before the first question. */
  public List<No> saidNo(RecordId person) {
    return new SaidNo(station, ledger).of(person);
  }

  /** The newest version of a catalogue that can be run here, whoever it comes from. */
  public Catalogue newest(String id) {
    return catalogues.newest(id);
  }

  private Catalogue builtIn(String id) {
    if (!BUILT_IN.contains(id)) {
      throw new IllegalArgumentException("no form that comes with Sala");
    }
    return catalogues.newest(id);
  }

  private void defrauded(Act act, RecordId caseId, RecordId person) {
    for (Involvements.Part part : new Involvements(station, ledger).inCase(caseId)) {
      if (part.person().equals(person) && !part.over() && part.text("defrauded").isEmpty()) {
        act.edit(part.id(), Kinds.INVOLVEMENT, Map.of("defrauded", Value.text("said")));
      }
    }
  }

  public List<Line> of(RecordId person) {
    return station.view().filled().of(person).stream().map(this::line).toList();
  }

  public List<Line> inCase(RecordId caseId) {
    return station.view().filled().inCase(caseId).stream().map(this::line).toList();
  }

  public Optional<Line> find(RecordId id) {
    return station.view().filled().find(id).map(this::line);
  }

  /** Opens one to read or to go on with; that it was looked at is written down once. */
  public FormPage open(RecordId id) {
    FormPage page = page(id);
    audit.note(AuditEntry.Act.VIEWED, id);
    return page;
  }

  /**
   * Reads a form's page as it is now, as after an answer: everything of it that this officer may
   * read.
   */
  public FormPage page(RecordId id) {
    Line line = find(id).orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    AnswerFields fields = AnswerFields.of(station, id);
    Map<String, List<Answer>> answers = read(fields);
    Optional<Source> source = source(fields.open());
    Optional<OpenInterviews.Shown> shown = source.flatMap(s -> shown(id, s, first(answers)));
    return new FormPage(
        line,
        people
            .find(line.person())
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND)),
        Optional.ofNullable(fields.open().get("case")).flatMap(f -> f.value().asRef()),
        shown.isPresent(),
        source.map(s -> s.form().languages()).orElse(List.of()),
        source.map(Source::reviewed).orElse(Set.of()),
        shown.map(OpenInterviews.Shown::questions).orElse(List.of()),
        answers,
        shown.map(OpenInterviews.Shown::irrelevant).orElse(Map.of()),
        shown.map(OpenInterviews.Shown::problems).orElse(List.of()),
        fields.keptBack(),
        source.map(Source::protectedAnswers).orElse(false),
        Stored.text(fields.open(), "language").orElse(""),
        Stored.text(fields.open(), "interpreter").orElse(""),
        Stored.text(fields.open(), "place").orElse(""),
        Stored.text(fields.open(), "told").orElse(""),
        source.map(Source::windows).orElse(List.of()),
        seen(fields),
        fields.differing());
  }

  private static Seen seen(AnswerFields fields) {
    return Cases.seen(Cases.shown(fields.all()));
  }

  /** Answers that another station's form has and this one's has not leave it to be read only. */
  private Optional<OpenInterviews.Shown> shown(
      RecordId id, Source source, Map<String, Answer> answers) {
    try {
      return Optional.of(interviews.shown(id, source.form(), answers));
    } catch (FormFault e) {
      return Optional.empty();
    }
  }

  private static Map<String, List<Answer>> read(AnswerFields fields) {
    Map<String, List<Answer>> answers = new LinkedHashMap<>();
    fields
        .answers(AnswerShape::read)
        .forEach(
            (path, all) -> {
              List<Answer> there = all.stream().flatMap(Optional::stream).toList();
              if (!there.isEmpty()) {
                answers.put(path, there);
              }
            });
    return answers;
  }

  private static Map<String, Answer> first(Map<String, List<Answer>> answers) {
    Map<String, Answer> first = new LinkedHashMap<>();
    answers.forEach((path, all) -> first.put(path, all.getFirst()));
    return first;
  }

  /**
   * Writes an answer down, if the form lets it stand there.
   *
   * @throws FormFault if the form has no such place, or it takes another kind of answer
   */
  public Answered answer(RecordId id, String path, Answer answer) {
    return answer(id, path, answer, seen(AnswerFields.of(station, id)));
  }

  /**
   * Writes an answer down in a form that was looked at before, if the form lets it stand there;
   * what came unseen stands beside what is written.
   */
  public Answered answer(RecordId id, String path, Answer answer, Seen seen) {
    Source source = writable(id);
    AnswerFields fields = AnswerFields.of(station, id);
    Map<String, Answer> answers = first(read(fields));
    if (path.length() > AnswerFields.LONGEST_PATH) {
      throw new FormFault(FormFault.Code.NOT_SUPPORTED, "path");
    }
    Put put = interviews.put(id, source.form(), answers, path, answer);
    return switch (put) {
      case Put.Against against -> new Answered.Against(against.message());
      case Put.Stands _ -> {
        answers.put(path, answer);
        yield new Answered.Stands(write(id, source, path, AnswerShape.of(answer), answers, seen));
      }
    };
  }

  /** Takes an answer back: nothing was asked there; what stood there stays in the history. */
  public Saved takeBack(RecordId id, String path) {
    return takeBack(id, path, seen(AnswerFields.of(station, id)));
  }

  /**
   * Takes an answer back in a form that was looked at before; what stood there stays in the
   * history.
   */
  public Saved takeBack(RecordId id, String path, Seen seen) {
    Source source = writable(id);
    Map<String, Answer> answers = first(read(AnswerFields.of(station, id)));
    if (answers.remove(path) == null) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SAVE);
    }
    return write(id, source, path, Value.Nothing.HERE, answers, seen);
  }

  private Source writable(RecordId id) {
    return source(AnswerFields.writable(station, id))
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.CLOSED_FOR_GOOD));
  }

  private Saved write(
      RecordId id,
      Source source,
      String path,
      Value value,
      Map<String, Answer> answers,
      Seen seen) {
    Map<String, Compartment> compartments =
        source.protectedAnswers()
            ? Map.of(AnswerFields.key(path), Compartment.PROTECTION)
            : Map.of();
    Act act =
        new Act().edit(id, Kinds.FILLED, Map.of(AnswerFields.key(path), value), compartments, seen);
    if (source.id().equals(Transfers.FORM)) {
      // Worked out from what stands there now, and so on top of all of it.
      act.edit(id, Kinds.FILLED, Transfers.clock(answers, source.windows()));
    }
    return ledger.write(act);
  }

  /**
   * Takes a file into the vault as an exhibit of the form's case; the answer names it.
   *
   * @return empty where it was not taken
   */
  public Optional<Saved> attach(
      RecordId id, String path, String title, java.nio.file.Path file, Progress progress) {
    FormPage page = page(id);
    RecordId caseId =
        page.caseId().orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    Exhibits.NewExhibit exhibit =
        new Exhibits.NewExhibit(title, "", Optional.empty(), "", page.person().wristband());
    Taking taking = new Exhibits(station, ledger, audit).take(caseId, exhibit, file, progress);
    return taking instanceof Taking.Taken t
            && answer(id, path, new Answer.Attached(t.record().toString()))
                instanceof Answered.Stands stands
        ? Optional.of(stands.saved())
        : Optional.empty();
  }

  /** The facts of a request to hold what was sent. */
  public FreezeRequest freeze(FormPage page) {
    return new FreezeRequest(
        station.now(),
        new Officers(station, ledger, audit).me(),
        Stream.of("agency", "stationName")
            .flatMap(key -> station.state().text(key).stream())
            .filter(name -> !name.isBlank())
            .distinct()
            .collect(Collectors.joining(", ")),
        page.caseId().flatMap(c -> station.view().cases().find(c)).map(c -> c.number()).orElse(""),
        page.person().wristband(),
        Transfers.of(page));
  }

  /** The language that the questions are shown in from now on; no answer changes. */
  public Saved language(RecordId id, String language) {
    return edit(id, Map.of("language", Value.text(language)));
  }

  /** Remembers the question at which a form is left, to go on there. */
  public Saved left(RecordId id, String path) {
    return edit(id, Map.of("place", path.isEmpty() ? Value.Nothing.HERE : Value.text(path)));
  }

  /** Writes down who was told that money has to be called back; the clock then leaves Today. */
  public Saved told(RecordId id, String who) {
    if (who.isBlank()) {
      throw new IllegalArgumentException("somebody was told");
    }
    return edit(id, Map.of("told", Value.text(who.strip()), "toldAt", station.now().toValue()));
  }

  /**
   * Closes a form for good.
   *
   * @throws CaseworkFault while a question that wants an answer has none, or a rule speaks against
   *     one
   */
  public Saved close(RecordId id) {
    FormPage page = page(id);
    if (!page.runs() || !page.problems().isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.OPEN_QUESTIONS);
    }
    return edit(id, Map.of("closed", station.now().toValue()));
  }

  private Saved edit(RecordId id, Map<String, Value> fields) {
    AnswerFields.writable(station, id);
    return ledger.write(new Act().edit(id, Kinds.FILLED, fields));
  }

  /** The form of a record, and what its catalogue says of it. */
  private record Source(
      String id,
      Form form,
      Set<String> reviewed,
      boolean protectedAnswers,
      List<RecoveryWindow> windows) {}

  private Optional<Source> source(Map<String, FieldState> open) {
    Optional<Catalogue> builtIn = catalogues.of(open);
    if (builtIn.isPresent()) {
      Catalogue c = builtIn.get();
      Set<String> reviewed =
          c.form().languages().stream().filter(c::reviewed).collect(Collectors.toSet());
      return Optional.of(new Source(c.id(), c.form(), reviewed, c.protectedAnswers(), c.windows()));
    }
    // Of a form from elsewhere nobody says who has reviewed a translation.
    return Stored.text(open, "formDigest")
        .flatMap(blanks::find)
        .map(f -> new Source("", f, Set.of("en"), false, List.of()));
  }

  private Line line(FilledRows.Row r) {
    String title =
        BUILT_IN.contains(r.form())
            ? ""
            : blanks.all().stream()
                .filter(b -> b.id().equals(r.form()))
                .map(BlankForms.Blank::title)
                .findFirst()
                .orElse(r.form());
    return new Line(
        r.id(),
        r.person(),
        people.find(r.person()).map(People.PersonLine::wristband).orElse(""),
        r.form(),
        title,
        r.closedMillis().isPresent(),
        r.beganMillis(),
        r.disputes());
  }
}
