package org.sala.casework.house;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.HouseRows;

/** Where people stay: bed, freedom, telephone, whereabouts, visits, and what is next for each. */
public final class Stays {
  private static final int LONGEST = 366;

  private final Station station;
  private final Ledger ledger;

  public Stays(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * A stay begins.
   *
   * @throws CaseworkFault {@code ALREADY_DONE} where one is open
   */
  public RecordId begin(RecordId person, Stay.Placing placing) {
    if (current(person).isPresent()) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("state", Value.text(Stay.State.HERE.name()));
    fields.put("began", station.now().toValue());
    fields.put("since", station.now().toValue());
    fields.putAll(placed(placing));
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.STAY, station.scopeOf(person), fields));
    return id;
  }

  /** Writes down another bed or another freedom; empty where nothing is new. */
  public Optional<Saved> place(RecordId stay, Stay.Placing placing) {
    return place(stay, Map.of(), placing, read(stay).seen());
  }

  /**
   * Writes down another bed or another freedom, where the stay was looked at before: what was left
   * alone is not written again, whatever stands there by now.
   *
   * @param before how it stood then
   * @param seen by which versions; what came unseen stands beside what is written
   */
  public Optional<Saved> place(
      RecordId stay, Stay.Placing before, Stay.Placing placing, Seen seen) {
    return place(stay, placed(before), placing, seen);
  }

  private Optional<Saved> place(
      RecordId stay, Map<String, Value> before, Stay.Placing placing, Seen seen) {
    Map<String, FieldState> known = new ProtectedPart(station).fields(stay);
    Map<String, Value> fields = placed(placing);
    fields
        .entrySet()
        .removeIf(
            f -> {
              FieldState was = known.get(f.getKey());
              Value old = was == null ? Value.Nothing.HERE : was.value();
              boolean alone = f.getValue().equals(before.get(f.getKey()));
              boolean settled = was == null || !was.disputed();
              return alone || settled && old.equals(f.getValue());
            });
    return fields.isEmpty() ? Optional.empty() : Optional.of(edit(stay, fields, seen));
  }

  private static Map<String, Value> placed(Stay.Placing p) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("house", text(p.house()));
    fields.put("room", text(p.room()));
    fields.put("bed", text(p.bed()));
    fields.put("freedom", Value.text(p.freedom().name()));
    fields.put("freedomWhy", p.freedom().saysWhy() ? text(p.why()) : Value.Nothing.HERE);
    fields.put("phone", Value.text(p.phone().name()));
    fields.put("phoneWhy", p.phone().saysWhy() ? text(p.phoneWhy()) : Value.Nothing.HERE);
    return fields;
  }

  /**
   * Writes that somebody goes out, to hospital, elsewhere, or is back.
   *
   * @param where needed where the state {@linkplain Stay.State#saysWhere says where}
   */
  public Saved whereabouts(
      RecordId stay, Stay.State to, String where, Optional<Moment> expectedBack) {
    return whereabouts(stay, to, where, expectedBack, read(stay).seen());
  }

  /**
   * Writes that somebody goes out, to hospital, elsewhere, or is back, where the stay was looked at
   * before: what came unseen stands beside what is written.
   */
  public Saved whereabouts(
      RecordId stay, Stay.State to, String where, Optional<Moment> expectedBack, Seen seen) {
    if (to == Stay.State.OTHER || to.saysWhere() && where.isBlank()) {
      throw new IllegalArgumentException("it says where");
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("state", Value.text(to.name()));
    fields.put("since", station.now().toValue());
    fields.put("expected", expectedBack.map(Moment::toValue).orElse(Value.Nothing.HERE));
    fields.put("where", text(where));
    fields.put("ended", to.ends() ? station.now().toValue() : Value.Nothing.HERE);
    return edit(stay, fields, seen);
  }

  /** Days of recovery and reflection, counted from the first day of the stay. */
  public Saved reflect(RecordId stay, int days) {
    if (days < 1 || days > LONGEST) {
      throw new IllegalArgumentException("days are counted from 1 to a year");
    }
    Moment from =
        Optional.ofNullable(station.view().records().fields(stay).get("began"))
            .flatMap(f -> Moment.of(f.value()))
            .orElseGet(station::now);
    return edit(stay, Map.of("reflection", from.toValue(), "reflectionDays", Value.whole(days)));
  }

  /** What is next for somebody, by when, and who sees to it. */
  public Saved next(RecordId stay, String words, Optional<Moment> due, String by) {
    return next(stay, words, due, by, read(stay).seen());
  }

  /**
   * Writes what is next for somebody, where the stay was looked at before: what came unseen stands
   * beside what is written.
   */
  public Saved next(RecordId stay, String words, Optional<Moment> due, String by, Seen seen) {
    if (words.isBlank() || by.isBlank()) {
      throw new IllegalArgumentException("a step says what, and who sees to it");
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("step", text(words));
    fields.put("stepDue", due.map(Moment::toValue).orElse(Value.Nothing.HERE));
    fields.put("stepBy", text(by));
    return edit(stay, fields, seen);
  }

  /** Writes down that the next step was done. */
  public Saved done(RecordId stay) {
    return done(stay, read(stay).seen());
  }

  /** What was looked at was done; another step that came since is not taken away with it. */
  public Saved done(RecordId stay, Seen seen) {
    return edit(
        stay,
        Map.of(
            "step",
            Value.Nothing.HERE,
            "stepDue",
            Value.Nothing.HERE,
            "stepBy",
            Value.Nothing.HERE),
        seen);
  }

  /** Writes down that somebody visits. */
  public Saved visited(RecordId stay, String who, boolean wanted) {
    if (who.isBlank()) {
      throw new IllegalArgumentException("a visitor is somebody");
    }
    return edit(
        stay,
        Map.of(
            "visit/" + station.ids().record(),
            Value.parts(
                Map.of(
                    "who",
                    who.strip(),
                    "wanted",
                    wanted ? "yes" : "no",
                    "from",
                    station.now().toString()))));
  }

  /** A visitor has gone. */
  public Saved visitOver(RecordId stay, Stay.Visit visit) {
    return edit(
        stay,
        Map.of(
            "visit/" + visit.element(),
            Value.parts(
                Map.of(
                    "who",
                    visit.who(),
                    "wanted",
                    visit.wanted() ? "yes" : "no",
                    "from",
                    visit.from(),
                    "until",
                    station.now().toString()))));
  }

  private Saved edit(RecordId stay, Map<String, Value> fields) {
    return edit(stay, fields, read(stay).seen());
  }

  private Saved edit(RecordId stay, Map<String, Value> fields, Seen seen) {
    if (station.view().house().stay(stay).isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    return ledger.write(new Act().edit(stay, Kinds.STAY, fields, seen));
  }

  private Stay read(RecordId stay) {
    return station
        .view()
        .house()
        .stay(stay)
        .map(this::read)
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  private static Value text(String words) {
    return words.isBlank() ? Value.Nothing.HERE : Value.text(words.strip());
  }

  /** The stay of a person that has not ended. */
  public Optional<Stay> current(RecordId person) {
    return station.view().house().last(person).filter(s -> !s.ended()).map(this::read);
  }

  /** The last stay of a person, also one that has ended. */
  public Optional<Stay> last(RecordId person) {
    return station.view().house().last(person).map(this::read);
  }

  Stay read(HouseRows.Stay row) {
    Map<String, FieldState> open = station.view().records().fields(row.id());
    Map<String, FieldState> safe = new ProtectedPart(station).fields(row.id());
    Map<String, FieldState> all = new LinkedHashMap<>(open);
    all.putAll(safe);
    Optional<String> step = Stored.text(safe, "step");
    Optional<Moment> due = moment(open, "stepDue");
    String by = Stored.text(open, "stepBy").orElse("");
    return new Stay(
        row.id(),
        row.person(),
        Stay.State.of(row.state()),
        moment(open, "began"),
        moment(open, "since"),
        moment(open, "expected"),
        reflection(open),
        step.isPresent() || due.isPresent() || !by.isEmpty()
            ? Optional.of(new Stay.Step(step.orElse(""), due, by))
            : Optional.empty(),
        station.mayOpen(Compartment.PROTECTION) ? Optional.of(living(safe)) : Optional.empty(),
        Cases.shown(all));
  }

  private static Optional<Stay.Reflection> reflection(Map<String, FieldState> open) {
    FieldState days = open.get("reflectionDays");
    return moment(open, "reflection")
        .filter(m -> days != null && days.value() instanceof Value.Whole)
        .map(
            m ->
                new Stay.Reflection(
                    m.local().toLocalDate(),
                    days != null && days.value() instanceof Value.Whole w ? w.number() : 0));
  }

  private static Stay.Living living(Map<String, FieldState> safe) {
    String why = Stored.text(safe, "freedomWhy").orElse("");
    String phoneWhy = Stored.text(safe, "phoneWhy").orElse("");
    Stay.Freedom freedom =
        Stored.text(safe, "freedom").flatMap(Stay.Freedom::of).orElse(Stay.Freedom.FREE);
    Stay.Phone phone = Stored.text(safe, "phone").flatMap(Stay.Phone::of).orElse(Stay.Phone.OWN);
    List<Stay.Visit> visits = new ArrayList<>();
    safe.forEach(
        (key, state) -> {
          if (key.startsWith("visit/") && state.value() instanceof Value.Parts p) {
            visits.add(
                new Stay.Visit(
                    key.substring("visit/".length()),
                    p.text("who").orElse(""),
                    p.text("wanted").orElse("").equals("yes"),
                    p.text("from").orElse(""),
                    p.text("until").orElse("")));
          }
        });
    visits.sort(Comparator.comparing((Stay.Visit v) -> when(v.from())));
    return new Stay.Living(
        new Stay.Placing(
            Stored.text(safe, "house").orElse(""),
            Stored.text(safe, "room").orElse(""),
            Stored.text(safe, "bed").orElse(""),
            freedom,
            // A reason that another station left out is not made up here.
            freedom.saysWhy() && why.isEmpty() ? "?" : why,
            phone,
            phone.saysWhy() && phoneWhy.isEmpty() ? "?" : phoneWhy),
        Stored.text(safe, "where").orElse(""),
        visits);
  }

  private static Instant when(String text) {
    return Moment.of(Value.text(text)).map(Moment::instant).orElse(Instant.EPOCH);
  }

  public static Optional<Moment> moment(Map<String, FieldState> fields, String key) {
    return Optional.ofNullable(fields.get(key)).map(FieldState::value).flatMap(Moment::of);
  }
}
