package org.sala.casework.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sala.casework.people.People;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Act;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.AskIn;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;
import org.sala.form.Indicator;
import org.sala.merge.FieldState;
import org.sala.practice.Agreement;
import org.sala.practice.Score;
import org.sala.practice.Script;
import org.sala.practice.Scripts;
import org.sala.store.Records;

/**
 * A workspace for practice: its people are invented and speak from scripts, its interviews are held
 * on the very screens of the work, and only here an interview has a score.
 */
public final class Practice {
  private static final String SCRIPT = "script";
  private static final String LED = "led/";

  private final Station station;
  private final Ledger ledger;
  private final People people;
  private final Screenings screenings;
  private final Officers officers;

  public Practice(
      Station station, Ledger ledger, People people, Screenings screenings, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.people = people;
    this.screenings = screenings;
    this.officers = officers;
  }

  /** Whether this workspace is for practice. */
  public boolean here() {
    return station.practice();
  }

  /** An invented person who is here. */
  public record Partner(Script script, People.PersonLine person) {
    @Override
    public String toString() {
      return "Partner[" + script.id() + "]";
    }
  }

  /**
   * One interview that was practised.
   *
   * @param by who held it
   * @param score empty while the questions are not over: no score steers an interview
   */
  public record Round(
      Screenings.Line line, Script script, String by, boolean mine, Optional<Score> score) {
    @Override
    public String toString() {
      return "Round[" + line.id() + "]";
    }
  }

