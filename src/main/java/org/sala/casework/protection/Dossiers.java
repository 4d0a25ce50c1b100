package org.sala.casework.protection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sala.casework.house.Stays;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.casework.station.Undecided;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.DateReader;
import org.sala.domain.Kinds;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * Dossiers for not punishing victims. One is opened only with the person's agreement, and names
 * their counsel or says why there is none; it ends the moment the person takes that back.
 */
public final class Dossiers {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public Dossiers(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /**
   * What the person has agreed to.
   *
   * @param agrees said by the person, in that language
   * @param counsel who advises them
   * @param noCounsel why nobody does
   */
  public record Agreement(
      boolean agrees, String language, String interpreter, String counsel, String noCounsel) {
    public Agreement {
      if (!agrees || language.isBlank()) {
        throw new IllegalArgumentException("nothing is gathered without the person's agreement");
      }
      if (counsel.isBlank() && noCounsel.isBlank()) {
        throw new IllegalArgumentException("counsel is named, or why there is none");
      }
    }

    @Override
    public String toString() {
      return "Agreement";
    }
  }

  /**
   * Opens one.
   *
   * @throws CaseworkFault {@code ALREADY_DONE} where one is open; {@code NO_PROTECTION_KEY} for an
   *     officer who may not read it
   */
  public RecordId open(RecordId person, Agreement agreement) {
    if (current(person).isPresent()) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("at", station.now().toValue());
    fields.put("language", Value.text(agreement.language()));
    Stored.put(fields, "interpreter", agreement.interpreter());
    Stored.put(fields, "counsel", agreement.counsel());
    Stored.put(fields, "noCounsel", agreement.noCounsel());
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.DOSSIER, station.scopeOf(person), fields));
    return id;
  }

  /** The person takes it back, or it has served; nothing is added to it any more. */
  public Saved end(RecordId dossier, String why) {
    if (why.isBlank()) {
      throw new IllegalArgumentException("it says why");
    }
    openOne(dossier);
    return ledger.write(
        new Act()
            .edit(
                dossier,
                Kinds.DOSSIER,
                Map.of("ended", station.now().toValue(), "endedWhy", Value.text(why.strip()))));
  }

  /**
   * Writes down something that was done.
   *
   * @throws CaseworkFault {@code CLOSED_FOR_GOOD} where the person has taken the agreement back
   */
  public RecordId add(RecordId dossier, Dossier.Deed deed) {
    Map<String, FieldState> known = openOne(dossier);
    RecordId person =
        Optional.ofNullable(known.get("person"))
            .map(FieldState::value)
            .flatMap(Value::asRef)
            .orElseThrow(Dossiers::missing);
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("dossier", Value.ref(dossier));
    fields.put("track", Value.text(deed.track().name()));
    fields.putAll(said(deed));
    fields.values().removeIf(Value.Nothing.HERE::equals);
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.DEED, station.scopeOf(person), fields));
    return id;
  }

  /** What can be written otherwise later; nothing where nothing is said. */
  private static Map<String, Value> said(Dossier.Deed deed) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("when", deed.when().typed().isBlank() ? Value.Nothing.HERE : deed.when().toValue());
    fields.put("what", Value.text(deed.what().strip()));
    fields.put("orderedBy", text(deed.orderedBy()));
    fields.put("threat", text(deed.threat()));
    fields.put("alternatives", text(deed.alternatives()));
    fields.put("coercion", Value.text(deed.coercion().name()));
    fields.put("link", text(deed.link()));
    fields.put("evidence", text(deed.evidence()));
    return fields;
  }

  private static Value text(String words) {
    return words.isBlank() ? Value.Nothing.HERE : Value.text(words.strip());
  }

  /**
   * Writes a line otherwise; what stood there stays in its history. Its track does not change.
   *
   * @throws CaseworkFault {@code CLOSED_FOR_GOOD} where the agreement was taken back; {@code
   *     NO_PROTECTION_KEY} for an officer who may not read it; {@code NOTHING_TO_SAVE} where it
   *     says the same
   */
  public Saved edit(RecordId line, Dossier.Deed deed) {
    Shown now = shown(line);
    return edit(line, now.deed(), deed, now.seen());
  }

  /** How a line stands: what it says, and by which versions. */
  public record Shown(Dossier.Deed deed, Map<String, Cases.Shown> fields) {
    public Seen seen() {
      return Cases.seen(fields);
    }

    @Override
    public String toString() {
      return "Shown";
    }
  }

  /**
   * Reads a line to write it otherwise.
   *
   * @throws CaseworkFault {@code NO_PROTECTION_KEY} for an officer who may not read it
   */
  public Shown shown(RecordId line) {
    if (!station.mayOpen(Compartment.PROTECTION)) {
      throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY);
    }
    Map<String, FieldState> fields = new ProtectedPart(station).fields(line);
    return new Shown(deed(fields).orElseThrow(Dossiers::missing), Cases.shown(fields));
  }

  /**
   * Writes a line otherwise that was looked at before: what was left alone is not written again,
   * and what came unseen stands beside what is written.
   *
   * @param stood what it said then
   */
  public Saved edit(RecordId line, Dossier.Deed stood, Dossier.Deed deed, Seen seen) {
    RecordId dossier =
        Optional.ofNullable(station.view().records().fields(line).get("dossier"))
            .map(FieldState::value)
            .flatMap(Value::asRef)
            .orElseThrow(Dossiers::missing);
    openOne(dossier);
    if (!station.mayOpen(Compartment.PROTECTION)) {
      throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY);
    }
    Map<String, Value> before = said(stood);
    Map<String, Value> changed = said(deed);
    changed.entrySet().removeIf(e -> e.getValue().equals(before.get(e.getKey())));
    if (changed.isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SAVE);
    }
    return ledger.write(new Act().edit(line, Kinds.DEED, changed, seen));
  }

  private Map<String, FieldState> openOne(RecordId dossier) {
    Map<String, FieldState> known = station.view().records().fields(dossier);
    if (!known.containsKey("person")) {
      throw missing();
    }
    if (known.containsKey("ended")) {
      throw new CaseworkFault(CaseworkFault.Code.CLOSED_FOR_GOOD);
    }
    return known;
  }

  private static CaseworkFault missing() {
    return new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
  }

  /** A day as well as it is known, from what was typed. */
  public PartialDate read(String typed) {
    return DateReader.date(typed);
  }

  /** Whether a person has a dossier that has not ended; says nothing of what stands in it. */
  public boolean any(RecordId person) {
    return current(person).isPresent();
  }

  /**
   * Opens the dossier of a person that has not ended; that it was looked at is written down once.
   *
   * @throws CaseworkFault {@code NO_PROTECTION_KEY} for an officer who may not read it
   */
  public Optional<Dossier> look(RecordId person) {
    Optional<Dossier> dossier = now(person);
    dossier.ifPresent(d -> audit.note(AuditEntry.Act.VIEWED, d.id()));
    return dossier;
  }

  /**
   * Reads the dossier of a person that has not ended, as after something was written into it;
   * nothing is noted.
   */
  public Optional<Dossier> now(RecordId person) {
    Optional<RecordId> id = current(person);
    if (id.isPresent() && !station.mayOpen(Compartment.PROTECTION)) {
      throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY);
    }
    return id.map(this::read);
  }

  private Optional<RecordId> current(RecordId person) {
    return station.view().records().pointingTo(person, "person").reversed().stream()
        .filter(r -> r.kind().equals("dossier"))
        .map(Records.Row::id)
        .filter(id -> !station.view().records().fields(id).containsKey("ended"))
        .findFirst();
  }

  /**
   * Whether versions of a dossier or of anything that stands in it differ: one of two values would
   * be read as the only one, so that it goes nowhere until that is decided.
   */
  public boolean undecided(RecordId dossier) {
    return Undecided.is(station, dossier)
        || lines(dossier).stream().anyMatch(line -> Undecided.is(station, line));
  }

  private List<RecordId> lines(RecordId dossier) {
    return station.view().records().pointingTo(dossier, "dossier").stream()
        .filter(r -> r.kind().equals(Kinds.DEED.key()))
        .map(Records.Row::id)
        .toList();
  }

  private Dossier read(RecordId id) {
    Map<String, FieldState> open = station.view().records().fields(id);
    Map<String, FieldState> safe = new ProtectedPart(station).fields(id);
    List<Dossier.Entry> deeds = new ArrayList<>();
    for (RecordId line : lines(id)) {
      Map<String, FieldState> fields = new ProtectedPart(station).fields(line);
      deed(fields).ifPresent(d -> deeds.add(new Dossier.Entry(line, d, Cases.differing(fields))));
    }
    deeds.sort(
        Comparator.comparing((Dossier.Entry e) -> undated(e))
            .thenComparing(e -> e.deed().when().earliest())
            .thenComparing(e -> e.deed().track()));
    return new Dossier(
        id,
        Stays.moment(open, "at").orElseGet(station::now),
        Stays.moment(open, "ended"),
        Stored.text(safe, "language").orElse(""),
        Stored.text(safe, "interpreter").orElse(""),
        Stored.text(safe, "counsel").orElse(""),
        Stored.text(safe, "noCounsel").orElse(""),
        deeds,
        Stream.of(open, safe).flatMap(f -> Cases.differing(f).stream()).toList());
  }

  private static boolean undated(Dossier.Entry e) {
    return e.deed().when().precision() == PartialDate.Precision.UNKNOWN;
  }

  private static Optional<Dossier.Deed> deed(Map<String, FieldState> f) {
    Optional<Dossier.Track> track = Stored.text(f, "track").flatMap(Dossier.Track::of);
    // Where one version says nothing the line stands with what another says.
    Optional<String> what =
        Optional.ofNullable(f.get("what")).stream()
            .flatMap(s -> s.values().stream())
            .flatMap(v -> v.asText().stream())
            .filter(w -> !w.isBlank())
            .findFirst();
    if (track.isEmpty() || what.isEmpty()) {
      return Optional.empty();
    }
    FieldState when = f.get("when");
    return Optional.of(
        new Dossier.Deed(
            track.get(),
            when == null ? PartialDate.unknown("") : PartialDate.of(when.value()),
            what.get(),
            Stored.text(f, "orderedBy").orElse(""),
            Stored.text(f, "threat").orElse(""),
            Stored.text(f, "alternatives").orElse(""),
            Dossier.Coercion.of(Stored.text(f, "coercion").orElse("")),
            Stored.text(f, "link").orElse(""),
            Stored.text(f, "evidence").orElse("")));
  }
}
