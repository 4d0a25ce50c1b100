package org.sala.casework.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.people.People;
import org.sala.casework.station.Settling;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.merge.FieldState;
import org.sala.store.DisputeRows;
import org.sala.store.Records;

/**
 * The lines of what waits for a decision, read from the view alone: no version is deciphered for a
 * list.
 */
final class OpenDisagreements {
  private static final String PROTECTED_PART = "protection";

  private final Station station;
  private final People people;
  private final Provenance provenance;

  OpenDisagreements(Station station, People people) {
    this.station = station;
    this.people = people;
    this.provenance = new Provenance(station);
  }

  /** Returns the first lines of some records that wait, the last changed first. */
  List<OpenDisagreement> first(Set<RecordId> of, int most) {
    Map<RecordId, List<DisputeRows.Dispute>> waiting = new LinkedHashMap<>();
    for (DisputeRows.Dispute d : station.view().disputes().all()) {
      if (of.contains(d.record())
          && (waiting.size() < most || waiting.containsKey(d.record()))
          && Settling.isDecided(station, d)) {
        waiting.computeIfAbsent(d.record(), any -> new ArrayList<>()).add(d);
      }
    }
    List<OpenDisagreement> lines = new ArrayList<>();
    Map<RecordId, Map<String, FieldState>> fields =
        station.view().records().fields(List.copyOf(waiting.keySet()));
    waiting.forEach(
        (record, differing) ->
            lines.add(line(record, differing, fields.getOrDefault(record, Map.of()))));
    return lines;
  }

  private OpenDisagreement line(
      RecordId record, List<DisputeRows.Dispute> differing, Map<String, FieldState> fields) {
    String kind = differing.getFirst().kind();
    Optional<RecordId> about =
        kind.equals(Kinds.PERSON.key()) ? Optional.of(record) : Stored.record(fields, "person");
    Optional<People.PersonLine> person = about.flatMap(people::find);
    List<List<Records.RevisionRow>> versions = versions(record, differing, fields);
    return new OpenDisagreement(
        record,
        kind,
        person
            .map(People.PersonLine::wristband)
            .orElseGet(() -> Stored.text(fields, "number").orElse("")),
        person,
        differing.stream()
            .map(d -> d.isProtected() ? PROTECTED_PART : d.name().split("/", 2)[0])
            .distinct()
            .toList(),
        versions.stream()
            .flatMap(List::stream)
            .map(r -> provenance.station(r.station()))
            .distinct()
            .toList(),
        byTwo(kind, differing),
        since(versions).orElseGet(() -> changed(record)));
  }

  private static boolean byTwo(String kind, List<DisputeRows.Dispute> differing) {
    return Kinds.find(kind)
        .filter(k -> differing.stream().anyMatch(d -> Settling.protects(k, d.name())))
        .isPresent();
  }

  /** Of each field that differs what was written; nothing of a protected part. */
  private List<List<Records.RevisionRow>> versions(
      RecordId record, List<DisputeRows.Dispute> differing, Map<String, FieldState> fields) {
    Map<RevisionId, Records.RevisionRow> written = new HashMap<>();
    station.view().records().revisions(record).forEach(r -> written.put(r.id(), r));
    return differing.stream()
        .flatMap(d -> Optional.ofNullable(fields.get(d.name())).stream())
        .map(
            state ->
                state.versions().stream()
                    .flatMap(v -> Optional.ofNullable(written.get(v.revision())).stream())
                    .toList())
        .toList();
  }

  /** Returns from when on there were two versions. */
  private static Optional<Long> since(List<List<Records.RevisionRow>> versions) {
    return versions.stream()
        .flatMap(
            v -> v.stream().map(r -> r.time().instant().toEpochMilli()).sorted().skip(1).limit(1))
        .min(Long::compare);
  }

  private long changed(RecordId record) {
    return station.view().records().find(record).map(Records.Row::changedMillis).orElse(0L);
  }
}
