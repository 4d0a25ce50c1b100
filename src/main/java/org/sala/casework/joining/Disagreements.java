package org.sala.casework.joining;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.people.People;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Seconds;
import org.sala.casework.station.Settling;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.SigningKey;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.DisputeRows;
import org.sala.store.Records;

/**
 * What stations wrote differently about the same record. Headquarters decides, with a reason; the
 * decision is a change on top of all versions, which stay in the history.
 */
public final class Disagreements {
  private final Station station;
  private final Ledger ledger;
  private final Officers officers;
  private final People people;

  public Disagreements(Station station, Ledger ledger, Officers officers, People people) {
    this.station = station;
    this.ledger = ledger;
    this.officers = officers;
    this.people = people;
  }

  /** What came of a decision. */
  public enum Decided {
    DONE,
    WRONG_PASSPHRASE,
    SAME_OFFICER,
    /** The second officer has no certificate, and no station would believe the decision. */
    NOT_CERTIFIED
  }

  /** The records that wait for a decision, the last changed first. */
  public List<RecordId> open() {
    return List.copyOf(waiting(station));
  }

  /** Those of them of which a station wrote one of the versions; of whomever where it is empty. */
  public List<RecordId> open(Optional<StationId> of) {
    Set<RecordId> waiting = waiting(station);
    of.ifPresent(
        s ->
            waiting.retainAll(
                station.view().arrivals().versionsOf(waiting).getOrDefault(s, Set.of())));
    return List.copyOf(waiting);
  }

  /** What a list shows of them, the last changed first; so many and no more. */
  public List<OpenDisagreement> list(Optional<StationId> of, int most) {
    return new OpenDisagreements(station, people).first(Set.copyOf(open(of)), most);
  }

  /**
   * Returns the records that wait for a decision, asked of the view alone: also what differs in a
   * protected part that whoever asks may not open, so that somebody is called who may.
   */
  public static Set<RecordId> waiting(Station station) {
    Set<RecordId> open = new LinkedHashSet<>();
    for (DisputeRows.Dispute d : station.view().disputes().all()) {
      if (Settling.isDecided(station, d)) {
        open.add(d.record());
      }
    }
    return open;
  }

  /**
   * Returns the records that wait for a decision and are no people's, and of which kind each is.
   */
  public static Map<RecordId, String> apartFromPeople(Station station) {
    Map<RecordId, String> kinds = new LinkedHashMap<>();
    for (DisputeRows.Dispute d : station.view().disputes().all()) {
      if (!d.kind().equals(Kinds.PERSON.key()) && Settling.isDecided(station, d)) {
        kinds.put(d.record(), d.kind());
      }
    }
    return kinds;
  }

  /** What is to be decided of a record; empty for one that nobody knows, or of a newer kind. */
  public Optional<Disagreement> of(RecordId record) {
    Optional<Records.Row> row = station.view().records().find(record);
    Optional<Kind> kind = row.flatMap(r -> Kinds.find(r.kind()));
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Map<String, FieldState> fields = station.view().records().fields(record);
    Optional<RecordId> person =
        kind.get().equals(Kinds.PERSON) ? Optional.of(record) : Stored.record(fields, "person");
    Versions versions = new Versions(station, kind.get(), record, new Provenance(station));
    boolean hidden =
        !station.mayOpen(Compartment.PROTECTION) && station.view().disputes().isApart(record);
    return Optional.of(
        new Disagreement(
            record,
            kind.get().key(),
            number(record, person),
            person,
            person.flatMap(people::find).filter(People.PersonLine::possiblyChild).isPresent(),
            versions.points(),
            versions.joined(),
            hidden));
  }

  private String number(RecordId record, Optional<RecordId> person) {
    return person
        .map(p -> Stored.number(station, p, "wristband"))
        .orElseGet(() -> Stored.number(station, record, "number"));
  }

  /**
   * Decides some of the fields; the others stay open. What protects somebody is decided by two: see
   * {@link #decideByTwo}.
   *
   * @param choices by field
   * @throws CaseworkFault {@code CHANGED_SINCE} where a version that was shown is none any more
   */
  public void decide(RecordId record, Map<String, Choice> choices, String reason) {
    decide(known(record), choices, reason);
  }

  /**
   * Decides some of the fields of what was looked at before; the others stay open.
   *
   * @throws CaseworkFault {@code CHANGED_SINCE} also where a version has come that was not shown:
   *     it would be decided away unread
   */
  public void decide(Disagreement shown, Map<String, Choice> choices, String reason) {
    Standing now = now(shown, choices, reason);
    if (now.what().byTwo(choices.keySet())) {
      throw new CaseworkFault(CaseworkFault.Code.PROTECTS);
    }
    ledger.write(act(now, choices, reason));
  }

