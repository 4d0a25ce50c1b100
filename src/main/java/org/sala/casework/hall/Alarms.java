package org.sala.casework.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.casework.people.OpenUrgencies;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.ChangeId;
import org.sala.domain.DomainFault;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Need;
import org.sala.store.PersonRows;
import org.sala.store.Records;

/**
 * Dangers that every laptop of the hall has to know of. An alarm says as much as somebody needs to
 * run: a number, since when, who has taken it on. It ends where it was raised, once it is written
 * there who was told; what is written elsewhere is shown there and ends nothing.
 */
public final class Alarms {
  private static final String DANGER = "danger";

  /** Nobody of an older night is called. */
  private static final Duration NEWS = Duration.ofHours(24);

  /** More people in danger at once than anybody can look at. */
  private static final int MOST = 10_000;

  /** An act about more records than this is an import. */
  private static final int AN_ACT = 50;

  private final Station station;
  private final Ledger ledger;
  private final People people;
  private final Officers officers;

  public Alarms(Station station, Ledger ledger, People people, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.people = people;
    this.officers = officers;
  }

  /** Whether an act may have raised, answered or ended one. */
  public boolean concerns(Saved saved) {
    return saved.records().size() <= AN_ACT
        && saved.records().stream()
            .flatMap(r -> station.view().records().find(r).stream())
            .anyMatch(r -> r.kind().equals("triage") || r.kind().equals(Kinds.ALARM.key()));
  }

