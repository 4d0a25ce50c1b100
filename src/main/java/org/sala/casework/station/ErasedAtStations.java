package org.sala.casework.station;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.AuditEntry;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * What stations have erased, as headquarters reads it in the audits that come with their packages.
 * An id and a reason's code is all that they say of it.
 */
@BehindTheDesk
public final class ErasedAtStations {
  private static final String KEY = "erasedAt.";

  private final Station station;

  public ErasedAtStations(Station station) {
    this.station = station;
  }

  /**
   * What a station has erased.
   *
   * @param why a reason's code; empty where the entry does not say it
   */
  public record One(StationId by, RecordId about, String why, Moment at) {}

  /** What the audit's entry of an erasure says: which one, and why, by a code. */
  public static String detail(RecordId erasure, String why) {
    return "erasure " + erasure + " " + why;
  }

  /** Remembers what is new; entries come again until they are countersigned. */
  public void heed(StationId by, List<AuditEntry> entries) {
    List<AuditEntry> erased =
        entries.stream()
            .filter(e -> e.act() == AuditEntry.Act.ERASED && e.subject().isPresent())
            .toList();
    if (erased.isEmpty()) {
      return;
    }
    station
        .state()
        .change(
            () -> {
              Map<String, Value> all = all(by);
              for (AuditEntry e : erased) {
                String[] said = e.detail().orElse("").split(" ", -1);
                all.putIfAbsent(
                    e.subject().orElseThrow().toString(),
                    new Value.Parts(
                        Map.of(
                            "why",
                            Value.text(said.length > 2 ? said[2] : ""),
                            "at",
                            e.time().toValue())));
              }
              return Map.of(KEY + by, new Value.Parts(all));
            });
  }

  /** Everything that was heard of. */
  public List<One> all() {
    List<One> list = new ArrayList<>();
    for (String id : station.state().texts("stations")) {
      StationId by = StationId.of(id);
      all(by)
          .forEach(
              (record, v) -> {
                if (v instanceof Value.Parts p) {
                  list.add(
                      new One(
                          by,
                          RecordId.of(record),
                          p.text("why").orElse(""),
                          p.text("at").map(Moment::of).orElseThrow()));
                }
              });
    }
    return list;
  }

  private Map<String, Value> all(StationId by) {
    Optional<Value.Parts> kept = station.state().parts(KEY + by);
    return new LinkedHashMap<>(kept.map(Value.Parts::parts).orElse(Map.of()));
  }
}