  /**
   * Decides some of the fields, signed by a second officer with the own key, opened at this moment
   * and forgotten. While it waits, every protective reading of the versions holds.
   */
  public Decided decideByTwo(
      RecordId record,
      Map<String, Choice> choices,
      String reason,
      String handle,
      char[] passphrase) {
    return decideByTwo(known(record), choices, reason, handle, passphrase);
  }

  /** Decides some of the fields of what was looked at before, signed by a second officer. */
  public Decided decideByTwo(
      Disagreement shown,
      Map<String, Choice> choices,
      String reason,
      String handle,
      char[] passphrase) {
    now(shown, choices, reason);
    Optional<SigningKey> second = officers.second(handle, passphrase);
    if (second.isEmpty()) {
      return Decided.WRONG_PASSPHRASE;
    }
    Fingerprint key = new Fingerprint(second.get().verifying().fingerprint());
    if (key.equals(station.me())) {
      return Decided.SAME_OFFICER;
    }
    if (!new Seconds(station, officers).counts(key)) {
      return Decided.NOT_CERTIFIED;
    }
    // Opening the key takes a second, in which a package may have brought one more version.
    ledger.write(act(now(shown, choices, reason), choices, reason), second.get());
    return Decided.DONE;
  }

  private Disagreement known(RecordId record) {
    return of(record).orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  /**
   * A disagreement that was made sure of.
   *
   * @param on the heads of its record, read before its versions were: what comes while they are
   *     compared is not decided with them
   */
  private record Standing(Disagreement what, Map<Compartment, List<RevisionId>> on) {}

  private Standing now(Disagreement shown, Map<String, Choice> choices, String reason) {
    if (!station.state().flag("isHeadquarters")) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_HEADQUARTERS);
    }
    if (reason.isBlank() || choices.isEmpty()) {
      throw new IllegalArgumentException("something is decided, and it says why");
    }
    Map<Compartment, List<RevisionId>> on = new EnumMap<>(Compartment.class);
    for (Compartment c : Compartment.values()) {
      on.put(c, station.view().records().heads(shown.record(), c));
    }
    Disagreement now = known(shown.record());
    Map<String, Set<RevisionId>> versions = versions(now);
    Map<String, Set<RevisionId>> seen = versions(shown);
    for (String key : choices.keySet()) {
      if (!versions.containsKey(key) || !versions.get(key).equals(seen.get(key))) {
        throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
      }
    }
    return new Standing(now, on);
  }

  private static Map<String, Set<RevisionId>> versions(Disagreement d) {
    return d.points().stream()
        .collect(
            Collectors.toMap(
                Disagreement.Point::key,
                p ->
                    p.voices().stream()
                        .map(Disagreement.Voice::version)
                        .collect(Collectors.toSet()),
                (open, safe) -> {
                  Set<RevisionId> both = new LinkedHashSet<>(open);
                  both.addAll(safe);
                  return both;
                }));
  }

  private Act act(Standing now, Map<String, Choice> choices, String reason) {
    Disagreement d = now.what();
    Map<String, Value> fields = new LinkedHashMap<>();
    Map<String, Compartment> compartments = new LinkedHashMap<>();
    for (Disagreement.Point p : d.points()) {
      Optional.ofNullable(choices.get(p.key()))
          .ifPresent(
              choice -> {
                fields.put(p.key(), value(p, choice));
                compartments.put(p.key(), p.compartment());
              });
    }
    return new Act()
        .editOn(now.on(), d.record(), Kinds.find(d.kind()).orElseThrow(), fields, compartments)
        .make(
            station.ids().record(),
            Kinds.DECISION,
            station.scope(),
            Map.of(
                "record", Value.ref(d.record()),
                "proposer", Value.text(station.me().hex()),
                "at", station.now().toValue()))
        .because(reason.strip());
  }

  private static Value value(Disagreement.Point point, Choice choice) {
    return switch (choice) {
      case Choice.Keep keep ->
          point.voices().stream()
              .filter(v -> v.version().equals(keep.version()))
              .map(Disagreement.Voice::value)
              .findFirst()
              .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE));
      case Choice.Other other -> {
        if (!point.free() || other.text().isBlank()) {
          throw new IllegalArgumentException("another text only where texts stand");
        }
        yield Value.text(other.text().strip());
      }
    };
  }
}