  /** Returns all alarms that have not ended, the oldest first. */
  public List<Alarm> open() {
    List<Alarm> all = new ArrayList<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.ALARM.key())
        .forEach(
            (id, f) -> {
              Authors authors = new Authors(id);
              if (!isEnded(f, authors)) {
                read(id, f, authors).ifPresent(all::add);
              }
            });
    all.sort(Comparator.comparing(a -> a.since().instant()));
    return all;
  }

  /**
   * Returns the alarms of other laptops of which nothing is known here but the alarm, and nobody
   * was told.
   */
  public List<Alarm> elsewhere() {
    return open().stream()
        .filter(a -> !a.ours() && a.told().isEmpty())
        .filter(a -> people.find(a.person()).filter(p -> inDanger(p.urgency())).isEmpty())
        .toList();
  }

  /** Finds which station wrote a field, asked for only where it matters. */
  private final class Authors {
    private final RecordId alarm;
    private Map<RevisionId, StationId> known = Map.of();

    Authors(RecordId alarm) {
      this.alarm = alarm;
    }

    boolean wrote(Optional<StationId> who, @Nullable FieldState field) {
      if (field == null || who.isEmpty()) {
        return false;
      }
      if (known.isEmpty()) {
        known =
            station.view().records().revisions(alarm).stream()
                .collect(Collectors.toMap(Records.RevisionRow::id, Records.RevisionRow::station));
      }
      return field.versions().stream().anyMatch(v -> who.get().equals(known.get(v.revision())));
    }
  }

  /**
   * Returns whether an alarm has ended: only who has raised one ends it; whatever else a laptop
   * writes silences nobody.
   */
  private boolean isEnded(Map<String, FieldState> f, Authors authors) {
    if (!f.containsKey("ended")) {
      return false;
    }
    Instant longAgo = station.now().instant().minus(NEWS.multipliedBy(2));
    boolean old = moment(f, "since").filter(m -> m.instant().isBefore(longAgo)).isPresent();
    return old || authors.wrote(stationIn(f), f.get("ended"));
  }

  private static Optional<Moment> moment(Map<String, FieldState> f, String key) {
    return Optional.ofNullable(f.get(key)).flatMap(s -> Moment.of(s.value()));
  }

  private static Optional<StationId> stationIn(Map<String, FieldState> f) {
    return Stored.text(f, "from").flatMap(Alarms::station);
  }

  /** Reads a station's id; empty for what is no station, which another laptop may have written. */
  private static Optional<StationId> station(String text) {
    try {
      return Optional.of(StationId.of(text));
    } catch (DomainFault e) {
      return Optional.empty();
    }
  }

  private Optional<Alarm> read(RecordId id, Map<String, FieldState> f, Authors authors) {
    Optional<RecordId> person =
        Optional.ofNullable(f.get("person")).flatMap(s -> s.value().asRef());
    Optional<Moment> since = moment(f, "since");
    Optional<StationId> raised =
        stationIn(f).filter(s -> authors.wrote(Optional.of(s), f.get("from")));
    if (person.isEmpty() || since.isEmpty() || raised.isEmpty()) {
      // An answer came before what it answers, or somebody wrote it in another's name.
      return Optional.empty();
    }
    StationId from = raised.get();
    return Optional.of(
        new Alarm(
            id,
            person.get(),
            Stored.text(f, "number").orElse(""),
            from.equals(station.identity().station()),
            name(from),
            since.get(),
            answers(f, "takenBy", "takenAt", authors),
            answers(f, "toldBy", "toldAt", authors).stream().findFirst()));
  }

  /** The name of another station; nothing for this one. */
  private String name(StationId of) {
    return of.equals(station.identity().station())
        ? ""
        : new Roster(station.state()).nameOf(of.toString());
  }

  /** Each station's own word; what one wrote in another's name is left out. */
  private List<Alarm.Answer> answers(
      Map<String, FieldState> f, String by, String at, Authors authors) {
    List<Alarm.Answer> all = new ArrayList<>();
    for (Map.Entry<String, FieldState> e : f.entrySet()) {
      if (e.getKey().startsWith(by + "/")) {
        Optional<StationId> from = station(e.getKey().substring(by.length() + 1));
        Optional<Moment> when = from.flatMap(s -> moment(f, at + "/" + s));
        Optional<String> who = Stored.text(f, e.getKey());
        if (when.isPresent() && who.isPresent() && authors.wrote(from, e.getValue())) {
          all.add(new Alarm.Answer(who.get(), name(from.orElseThrow()), when.get()));
        }
      }
    }
    all.sort(Comparator.comparing(a -> a.at().instant()));
    return all;
  }

  /** Takes one on, for all laptops to see; it stands until somebody was told. */
  public Saved take(RecordId alarm) {
    String here = station.identity().station().toString();
    return write(
        alarm,
        Map.of(
            "takenBy/" + here, Value.text(officers.me()),
            "takenAt/" + here, station.now().toValue()));
  }

  /**
   * Writes down on another laptop that somebody was told. To whom and how stays here; where the
   * alarm was raised it is shown that it was done.
   *
   * @param words who was told, and how
   */
  public Saved told(RecordId alarm, String words, Moment at) {
    if (words.isBlank()) {
      throw new IllegalArgumentException("somebody was told");
    }
    String here = station.identity().station().toString();
    return write(
        alarm,
        Map.of(
            "told/" + here, Value.text(words.strip()),
            "toldBy/" + here, Value.text(officers.me()),
            "toldAt/" + here, at.toValue()));
  }

  private Saved write(RecordId alarm, Map<String, Value> fields) {
    boolean known =
        station
            .view()
            .records()
            .find(alarm)
            .filter(r -> r.kind().equals(Kinds.ALARM.key()))
            .isPresent();
    if (!known) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    return ledger.write(new Act().edit(alarm, Kinds.ALARM, fields));
  }

  /**
   * Makes an alarm of each danger that this laptop has raised and nobody was told of, and ends the
   * alarms of those of whom somebody was. Doing it again does nothing.
   */
  public void settle() {
    List<Alarm> open = open();
    Act act = new Act();
    for (PersonRows.Row row : station.view().people().needing(Need.DANGER, MOST)) {
      boolean known = open.stream().anyMatch(a -> a.person().equals(row.id()));
      if (inDanger(row.urgency()) && !known && raisedHere(row.id())) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("from", Value.text(station.identity().station().toString()));
        fields.put("person", Value.ref(row.id()));
        Stored.put(fields, "number", people.line(row).wristband());
        fields.put("code", Value.text(DANGER));
        fields.put("since", station.now().toValue());
        act.make(station.ids().record(), Kinds.ALARM, station.scope(), fields);
      }
    }
    for (Alarm a : open) {
      boolean over = people.find(a.person()).filter(p -> inDanger(p.urgency())).isEmpty();
      if (a.ours() && over) {
        act.edit(a.id(), Kinds.ALARM, Map.of("ended", station.now().toValue()));
      }
    }
    if (!act.parts().isEmpty()) {
      ledger.write(act);
    }
  }

  private static boolean inDanger(String urgency) {
    return Set.of(urgency.split(" ", -1)).contains(DANGER);
  }

  /** What another laptop has raised it tells of itself. */
  private boolean raisedHere(RecordId person) {
    return new OpenUrgencies(station)
        .of(person).values().stream()
            .anyMatch(
                open -> open.getOrDefault(DANGER, Set.of()).contains(station.identity().station()));
  }

  /** What this laptop has written about alarms of this night, in its order. */
  public List<ChangeId> written() {
    Instant after = station.now().instant().minus(NEWS);
    List<Records.RevisionRow> rows = new ArrayList<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.ALARM.key())
        .forEach(
            (id, f) -> {
              if (moment(f, "since").filter(m -> m.instant().isAfter(after)).isPresent()) {
                rows.addAll(station.view().records().revisions(id));
              }
            });
    return rows.stream()
        .filter(r -> r.station().equals(station.identity().station()))
        .sorted(Comparator.comparingLong(Records.RevisionRow::sequence))
        .map(Records.RevisionRow::change)
        .distinct()
        .toList();
  }
}
