package org.sala.casework.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sala.casework.station.Settling;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.Field;
import org.sala.domain.FieldType;
import org.sala.domain.Kind;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Lineage;
import org.sala.merge.Version;
import org.sala.merge.Written;
import org.sala.store.Records;
import org.sala.store.SentRows;

/** The versions of one record, read from the journal: what differs, and what came together. */
final class Versions {
  private final Kind kind;
  private final Provenance provenance;
  private final Map<RevisionId, Records.RevisionRow> rows = new HashMap<>();
  private final Map<RevisionId, Revision> read = new HashMap<>();
  private final Map<Compartment, Lineage> lineages = new HashMap<>();

  Versions(Station station, Kind kind, RecordId record, Provenance provenance) {
    this.kind = kind;
    this.provenance = provenance;
    Map<Compartment, List<Written>> all = new HashMap<>();
    for (Records.RevisionRow row : station.view().records().revisions(record)) {
      if (station.mayOpen(row.compartment())) {
        station
            .journal()
            .revision(row.at())
            .ifPresent(
                r -> {
                  rows.put(r.id(), row);
                  read.put(r.id(), r);
                  all.computeIfAbsent(row.compartment(), c -> new ArrayList<>())
                      .add(row.written(r));
                });
      }
    }
    station
        .view()
        .records()
        .find(record)
        .ifPresent(
            r ->
                all.forEach(
                    (c, written) ->
                        lineages.put(
                            c, Lineage.of(r.home(), written, station.state().deciding()))));
  }

  /** The fields that people have to decide; what is closed for good stays as it is, twice. */
  List<Disagreement.Point> points() {
    List<Disagreement.Point> points = new ArrayList<>();
    lineages.forEach(
        (compartment, lineage) ->
            lineage
                .fields()
                .forEach(
                    (key, state) -> {
                      Optional<Field> field = kind.field(key);
                      if (state.disputed()
                          && lineage.mayBeDecided(key)
                          && Lineage.isDecided(kind.key(), key)) {
                        points.add(point(field.orElseThrow(), compartment, lineage, state));
                      }
                    }));
    return points;
  }

  private Disagreement.Point point(
      Field field, Compartment compartment, Lineage lineage, FieldState state) {
    List<RevisionId> setters = state.versions().stream().map(Version::revision).toList();
    return new Disagreement.Point(
        state.key(),
        compartment,
        value(lineage.before(setters).get(state.key())),
        state.versions().stream().map(this::voice).toList(),
        field.type() == FieldType.TEXT,
        Settling.protects(kind, state.key()));
  }

  private Disagreement.Voice voice(Version version) {
    Records.RevisionRow row = Objects.requireNonNull(rows.get(version.revision()));
    Revision revision = Objects.requireNonNull(read.get(version.revision()));
    return new Disagreement.Voice(
        version.revision(),
        version.value(),
        provenance.officer(row.author()),
        provenance.station(row.station()),
        row.time(),
        revision.reason(),
        provenance.parcel(row).map(SentRows.Bringing::number).orElse(0L),
        provenance.carrier(row));
  }

  List<Disagreement.Joined> joined() {
    List<Disagreement.Joined> joined = new ArrayList<>();
    lineages.forEach(
        (compartment, lineage) -> {
          Map<String, FieldState> before = lineage.before(lineage.heads());
          lineage
              .joined()
              .forEach(
                  (key, state) ->
                      joined.add(
                          new Disagreement.Joined(key, value(before.get(key)), state.value())));
        });
    return joined;
  }

  private static Optional<Value> value(@org.jspecify.annotations.Nullable FieldState state) {
    return Optional.ofNullable(state)
        .map(FieldState::value)
        .filter(v -> !(v instanceof Value.Nothing));
  }
}
