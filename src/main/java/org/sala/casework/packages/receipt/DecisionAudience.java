package org.sala.casework.packages.receipt;

import java.util.List;
import java.util.Optional;
import org.sala.casework.consent.Consents;
import org.sala.casework.packages.seal.ConcernedPeople;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.station.Begun;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.merge.Home;
import org.sala.store.Records;

/**
 * At headquarters: which stations are told what a part of a record says, once something was decided
 * of it. To have written to it is not enough where it is protected: whoever knows the ids writes a
 * value beside the true one, and the decision between the two would bring the true one.
 */
final class DecisionAudience {
  private final Station station;
  private final Consents consents;

  DecisionAudience(Station station, Ledger ledger) {
    this.station = station;
    this.consents = new Consents(station, ledger);
  }

  /**
   * Whether a station hears what a part says: it wrote to that part under the record's own home,
   * and where the part is protected, made the record or heard the person's yes, which stands.
   */
  boolean hears(StationId to, RecordId record, Compartment part) {
    Optional<Records.Row> row = station.view().records().find(record);
    if (row.isEmpty() || !hasWritten(to, row.get(), part)) {
      return false;
    }
    return part == Compartment.INVESTIGATION
        || Begun.at(station, record).filter(to::equals).isPresent()
        || new ConcernedPeople(station)
            .owner(row.get().scope())
            .filter(
                p ->
                    consents.lettingAt(
                        to, p, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS))
            .isPresent();
  }

  private boolean hasWritten(StationId to, Records.Row row, Compartment part) {
    Home home = row.home();
    List<Records.RevisionRow> all = station.view().records().revisions(row.id());
    return all.stream()
        .filter(r -> r.station().equals(to) && r.compartment() == part)
        // What this officer may not open is judged by the rest.
        .anyMatch(r -> station.journal().revision(r.at()).map(home::has).orElse(true));
  }
}
