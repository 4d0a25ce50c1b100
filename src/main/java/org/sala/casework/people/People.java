package org.sala.casework.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sala.casework.station.Act;
import org.sala.casework.station.AgeWritten;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Settling;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.AgeGroup;
import org.sala.domain.AuditEntry;
import org.sala.domain.DateReader;
import org.sala.domain.Kinds;
import org.sala.domain.ListPage;
import org.sala.domain.ListQuery;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.store.PersonRows;

/** People: who they are, which cases they are in, what is known of them. */
public final class People {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public People(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /**
   * One line in a list of people.
   *
   * @param ageDoubted something was said of the age, or a triage was made or a screening begun, and
   *     it is open whether it is under 18; or a triage speaks for a child whatever is written, or
   *     another record of the same person leaves it open
   * @param findingWaits the last finding takes protection away and does not count yet
   * @param findingSigned a second officer has signed it
   * @param also other records that are held to be of the same person; none where they are too many
   * @param linkedTooMany whether more records than anybody has are held to be of the same person:
   *     until they are parted nothing protected of them leaves, and the rules for children apply
   * @param apart what tells them from somebody else who wears the number; empty where nobody does
   */
  public record PersonLine(
      RecordId id,
      String wristband,
      String name,
      String roman,
      String sex,
      AgeGroup age,
      boolean ageDoubted,
      String languages,
      String interpreter,
      Optional<Long> arrivedMillis,
      Optional<Long> detainedMillis,
      String triageState,
      String urgency,
      boolean told,
      String screeningState,
      String finding,
      boolean findingWaits,
      boolean findingSigned,
      String forced,
      String defrauded,
      int stillInside,
      int disputes,
      long changedMillis,
      List<Also> also,
      boolean linkedTooMany,
      Optional<Apart> apart,
      List<Cases.Shown> namesDiffering) {
    public PersonLine {
      namesDiffering = List.copyOf(namesDiffering);
      also = List.copyOf(also);
    }

    /** Whether every reading of what was said makes this person under 18. */
    public boolean certainlyChild() {
      return age == AgeGroup.CHILD;
    }

    /** Whether the rules for children apply: under 18, or what was said leaves it open. */
    public boolean possiblyChild() {
      return certainlyChild() || ageDoubted;
    }

    /** Whether an adult's age is written and nothing speaks against it. */
    public boolean surelyAdult() {
      return age == AgeGroup.ADULT && !ageDoubted;
    }

    /** Whether somebody is held whose screening is not closed: begun, or stopped, is not asked. */
    public boolean heldUnscreened() {
      return detainedMillis.isPresent() && !screeningState.equals("closed");
    }

    /**
     * Returns whether the rules for children apply for what another record of the same person says.
     */
    public boolean childElsewhere() {
      return linkedTooMany || also.stream().anyMatch(Also::possiblyChild);
    }

    /**
     * Returns whether the rules for children apply whatever age is written here: elsewhere, or by
     * what a triage raised.
     */
    public boolean childWhateverIsWritten() {
      return childElsewhere() || List.of(urgency.split(" ", -1)).contains("child");
    }

    @Override
    public String toString() {
      return "PersonLine[" + id + "]";
    }
  }

  /**
   * What is written of a person at first. All of it may be empty: a number is enough.
   *
   * @param birth as typed: a date, an age, an animal year
   */
  public record NewPerson(
      String wristband, String name, String roman, String sex, String birth, String language) {
    @Override
    public String toString() {
      return "NewPerson";
    }
  }

  public ListPage<PersonLine> page(ListQuery q) {
    return station.view().people().page(q).all(this::lines);
  }

  public List<PersonLine> list(String filter, String sort, boolean down, int offset, int limit) {
    return page(new ListQuery(filter, sort, down, offset, limit)).rows();
  }

  public int count(String filter) {
    return count(filter, Integer.MAX_VALUE);
  }

  /** How many there are; where something was typed, counted no further than asked. */
  public int count(String filter, int most) {
    return station.view().people().count(filter, most);
  }

  public List<PersonLine> inCase(RecordId caseId) {
    return lines(station.view().people().inCase(caseId));
  }

  public Optional<PersonLine> find(RecordId id) {
    return station.view().people().find(id).map(this::line);
  }

  /** Returns those of these people whose number somebody else wears as well. */
  public Map<RecordId, PersonLine> sharing(Collection<RecordId> people) {
    return lines(station.view().people().some(Set.copyOf(people))).stream()
        .filter(p -> p.apart().isPresent())
        .collect(Collectors.toMap(PersonLine::id, Function.identity()));
  }

  /** Returns those of these numbers that somebody already wears. */
  public List<String> taken(List<String> numbers) {
    return numbers.stream()
        .distinct()
        .filter(
            n ->
                list(n, "wristband", false, 0, 20).stream()
                    .anyMatch(p -> p.wristband().equalsIgnoreCase(n)))
        .toList();
  }

  /** Whoever else wears a number, whatever its spaces and capitals. */
  public List<RecordId> wearing(String number, RecordId otherThan) {
    String typed = number.strip();
    return list(typed, "wristband", false, 0, 20).stream()
        .filter(p -> p.wristband().equalsIgnoreCase(typed) && !p.id().equals(otherThan))
        .map(PersonLine::id)
        .toList();
  }

  /**
   * A number that two people wear, who were registered at two stations.
   *
   * @param station what the station of this one is called
   * @param others the same of the others; empty names where nobody knows them
   */
  public record SameNumber(String station, List<String> others) {
    public SameNumber {
      others = List.copyOf(others);
    }
  }

  /** Whether somebody from another station wears the same number; only the station tells them. */
  public Optional<SameNumber> sameNumber(RecordId id) {
    String number = find(id).map(PersonLine::wristband).orElse("");
    StationId own = registeredAt(id);
    List<StationId> others =
        number.isEmpty()
            ? List.of()
            : wearing(number, id).stream()
                .map(this::registeredAt)
                .filter(s -> !s.equals(own))
                .distinct()
                .toList();
    Roster roster = new Roster(station.state());
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SameNumber(roster.called(own), others.stream().map(roster::called).toList()));
  }

