package org.sala.casework.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.SigningKey;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
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

    /** Only what this program understands is acted upon. */
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
    /** The one of the two that is not this one. */
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

  /** Two are kept apart from now on; it counts for both. */
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

  /** It is over: a bond at once, keeping apart only once a second officer has agreed. */
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
    if (asked(row, written(pair))
        .filter(second.get().verifying().fingerprint()::equals)
        .isPresent()) {
      return Findings.Confirmed.SAME_OFFICER;
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

  /** Who wrote what takes protection away; who wrote that they agree must be somebody else. */
  private boolean agreed(HouseRows.Pair row) {
    Map<String, FieldState> now = station.view().records().fields(row.id());
    if (now.values().stream().anyMatch(FieldState::disputed)) {
      return false;
    }
    List<Written> all = written(row.id());
    Optional<String> asked = asked(row, all);
    Optional<String> agrees = last(all, "agreed");
    return asked.isPresent()
        && agrees.isPresent()
        && !asked.equals(agrees)
        && people.certified(asked.get())
        && people.certified(agrees.get());
  }

  private record Written(String author, Set<String> keys) {}

  /** The open revisions of a pair in the order in which they came. */
  private List<Written> written(RecordId pair) {
    List<Written> all = new ArrayList<>();
    for (Records.RevisionRow r : station.view().records().revisions(pair)) {
      Optional<Revision> revision =
          r.compartment() == Compartment.INVESTIGATION
              ? station.journal().revision(r.at())
              : Optional.empty();
      revision.ifPresent(v -> all.add(new Written(r.author().hex(), v.fields().keySet())));
    }
    return all;
  }

  /** A bond is asked for by who wrote it down, an end of keeping apart by who wrote the end. */
  private static Optional<String> asked(HouseRows.Pair row, List<Written> all) {
    return row.how().equals(How.VERIFIED.name())
        ? all.stream().findFirst().map(Written::author)
        : last(all, "ended");
  }

  private static Optional<String> last(List<Written> all, String key) {
    return all.reversed().stream()
        .filter(w -> w.keys().contains(key))
        .findFirst()
        .map(Written::author);
  }
}
