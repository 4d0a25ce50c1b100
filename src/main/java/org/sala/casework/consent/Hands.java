package org.sala.casework.consent;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.casework.station.Station;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.merge.FieldState;
import org.sala.merge.Version;
import org.sala.store.Records;

/**
 * Tells who wrote what stands in a record. Whoever began it is known by the fields that are written
 * once with it: what came here first may be what another hand has put on top of it.
 */
final class Hands {
  private final Station station;
  private final List<Records.RevisionRow> rows;

  Hands(Station station, RecordId record) {
    this.station = station;
    this.rows = station.view().records().revisions(record);
  }

  /** The revisions that set what stands in a field; of versions that differ all. */
  List<Records.RevisionRow> of(@Nullable FieldState field) {
    Set<RevisionId> setters =
        field == null
            ? Set.of()
            : field.versions().stream().map(Version::revision).collect(Collectors.toSet());
    return rows.stream().filter(r -> setters.contains(r.id())).toList();
  }

  /**
   * Whether what takes protection away counts here: it does where it was said to this station, to
   * the one that had written down what it ends, or to headquarters.
   *
   * @param ends what was written to end it
   * @param begins fields that were written once with what it ends
   */
  boolean mayEnd(FieldState ends, Map<String, FieldState> record, List<String> begins) {
    Set<StationId> said =
        begins.stream()
            .map(record::get)
            .filter(Objects::nonNull)
            .flatMap(f -> of(f).stream())
            .map(Records.RevisionRow::station)
            .collect(Collectors.toSet());
    return of(ends).stream()
        .map(Records.RevisionRow::station)
        .anyMatch(by -> answersFor(by) || said.equals(Set.of(by)));
  }

  private boolean answersFor(StationId by) {
    return by.equals(station.identity().station())
        || station.state().text("headquarters").filter(by.toString()::equals).isPresent();
  }

  /** The stations, the officers or whatever else of those that set a field. */
  <T> Set<T> each(@Nullable FieldState field, Function<Records.RevisionRow, T> what) {
    return of(field).stream().map(what).collect(Collectors.toSet());
  }
}
