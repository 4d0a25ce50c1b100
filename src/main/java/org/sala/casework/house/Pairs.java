package org.sala.casework.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Seconds;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.SigningKey;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.merge.Ancestry;
import org.sala.merge.FieldState;
import org.sala.merge.Version;
import org.sala.store.HouseRows;
import org.sala.store.Records;

/**
 * Two people: kept apart, or an adult whose bond to a child was verified. Keeping apart counts at
 * once; ending it, and letting a child be with an adult, wait for a second officer's own signature.
 */
public final class Pairs {
  /** What two people have to do with each other. */
  public enum How {
    APART,
    VERIFIED;

    /** Reads how two belong to each other: only what this program understands is acted upon. */
    static Optional<How> of(String code) {
      for (How h : values()) {
        if (h.name().equals(code)) {
          return Optional.of(h);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * One pair.
   *
   * @param inForce whether it counts now
   * @param waits whether it waits for a second officer
   * @param reason empty where this officer may not read it
   */
  public record Pair(
      RecordId id,
      RecordId person,
      RecordId other,
      How how,
      boolean inForce,
      boolean waits,
      String reason) {
    /** Returns the one of the two that is not this one. */
    public RecordId besides(RecordId one) {
      return person.equals(one) ? other : person;
    }

    @Override
    public String toString() {
      return "Pair[" + how + "]";
    }
  }

  private final Station station;
  private final Ledger ledger;
  private final People people;
  private final Officers officers;

  public Pairs(Station station, Ledger ledger, People people, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.people = people;
    this.officers = officers;
  }

  /** Keeps two people apart from now on; it counts for both. */
  public RecordId apart(RecordId person, RecordId other, String reason) {
    return make(person, other, How.APART, reason);
  }

  /**
   * An adult may be with a child, once a second officer has agreed.
   *
   * @param reason what was verified, and how
   */
  public RecordId verified(RecordId child, RecordId adult, String reason) {
    return make(child, adult, How.VERIFIED, reason);
  }

  private RecordId make(RecordId person, RecordId other, How how, String reason) {
    if (person.equals(other) || reason.isBlank()) {
      throw new IllegalArgumentException("a pair is two people, and has a reason");
    }
    station.scopeOf(other);
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("other", Value.ref(other));
    fields.put("how", Value.text(how.name()));
    fields.put("at", station.now().toValue());
    fields.put("reason", Value.text(reason.strip()));
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.PAIR, station.scopeOf(person), fields));
    return id;
  }

  /** Ends a pair: a bond at once, keeping apart only once a second officer has agreed. */
  public Saved end(RecordId pair, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("it says why");
    }
    row(pair);
    return ledger.write(
        new Act()
            .edit(
                pair,
                Kinds.PAIR,
                Map.of("ended", station.now().toValue(), "endedWhy", Value.text(reason.strip()))));
  }

  /** A second officer agrees, with the own key, opened at this moment and forgotten again. */
  public Findings.Confirmed agree(RecordId pair, String handle, char[] passphrase) {
    Optional<SigningKey> second = officers.second(handle, passphrase);
    if (second.isEmpty()) {
      return Findings.Confirmed.WRONG_PASSPHRASE;
    }
    HouseRows.Pair row = row(pair);
    Fingerprint key = new Fingerprint(second.get().verifying().fingerprint());
    Set<Fingerprint> asked = asked(row);
    if (asked.contains(key)) {
      return Findings.Confirmed.SAME_OFFICER;
    }
    Seconds seconds = new Seconds(station, officers);
    if (!seconds.maySign(key) || !asked.stream().allMatch(seconds::maySign)) {
      return Findings.Confirmed.NOT_CERTIFIED;
    }
    ledger.write(
        new Act().edit(pair, Kinds.PAIR, Map.of("agreed", station.now().toValue())), second.get());
    return Findings.Confirmed.DONE;
  }

  private HouseRows.Pair row(RecordId pair) {
    return station
        .view()
        .house()
        .pair(pair)
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  /** The pairs that any of these people are in and that are in force or wait. */
  public List<Pair> of(Set<RecordId> some) {
    List<Pair> all = new ArrayList<>();
    for (HouseRows.Pair row : station.view().house().pairs(some)) {
      Optional<How> how = How.of(row.how());
      if (how.isPresent()) {
        Pair pair = read(row, how.get());
        if (pair.inForce() || pair.waits()) {
          all.add(pair);
        }
      }
    }
    return all;
  }

  private Pair read(HouseRows.Pair row, How how) {
    boolean agreed = row.agreed() && agreed(row);
    boolean inForce =
        switch (how) {
          case APART -> !(row.ended() && agreed);
          case VERIFIED -> agreed && !row.ended();
        };
    boolean waits =
        switch (how) {
          case APART -> row.ended() && !agreed;
          case VERIFIED -> !row.ended() && !agreed;
        };
    String reason = Stored.text(new ProtectedPart(station).fields(row.id()), "reason").orElse("");
    return new Pair(row.id(), row.person(), row.other(), how, inForce, waits, reason);
  }

  /**
   * Whether somebody else has agreed to what takes protection away, having had it before him: a yes
   * that was written before there was anything to agree to is none.
   */
  private boolean agreed(HouseRows.Pair row) {
    Map<String, FieldState> now = station.view().records().fields(row.id());
    if (now.values().stream().anyMatch(FieldState::disputed)) {
      return false;
    }
    Map<RevisionId, String> authors = new LinkedHashMap<>();
    List<Revision> all = new ArrayList<>();
    for (Records.RevisionRow r : station.view().records().revisions(row.id())) {
      if (r.compartment() == Compartment.INVESTIGATION) {
        authors.put(r.id(), r.author().hex());
        station.journal().revision(r.at()).ifPresent(all::add);
      }
    }
    Ancestry ancestry = new Ancestry(all);
    Set<RevisionId> asks = setters(now, asks(row));
    return setters(now, "agreed").stream()
        .filter(yes -> people.certified(authors.getOrDefault(yes, "")))
        .anyMatch(
            yes -> {
              Set<RevisionId> before = ancestry.of(yes);
              return !asks.isEmpty()
                  && asks.stream()
                      .allMatch(
                          asked ->
                              before.contains(asked)
                                  && people.certified(authors.getOrDefault(asked, ""))
                                  && !authors
                                      .getOrDefault(asked, "")
                                      .equals(authors.getOrDefault(yes, "")));
            });
  }

  /** Who has asked for what takes protection away. */
  private Set<Fingerprint> asked(HouseRows.Pair row) {
    Set<RevisionId> asked = setters(station.view().records().fields(row.id()), asks(row));
    return station.view().records().revisions(row.id()).stream()
        .filter(r -> asked.contains(r.id()))
        .map(Records.RevisionRow::author)
        .collect(Collectors.toSet());
  }

  /** A bond is asked for by who wrote it down, an end of keeping apart by who wrote the end. */
  private static String asks(HouseRows.Pair row) {
    return row.how().equals(How.VERIFIED.name()) ? "how" : "ended";
  }

  private static Set<RevisionId> setters(Map<String, FieldState> fields, String key) {
    FieldState field = fields.get(key);
    return field == null
        ? Set.of()
        : field.versions().stream().map(Version::revision).collect(Collectors.toSet());
  }
}
