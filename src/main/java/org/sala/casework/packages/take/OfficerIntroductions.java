package org.sala.casework.packages.take;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.store.Records;

/**
 * Who an officer is, says the officer's own station alone. Names stand beside every act in a
 * history: whoever could rename the officers of another station, or write a second record for one
 * of their keys, would sign in their name for everybody who reads it.
 */
final class OfficerIntroductions {
  private final Station station;

  OfficerIntroductions(Station station) {
    this.station = station;
  }

  /**
   * An officer's record as a package tells of it.
   *
   * @param by the station that wrote the change
   * @param key the fingerprint that it is about, where it says so
   */
  record Told(RecordId record, StationId by, Optional<String> key) {}

  /** Returns whether any introduction speaks of an officer of another station than its own. */
  boolean ofOthers(List<Told> told) {
    if (told.isEmpty()) {
      return false;
    }
    Map<RecordId, StationId> begun = new HashMap<>();
    for (Records.Begun b : station.view().records().begun(Kinds.OFFICER.key())) {
      begun.put(b.id(), b.station());
    }
    Map<String, StationId> keys = new HashMap<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.OFFICER.key())
        .forEach(
            (id, f) ->
                Optional.ofNullable(begun.get(id))
                    .ifPresent(s -> Stored.text(f, "key").ifPresent(k -> keys.put(k, s))));
    return told.stream()
        .anyMatch(
            t ->
                isAnother(begun.get(t.record()), t.by())
                    || t.key().filter(k -> isAnother(keys.get(k), t.by())).isPresent());
  }

  private static boolean isAnother(
      @org.jspecify.annotations.Nullable StationId known, StationId by) {
    return known != null && !known.equals(by);
  }
}
