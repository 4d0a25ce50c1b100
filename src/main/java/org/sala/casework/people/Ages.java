package org.sala.casework.people;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Act;
import org.sala.casework.station.AgeWritten;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Seconds;
import org.sala.casework.station.Station;
import org.sala.crypto.SigningKey;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Lineage;
import org.sala.merge.Version;
import org.sala.store.Records;

/**
 * An adult's age that was written over a child's. Until a second officer has signed for it with the
 * own key both stand, and the person is treated as a child.
 */
public final class Ages {
  private final Station station;
  private final Ledger ledger;
  private final Officers officers;
  private final AgeWritten written;

  public Ages(Station station, Ledger ledger, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.officers = officers;
    this.written = new AgeWritten(station);
  }

  /**
   * An age that waits for a second officer.
   *
   * @param was the age that protects; it holds until then
   * @param is what was written over it; nothing where it was taken away
   * @param beside what else stands there; a signature ends it too, whether it is a yes or a no
   * @param by who wrote it, and cannot sign for it
   * @param byName empty where the officer is not known here
   */
  public record Waiting(
      RecordId person,
      Value was,
      Value is,
      List<Value> beside,
      Fingerprint by,
      String byName,
      String reason,
      long sinceMillis) {
    public Waiting {
      beside = List.copyOf(beside);
    }

    @Override
    public String toString() {
      return "Waiting[" + person + "]";
    }
  }

  /**
   * Returns each age of a person that waits for a second officer of this station: several where
   * laptops have written over a child's without knowing of each other. At headquarters two decide
   * between the versions instead, and between those of other stations.
   */
  public List<Waiting> waiting(RecordId person) {
    Optional<FieldState> birth = written.birth(person).filter(FieldState::disputed);
    if (birth.isEmpty() || station.state().flag("isHeadquarters")) {
      return List.of();
    }
    List<Waiting> all = new ArrayList<>();
    Map<RevisionId, Records.RevisionRow> rows = new HashMap<>();
    Map<RevisionId, Revision> bodies = new HashMap<>();
    for (Records.RevisionRow row : station.view().records().revisions(person)) {
      rows.put(row.id(), row);
      station.journal().revision(row.at()).ifPresent(r -> bodies.put(row.id(), r));
    }
    for (Version was : birth.get().versions()) {
      Records.RevisionRow said = rows.get(was.revision());
      if (said == null || !said.station().equals(station.identity().station())) {
        continue;
      }
      for (Version is : birth.get().versions()) {
        Records.RevisionRow over = rows.get(is.revision());
        Revision body = bodies.get(is.revision());
        if (over != null
            && body != null
            && Lineage.takesAway(
                Kinds.PERSON.key(), person, AgeWritten.BIRTH, was.value(), is.value())
            && isOver(is.revision(), was.revision(), bodies)) {
          List<Value> beside = new ArrayList<>(birth.get().values());
          beside.removeAll(List.of(was.value(), is.value()));
          all.add(waiting(new Pair(person, was.value(), is.value()), beside, over, body));
        }
      }
    }
    return all;
  }

  private record Pair(RecordId person, Value was, Value is) {}

  private Waiting waiting(Pair pair, List<Value> beside, Records.RevisionRow over, Revision body) {
    return new Waiting(
        pair.person(),
        pair.was(),
        pair.is(),
        beside,
        over.author(),
        officers.names().getOrDefault(over.author(), ""),
        body.reason().orElse(""),
        over.time().instant().toEpochMilli());
  }

  private static boolean isOver(
      RevisionId later, RevisionId earlier, Map<RevisionId, Revision> bodies) {
    Set<RevisionId> seen = new HashSet<>();
    Deque<RevisionId> open = new ArrayDeque<>(List.of(later));
    while (!open.isEmpty()) {
      Revision r = bodies.get(open.pop());
      if (r != null) {
        r.parents().stream().filter(seen::add).forEach(open::push);
      }
    }
    return seen.contains(earlier);
  }

  /** What came of a second officer's signature. */
  public enum Signed {
    DONE,
    WRONG_PASSPHRASE,
    /** Whoever wrote the age cannot sign for it. */
    SAME_OFFICER,
    /** One of the two has no certificate that holds. */
    NOT_CERTIFIED
  }

  /**
   * A second officer agrees or not, with the own key, opened at this moment and forgotten again.
   * With a no the child's age stands alone again. Whatever else waited there is ended with it.
   *
   * @param shown what the officer has read
   * @throws CaseworkFault {@code CHANGED_SINCE} where another age was written meanwhile
   */
  public Signed sign(
      Waiting shown, boolean agrees, String reason, String handle, char[] passphrase) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("who signs says why");
    }
    Optional<SigningKey> second = officers.second(handle, passphrase);
    if (second.isEmpty()) {
      return Signed.WRONG_PASSPHRASE;
    }
    Fingerprint by = new Fingerprint(second.get().verifying().fingerprint());
    if (by.equals(shown.by())) {
      return Signed.SAME_OFFICER;
    }
    if (agrees && !areCertified(shown.by(), by)) {
      return Signed.NOT_CERTIFIED;
    }
    // Read before it is compared: what comes meanwhile stands beside.
    Map<Compartment, List<RevisionId>> on =
        Map.of(
            Compartment.INVESTIGATION,
            station.view().records().heads(shown.person(), Compartment.INVESTIGATION));
    if (!waiting(shown.person()).contains(shown)) {
      throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
    }
    Map<String, Value> fields = Map.of(AgeWritten.BIRTH, agrees ? shown.is() : shown.was());
    ledger.write(
        new Act()
            .editOn(on, shown.person(), Kinds.PERSON, fields, Map.of())
            .because(reason.strip()),
        second.get());
    return Signed.DONE;
  }

  private boolean areCertified(Fingerprint one, Fingerprint other) {
    Seconds seconds = new Seconds(station, officers);
    return seconds.counts(one) && seconds.counts(other);
  }
}
