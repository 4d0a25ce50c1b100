package org.sala.casework.packages.seal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.ItemFields;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.Value;
import org.sala.store.Records;

/**
 * What people's yes to headquarters leaves out. A revision is kept back whole where it says one of
 * these things: its bytes are signed, and nobody takes a part out of them.
 */
@BehindTheDesk
public final class ConsentLimits {
  private final Station station;
  private final Map<RecordId, Set<String>> left;

  public ConsentLimits(Station station, Ledger ledger) {
    this.station = station;
    this.left =
        new Consents(station, ledger)
            .leftOut(Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS);
  }

  /**
   * Why a revision is kept back.
   *
   * @param items of {@link Consents#ITEMS}: what of it the person leaves out
   */
  public record Kept(RecordId person, Set<String> items) {}

  /** Whether anybody leaves anything out. */
  public boolean nothing() {
    return left.isEmpty();
  }

  /** What one person leaves out; nothing for most. */
  Set<String> by(RecordId person) {
    return left.getOrDefault(person, Set.of());
  }

  /** Why this revision is kept back; empty where it is not. */
  public Optional<Kept> of(Revision r) {
    if (left.isEmpty()) {
      return Optional.empty();
    }
    Set<String> says = ItemFields.of(r);
    if (says.isEmpty()) {
      return Optional.empty();
    }
    return person(r)
        .map(p -> new Kept(p, says.stream().filter(by(p)::contains).collect(Collectors.toSet())))
        .filter(k -> !k.items().isEmpty());
  }

  /** Whom it is about: whose scope it is in, or whom its record names. */
  private Optional<RecordId> person(Revision r) {
    if (r.kind().equals(Kinds.PERSON.key())) {
      return Optional.of(r.record());
    }
    return Optional.ofNullable(r.fields().get("person"))
        .flatMap(Value::asRef)
        .or(
            () ->
                Optional.ofNullable(station.view().records().fields(r.record()).get("person"))
                    .flatMap(f -> f.value().asRef()))
        .or(
            () ->
                station.view().records().inScope(r.scope()).stream()
                    .filter(x -> x.kind().equals(Kinds.PERSON.key()))
                    .map(Records.Row::id)
                    .findFirst());
  }
}
