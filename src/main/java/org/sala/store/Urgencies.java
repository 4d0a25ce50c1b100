package org.sala.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.journal.Position;
import org.sala.merge.FieldState;
import org.sala.merge.Raised;

/**
 * What triages have raised and nobody was told of. Where one station alone has written a triage its
 * fields say it; of several it counts which of them has raised something and which says that
 * somebody was told, and the revisions themselves are read.
 */
final class Urgencies {
  private final Sql sql;
  private final Backing from;

  Urgencies(Sql sql, Backing from) {
    this.sql = sql;
    this.from = from;
  }

  /** The codes that stand in one triage, in their order. */
  Set<String> open(Slice slice, RecordId triage, Set<UUID> stations) {
    Map<String, FieldState> fields = slice.fields(triage);
    return stations.size() > 1
        ? new TreeSet<>(new Raised(written(slice, triage), from.answering().get()).open().keySet())
        : alone(fields);
  }

  private static Set<String> alone(Map<String, FieldState> fields) {
    return fields.values().stream()
        .filter(f -> f.key().startsWith(Raised.URGENCY))
        .filter(f -> f.values().stream().anyMatch(Urgencies::isSet))
        .map(f -> f.key().substring(Raised.URGENCY.length()))
        .filter(code -> !isTold(fields.get(Raised.TOLD + code)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Where versions differ on whether somebody was told, nobody was. */
  private static boolean isTold(@Nullable FieldState told) {
    return told != null && told.values().stream().allMatch(Urgencies::isSet);
  }

  private static boolean isSet(Value value) {
    return !(value instanceof Value.Nothing);
  }

  private List<Raised.Written> written(Slice slice, RecordId triage) {
    Map<String, Revision> coming = new HashMap<>();
    Slice.Touched touched = slice.find(triage);
    if (touched != null) {
      touched.incoming.forEach(in -> coming.put(in.revision().id().hex(), in.revision()));
    }
    List<Raised.Written> written = new ArrayList<>();
    sql.list(
            "select v.id, v.segment, v.place, c.station from revision v join change_log c on c.id ="
                + " v.change where v.record = ? and v.protection = ?",
            r ->
                new Row(
                    r.getString(1),
                    new Position(r.getInt(2), r.getLong(3)),
                    new StationId(r.getObject(4, UUID.class))),
            triage.value(),
            false)
        .forEach(
            row ->
                Optional.ofNullable(coming.get(row.id()))
                    .or(() -> from.bodies().apply(row.at()))
                    .ifPresent(r -> written.add(new Raised.Written(r, row.station()))));
    return written;
  }

  private record Row(String id, Position at, StationId station) {}
}
