package org.sala.casework.partner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.people.Wristbands;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * Begins a person of one's own out of what another agency's copy says. It is a new record, signed
 * by whoever begins it, with a number of this station; the extract stays as it came, and names it.
 * No consent comes along: what the person said yes to there was for that agency to give.
 */
final class OwnRecords {
  /** What is taken over; a number, a photograph and what points to other records are theirs. */
  private static final Set<String> TAKEN =
      Set.of(
          "name",
          "alias",
          "birth",
          "sex",
          "nationality",
          "language",
          "document",
          "contact",
          "safeContact",
          "needs",
          "health");

  private final Station station;
  private final Ledger ledger;

  OwnRecords(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * The person that was begun out of an extract; empty before. Only what this station wrote there
   * counts: another agency names no record of ours.
   */
  static Optional<RecordId> of(Station station, RecordId extract, Map<String, FieldState> fields) {
    Set<RevisionId> ours =
        station.view().records().revisions(extract).stream()
            .filter(r -> r.station().equals(station.identity().station()))
            .map(Records.RevisionRow::id)
            .collect(Collectors.toSet());
    return Optional.ofNullable(fields.get("own")).stream()
        .flatMap(f -> f.versions().stream())
        .filter(v -> ours.contains(v.revision()))
        .findFirst()
        .flatMap(v -> v.value().asRef());
  }

  /** Returns the number that the new person would have. */
  String next() {
    return new Wristbands(station, ledger).next(1).getFirst();
  }

  /**
   * Begins a person of one's own out of an extract.
   *
   * @param reason stands in the person's history: which agency said so
   * @throws CaseworkFault {@code ALREADY_DONE} where there is one already; {@code NOT_FOUND} where
   *     the extract is not here, or is not of a person
   */
  RecordId begin(Received.Extract extract, String reason) {
    if (!extract.kind().equals(Kinds.PERSON.key())) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    Map<String, FieldState> now = station.view().records().fields(extract.id());
    if (of(station, extract.id(), now).isPresent()) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    Stored.put(fields, "wristband", next());
    for (Received.Said said : extract.said()) {
      if (TAKEN.contains(said.field())) {
        fields.putAll(said.values());
      }
    }
    RecordId id = station.ids().record();
    ledger.write(
        new Act()
            .make(id, Kinds.PERSON, station.ids().scope(), fields)
            .edit(extract.id(), Kinds.EXTRACT, Map.of("own", Value.ref(id)))
            .because(reason));
    return id;
  }

  /** The extract of that id in a copy. */
  static Received.Extract in(List<Received.Extract> extracts, RecordId id) {
    return extracts.stream()
        .filter(e -> e.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }
}
