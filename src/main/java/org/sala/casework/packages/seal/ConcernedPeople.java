package org.sala.casework.packages.seal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.ScopeId;
import org.sala.domain.ScopeType;
import org.sala.domain.Value;
import org.sala.store.Records;

/**
 * Whom a package tells of: not only people whose own record goes, but everybody of whom a triage, a
 * screening, a statement or a part in a case does. A later package often holds nothing else of
 * somebody, and is under the same consent.
 */
@BehindTheDesk
public final class ConcernedPeople {
  private static final String NAMED = "person";

  private final Station station;
  private final Set<RecordId> people = new LinkedHashSet<>();
  private final Map<ScopeId, Optional<RecordId>> owners = new HashMap<>();
  private final Map<RecordId, Optional<RecordId>> named = new HashMap<>();

  public ConcernedPeople(Station station) {
    this.station = station;
  }

  /** This goes: whoever it is about is told of. */
  void tells(Revision r) {
    Optional<Kind> kind = Kinds.find(r.kind());
    if (kind.isEmpty()) {
      return;
    }
    if (kind.get().equals(Kinds.PERSON)) {
      owners.put(r.scope(), Optional.of(r.record()));
      people.add(r.record());
    } else if (kind.get().scope() == ScopeType.PERSON) {
      owner(r.scope()).ifPresent(people::add);
    } else if (kind.get().field(NAMED).isPresent()) {
      namedIn(r).ifPresent(people::add);
    }
  }

  /** Returns the person whose scope it is; empty where it is nobody's, or nobody's here. */
  public Optional<RecordId> owner(ScopeId scope) {
    return owners.computeIfAbsent(
        scope,
        s ->
            station.view().records().inScope(s).stream()
                .filter(r -> r.kind().equals(Kinds.PERSON.key()))
                .map(Records.Row::id)
                .findFirst());
  }

  /** Said once, when the record was made: what is written in it later does not say it again. */
  private Optional<RecordId> namedIn(Revision r) {
    return named.computeIfAbsent(
        r.record(),
        id ->
            Optional.ofNullable(r.fields().get(NAMED))
                .flatMap(Value::asRef)
                .or(
                    () ->
                        Optional.ofNullable(station.view().records().fields(id).get(NAMED))
                            .flatMap(f -> f.value().asRef()))
                .filter(p -> station.view().records().find(p).isPresent()));
  }

  /** Returns everybody of whom the package tells, in the order in which they came. */
  Set<RecordId> people() {
    return people;
  }
}
