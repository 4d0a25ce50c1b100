package org.sala.casework;

import java.util.ArrayList;
import java.util.List;
import org.sala.domain.RecordId;
import org.sala.store.Records;

/** Finds people, cases and exhibits by the beginning of a word or number, in any script. */
public final class Search {
  private final Station station;

  Search(Station station) {
    this.station = station;
  }

  /** Something found: its kind, and what to show of it. */
  public record Hit(RecordId id, String kind, String label, String detail) {
    @Override
    public String toString() {
      return "Hit[" + kind + "]";
    }
  }

  public List<Hit> find(String typed, int limit) {
    List<Hit> hits = new ArrayList<>();
    for (Records.Row row : station.view().records().beginningWith(typed, limit)) {
      switch (row.kind()) {
        case "person" ->
            station
                .view()
                .people()
                .find(row.id())
                .ifPresent(
                    p ->
                        hits.add(
                            new Hit(
                                row.id(),
                                row.kind(),
                                p.name().isEmpty() ? p.roman() : p.name(),
                                p.wristband())));
        case "case" ->
            station
                .view()
                .cases()
                .find(row.id())
                .ifPresent(c -> hits.add(new Hit(row.id(), row.kind(), c.title(), c.number())));
        case "exhibit" ->
            station
                .view()
                .exhibits()
                .find(row.id())
                .ifPresent(e -> hits.add(new Hit(row.id(), row.kind(), e.title(), e.number())));
        default -> {
          // Found through its case or person.
        }
      }
    }
    return hits;
  }
}
