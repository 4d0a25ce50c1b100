package org.sala.casework.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.casework.station.Station;
import org.sala.domain.RecordId;
import org.sala.store.CaseRows;
import org.sala.store.ExhibitRows;
import org.sala.store.PersonRows;

/** Finds people, cases and exhibits by the beginning of a word or number, in any script. */
public final class Search {
  private final Station station;
  private final People people;

  public Search(Station station, People people) {
    this.station = station;
    this.people = people;
  }

  /**
   * Something found: its kind, and what to show of it.
   *
   * @param person empty for anything else
   */
  public record Hit(
      RecordId id, String kind, String label, String detail, Optional<People.PersonLine> person) {
    Hit(RecordId id, String kind, String label, String detail) {
      this(id, kind, label, detail, Optional.empty());
    }

    @Override
    public String toString() {
      return "Hit[" + kind + "]";
    }
  }

  /** Cases first, for there are few; then people, then exhibits; of each what begins soonest. */
  public List<Hit> find(String typed, int limit) {
    int some = Math.max(1, limit / 4);
    List<Hit> hits = new ArrayList<>();
    found(typed, "case", some)
        .forEach(id -> station.view().cases().find(id).map(Search::hit).ifPresent(hits::add));
    List<Hit> things = new ArrayList<>();
    found(typed, "exhibit", some)
        .forEach(id -> station.view().exhibits().find(id).map(Search::hit).ifPresent(things::add));
    List<PersonRows.Row> rows = new ArrayList<>();
    found(typed, "person", Math.max(1, limit - hits.size() - things.size()))
        .forEach(id -> station.view().people().find(id).ifPresent(rows::add));
    people.lines(rows).forEach(p -> hits.add(hit(p)));
    hits.addAll(things);
    return hits;
  }

  private List<RecordId> found(String typed, String kind, int most) {
    return station.view().records().beginningWith(kind, typed, most);
  }

  private static Hit hit(CaseRows.Row c) {
    return new Hit(c.id(), "case", c.title(), c.number());
  }

  private static Hit hit(People.PersonLine p) {
    return new Hit(
        p.id(), "person", p.name().isEmpty() ? p.roman() : p.name(), p.wristband(), Optional.of(p));
  }

  private static Hit hit(ExhibitRows.Row e) {
    return new Hit(e.id(), "exhibit", e.title(), e.number());
  }
}