  private StationId registeredAt(RecordId id) {
    return PersonLines.registeredAt(station, id);
  }

  public PersonLine line(PersonRows.Row row) {
    return lines(List.of(row)).getFirst();
  }

  /** Returns the lines of several people; whether others wear their numbers is asked once. */
  public List<PersonLine> lines(List<PersonRows.Row> rows) {
    return new PersonLines(station).of(rows);
  }

  /** Whether a record makes its person possibly under 18 whatever other records say. */
  public boolean alonePossiblyChild(PersonRows.Row row) {
    return new PersonLines(station).alonePossiblyChild(row);
  }

  /** Whether headquarters has certified the officer who holds a key. */
  public boolean certified(String key) {
    return new LowerFindings(station).certified(key);
  }

  /** Registers people as one act, all of them or none. */
  public List<RecordId> register(List<NewPerson> people) {
    Act act = new Act();
    List<RecordId> ids = new ArrayList<>();
    for (NewPerson p : people) {
      ids.add(make(act, p));
    }
    ledger.write(act);
    return ids;
  }

  /** Registers a person and says what part they have in a case. */
  public RecordId add(RecordId caseId, NewPerson person, String forced, String defrauded) {
    Act act = new Act();
    RecordId id = make(act, person);
    new Involvements(station, ledger)
        .make(act, caseId, id, Involvements.Written.said(forced, defrauded));
    ledger.write(act);
    return id;
  }

  private RecordId make(Act act, NewPerson p) {
    RecordId id = station.ids().record();
    Map<String, Value> fields = new LinkedHashMap<>();
    Stored.put(fields, "wristband", p.wristband());
    if (!p.name().isBlank() || !p.roman().isBlank()) {
      fields.put(
          "name/" + station.ids().record(),
          Value.parts(Map.of("text", p.name().strip(), "roman", p.roman().strip())));
    }
    if (!p.birth().isBlank()) {
      fields.put(AgeWritten.BIRTH, readBirth(p.birth()).toValue());
    }
    Stored.put(fields, "sex", p.sex());
    if (!p.language().isBlank()) {
      fields.put("language/" + p.language().strip(), Value.flag(true));
    }
    fields.put("arrived", station.now().toValue());
    act.make(id, Kinds.PERSON, station.ids().scope(), fields);
    return id;
  }

  /**
   * Sets fields of a person as they stand now; what protects somebody and differs stays open where
   * there is a headquarters ({@link Settling}).
   *
   * @throws CaseworkFault {@code AGE_WAITS} for an adult's age where a colleague's waits
   */
  public Saved edit(RecordId id, Map<String, Value> fields, String reason) {
    new AgeWritten(station).mayBeWritten(id, fields);
    boolean waits =
        fields.keySet().stream().anyMatch(k -> Settling.waits(station, Kinds.PERSON, k));
    if (!waits) {
      Map<String, Value> marked = new AgeWritten(station).marked(id, fields);
      return ledger.write(new Act().edit(id, Kinds.PERSON, marked).because(reason));
    }
    Map<String, Cases.Shown> now =
        new LinkedHashMap<>(Cases.shown(station.view().records().fields(id)));
    now.putAll(Cases.shown(new ProtectedPart(station).fields(id)));
    return edit(id, fields, reason, Cases.seen(now));
  }

