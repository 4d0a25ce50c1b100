package org.sala.store;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Raised;

/**
 * What triages have raised and nobody was told of. Where one station alone has written a triage its
 * fields say it; of several it counts which of them has raised something and which says that
 * somebody was told, and the revisions themselves are read.
 */
final class Urgencies {
  private final WrittenRows rows;

  Urgencies(WrittenRows rows) {
    this.rows = rows;
  }

  /** The codes that stand in one triage, in their order. */
  Set<String> open(Slice slice, RecordId triage, Set<UUID> stations) {
    Map<String, FieldState> fields = slice.fields(triage);
    return stations.size() > 1
        ? new TreeSet<>(new Raised(rows.of(slice, triage), rows.answering()).open().keySet())
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
}
