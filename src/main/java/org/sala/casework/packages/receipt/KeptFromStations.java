package org.sala.casework.packages.receipt;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.consent.Fears;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;

/**
 * What headquarters keeps even from its own stations, since it is about somebody who fears its
 * country. It is left out of what goes there, so that lists, receipts and what is about others go
 * all the same.
 */
final class KeptFromStations {
  private final Station station;
  private final Fears.KeptFrom kept;
  private final Set<RecordId> feared = new LinkedHashSet<>();

  KeptFromStations(Station station, Ledger ledger) {
    this.station = station;
    this.kept = new Fears(station, ledger).keptFromHeadquarters();
  }

  /** Whether a revision stays here; whom it is about is remembered. */
  boolean keeps(RevisionId revision) {
    if (kept.isEmpty()) {
      return false;
    }
    Optional<RecordId> who =
        station
            .view()
            .records()
            .recordOf(revision)
            .flatMap(station.view().records()::find)
            .flatMap(r -> kept.who(r.scope(), r.id()));
    who.ifPresent(feared::add);
    return who.isPresent();
  }

  /** Of whom something stays. */
  Set<RecordId> feared() {
    return Set.copyOf(feared);
  }
}