  /** Whether what is written into a field of which versions differ leaves them open. */
  public boolean waitsForHeadquarters(Cases.Shown shown) {
    return shown.disputed() && Settling.waits(station, Kinds.PERSON, shown.key());
  }

  /**
   * Sets fields of a person who was looked at before. An age that takes a child's protection away
   * waits for a second officer ({@link Ages}).
   */
  public Saved edit(RecordId id, Map<String, Value> fields, String reason, Seen seen) {
    AgeWritten age = new AgeWritten(station);
    age.mayBeWritten(id, fields);
    return ledger.write(
        new Act()
            .edit(id, Kinds.PERSON, age.marked(id, fields), age.besides(id, fields, seen))
            .because(reason));
  }

  /** Sets the same of several people, as one act. */
  public Saved editAll(List<RecordId> ids, Map<String, Value> fields, String reason) {
    Act act = new Act().because(reason);
    ids.forEach(id -> act.edit(id, Kinds.PERSON, fields));
    return ledger.write(act);
  }

  /**
   * Writes down that a person is held from now on, or no longer. Who is held and not screened
   * stands in Do next until a screening is closed.
   */
  public Saved held(RecordId id, boolean held, String reason) {
    return edit(
        id, Map.of("detained", held ? station.now().toValue() : Value.Nothing.HERE), reason);
  }

  /** What a birth date, an age or an animal year as typed means today. */
  public PartialDate readBirth(String typed) {
    return DateReader.birth(typed, station.now().local().toLocalDate());
  }

  /** Sets the birth date from what was typed: a date, an age, an animal year. */
  public Saved setBirth(RecordId id, String typed, String reason) {
    return edit(id, Map.of(AgeWritten.BIRTH, readBirth(typed).toValue()), reason);
  }

  /** People who have arrived and were not screened: who is held first, then who waits longest. */
  public List<PersonLine> waitingForScreening(int most) {
    return lines(station.view().people().waitingForScreening(most));
  }

  /** People of whom something has to be done, the most urgent first. */
  public List<PersonLine> needingAction() {
    return lines(station.view().people().needingAction(1_000));
  }

  /** Adds a name, alias, document, contact or nationality; each is an element of its own. */
  public Saved addElement(RecordId id, String family, Value element) {
    return edit(id, Map.of(family + "/" + station.ids().record(), element), "");
  }

  /**
   * Everything of a person that this officer may read, the protected part from the journal; that it
   * was looked at is written down.
   */
  public Map<String, Cases.Shown> fields(RecordId id) {
    Map<String, Cases.Shown> fields = again(id);
    audit.note(AuditEntry.Act.VIEWED, id);
    return fields;
  }

  /**
   * Reads a person's fields for whoever has the page open already: a page that is drawn anew is not
   * opened anew, and nothing is noted.
   */
  public Map<String, Cases.Shown> again(RecordId id) {
    Map<String, Cases.Shown> fields =
        new LinkedHashMap<>(Cases.shown(station.view().records().fields(id)));
    fields.putAll(Cases.shown(new ProtectedPart(station).fields(id)));
    return fields;
  }

  /** Whether a protected part exists, even where this officer may not read it. */
  public boolean hasProtectedPart(RecordId id) {
    return new ProtectedPart(station).exists(id);
  }

  /** The fields of a person in which versions differ, as far as anybody of this station reads. */
  public List<Cases.Shown> disputed(RecordId person) {
    return Cases.differing(station.view().records().fields(person));
  }

  /** The next wristband number with this station's letter. */
  public String nextWristband() {
    return new Wristbands(station, ledger).next(1).getFirst();
  }

  /**
   * How many people speak a language first and have a finding.
   *
   * @param language empty where nobody knows it
   * @param finding empty where there is none, or where it does not count yet
   */
  public record Tally(String language, String finding, int people) {}

  /** Where each of some people is counted, by the record; of those that are here. */
  public Map<RecordId, Tally> tallies(Collection<RecordId> some) {
    LowerFindings lower = new LowerFindings(station);
    Map<RecordId, Tally> all = new LinkedHashMap<>();
    for (PersonRows.Row r : station.view().people().some(some)) {
      boolean waits = r.findingLower() && !lower.counts(r);
      all.put(r.id(), new Tally(r.languages().split(" ", -1)[0], waits ? "" : r.findingCode(), 1));
    }
    return all;
  }

  /** Everybody, counted without reading anybody. */
  public List<Tally> tallies() {
    LowerFindings lower = new LowerFindings(station);
    return station.view().people().alike().stream()
        .map(
            a ->
                new Tally(
                    a.languages().split(" ", -1)[0],
                    a.findingLower() && !lower.counts(a) ? "" : a.findingCode(),
                    a.people()))
        .toList();
  }
}