  /** Brings the invented people who are not here yet; each is registered as anybody would be. */
  public void bringThem() {
    need();
    Set<String> there = new LinkedHashSet<>();
    partners().forEach(p -> there.add(p.script().id()));
    Act act = new Act();
    for (Script s : Scripts.all()) {
      if (!there.contains(s.id())) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("wristband", Value.text("P-" + (Scripts.all().indexOf(s) + 1)));
        fields.put(
            "name/" + station.ids().record(),
            Value.parts(Map.of("text", s.name().in("th"), "roman", s.name().in("en"))));
        fields.put("birth", people.readBirth(String.valueOf(s.years())).toValue());
        fields.put("sex", Value.text(s.sex()));
        fields.put("language/" + s.language(), Value.flag(true));
        fields.put("arrived", station.now().toValue());
        fields.put(SCRIPT, Value.text(s.id()));
        act.make(station.ids().record(), Kinds.PERSON, station.ids().scope(), fields);
      }
    }
    if (there.size() < Scripts.all().size()) {
      ledger.write(act);
    }
  }

  /** The invented people of this station, in the order in which they are practised. */
  public List<Partner> partners() {
    List<Partner> all = new ArrayList<>();
    for (Records.Row row : station.view().records().ofKind(Kinds.PERSON.key())) {
      of(row.id())
          .filter(s -> first(row.id()).station().equals(station.identity().station()))
          .ifPresent(s -> people.find(row.id()).ifPresent(p -> all.add(new Partner(s, p))));
    }
    all.sort(Comparator.comparingInt(p -> Scripts.all().indexOf(p.script())));
    return all;
  }

  /** What a person speaks from; empty for anybody who is not invented. */
  public Optional<Script> of(RecordId person) {
    return here()
        ? Stored.text(station.view().records().fields(person), SCRIPT).flatMap(Scripts::find)
        : Optional.empty();
  }

  /** Writes down that a leading question was chosen; the person has answered it as led. */
  public Saved led(RecordId screening, Indicator indicator) {
    need();
    boolean open =
        screenings.find(screening).filter(l -> l.state() == Screenings.State.OPEN).isPresent();
    if (!open) {
      throw new CaseworkFault(CaseworkFault.Code.CLOSED_FOR_GOOD);
    }
    return ledger.write(
        new Act()
            .edit(
                screening,
                Kinds.SCREENING,
                Map.of(LED + indicator.node(), station.now().toValue())));
  }

  /** Returns all interviews with invented people, the last first; those of other stations too. */
  public List<Round> rounds() {
    List<Round> rounds = new ArrayList<>();
    for (Records.Row row : station.view().records().ofKind(Kinds.SCREENING.key())) {
      screenings.find(row.id()).flatMap(this::round).ifPresent(rounds::add);
    }
    rounds.sort(Comparator.comparing((Round r) -> r.line().beganMillis().orElse(0L)).reversed());
    return rounds;
  }

  /** Returns one interview with an invented person; empty where the screening is none. */
  public Optional<Round> round(RecordId screening) {
    return screenings.find(screening).flatMap(this::round);
  }

  private Optional<Round> round(Screenings.Line line) {
    return of(line.person())
        .map(
            s ->
                new Round(
                    line,
                    s,
                    officers.names().getOrDefault(author(line), ""),
                    author(line).equals(station.me()),
                    over(line) ? Optional.of(score(line, s)) : Optional.empty()));
  }

  private static boolean over(Screenings.Line line) {
    return line.state() == Screenings.State.REVIEW || line.state() == Screenings.State.CLOSED;
  }

  private Fingerprint author(Screenings.Line line) {
    return first(line.id()).author();
  }

  private Records.RevisionRow first(RecordId record) {
    return Begun.row(station, record).orElseThrow();
  }

  private Score score(Screenings.Line line, Script script) {
    Map<String, FieldState> fields = station.view().records().fields(line.id());
    Catalogue catalogue = BuiltIn.newest(script.catalogue());
    Set<String> led = new TreeSet<>();
    for (Indicator i : catalogue.indicators()) {
      if (fields.containsKey(LED + i.node())) {
        led.add(i.code());
      }
    }
    return Score.of(script, catalogue, marks(line, catalogue), led, time(line, fields));
  }

  private Map<String, String> marks(Screenings.Line line, Catalogue catalogue) {
    ScreeningPage page = screenings.page(line.id());
    Map<String, String> marks = new LinkedHashMap<>();
    for (Indicator i : catalogue.indicators()) {
      String code = page.at(catalogue.path(i)).code();
      if (!code.isEmpty()) {
        marks.put(i.code(), code);
      }
    }
    return marks;
  }

  /**
   * Returns the time from a screening's beginning to the first look at its result, without breaks.
   */
  private static Duration time(Screenings.Line line, Map<String, FieldState> fields) {
    List<Instant> results = moments(fields, "resultOpened/");
    if (line.beganMillis().isEmpty() || results.isEmpty()) {
      return Duration.ZERO;
    }
    Instant end = results.getFirst();
    Duration time = Duration.between(Instant.ofEpochMilli(line.beganMillis().get()), end);
    List<Instant> resumed = moments(fields, "resumed/");
    for (Instant paused : moments(fields, "paused/")) {
      Optional<Instant> on = resumed.stream().filter(r -> r.isAfter(paused)).findFirst();
      if (on.isPresent() && on.get().isBefore(end)) {
        time = time.minus(Duration.between(paused, on.get()));
      }
    }
    return time.isNegative() ? Duration.ZERO : time;
  }

  private static List<Instant> moments(Map<String, FieldState> fields, String family) {
    return fields.values().stream()
        .filter(f -> f.key().startsWith(family))
        .flatMap(f -> Moment.of(f.value()).stream())
        .map(Moment::instant)
        .sorted()
        .toList();
  }

  /** How far the officers agree whose interviews are here, over what a first screening asks. */
  public Agreement agreement() {
    need();
    Catalogue catalogue = BuiltIn.newest("scam-compound");
    List<Agreement.Held> held = new ArrayList<>();
    for (Round r : rounds().reversed()) {
      if (over(r.line())) {
        held.add(
            new Agreement.Held(
                author(r.line()).hex(), r.script().id(), marks(r.line(), catalogue)));
      }
    }
    return Agreement.of(
        held,
        catalogue.indicators().stream()
            .filter(i -> i.askIn() == AskIn.FIRST)
            .map(Indicator::code)
            .toList());
  }

  private void need() {
    if (!here()) {
      throw new CaseworkFault(CaseworkFault.Code.PRACTICE_AND_WORK);
    }
  }
}
