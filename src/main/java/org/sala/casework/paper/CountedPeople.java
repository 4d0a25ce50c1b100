package org.sala.casework.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Separate;
import org.sala.casework.people.People;
import org.sala.casework.screening.Findings;
import org.sala.casework.station.OnePerson;
import org.sala.casework.station.Station;
import org.sala.domain.RecordId;
import org.sala.report.StatisticsTable;

/**
 * Who is counted in tables: each person once, over however many records, for three people of two
 * records each would else be shown as six; and nobody who will not be counted. Records that are too
 * many to be one person's are counted each by itself, and that is said.
 */
final class CountedPeople {
  /** Of several records the finding that protects most counts. */
  private static final List<String> STRONGEST =
      List.of(
          Findings.Finding.PRESUMED_VICTIM_CHILD.code(),
          Findings.Finding.PRESUMED_VICTIM.code(),
          Findings.Finding.MORE_TIME_NEEDED.code(),
          Findings.Finding.NO_INDICATIONS.code());

  private final Station station;
  private final People people;
  private final Consents consents;

  /** Where somebody is counted. */
  private record Cell(String language, String finding) {}

  /**
   * Everybody who is counted.
   *
   * @param apart whether there are records that are too many to be one person's: each of them is
   *     counted by itself until somebody parts the links
   */
  record All(List<StatisticsTable.Counted> cells, boolean apart) {
    All {
      cells = List.copyOf(cells);
    }
  }

  CountedPeople(Station station, People people, Consents consents) {
    this.station = station;
    this.people = people;
    this.consents = consents;
  }

  /** Returns how many there are of each kind; nobody is read but who has several records. */
  All all() {
    Map<Cell, Integer> cells = new HashMap<>();
    people.tallies().forEach(t -> add(cells, t, t.people()));
    Set<RecordId> refusing = consents.refusing(Separate.NUMBERS);
    people.tallies(refusing).values().forEach(t -> add(cells, t, -1));
    List<OnePerson.Group> together = OnePerson.together(station);
    List<Set<RecordId>> ones =
        together.stream().filter(g -> !g.tooMany()).map(OnePerson.Group::records).toList();
    Set<RecordId> linked = new HashSet<>();
    ones.forEach(linked::addAll);
    linked.removeAll(refusing);
    Map<RecordId, People.Tally> tallies = people.tallies(linked);
    for (Set<RecordId> one : ones) {
      List<People.Tally> records =
          one.stream()
              .sorted(Comparator.comparing(RecordId::toString))
              .map(tallies::get)
              .filter(Objects::nonNull)
              .toList();
      if (records.size() > 1) {
        records.forEach(t -> add(cells, t, -1));
        add(cells, asOne(records), 1);
      }
    }
    List<StatisticsTable.Counted> counted = new ArrayList<>();
    cells.forEach(
        (cell, n) -> {
          if (n > 0) {
            counted.add(new StatisticsTable.Counted(cell.language(), cell.finding(), n));
          }
        });
    return new All(counted, ones.size() < together.size());
  }

  private static void add(Map<Cell, Integer> cells, People.Tally t, int n) {
    cells.merge(
        new Cell(
            t.language().isEmpty() ? Exports.NOT_KNOWN : t.language(),
            STRONGEST.contains(t.finding()) ? t.finding() : Exports.NO_FINDING),
        n,
        Integer::sum);
  }

  private static People.Tally asOne(Collection<People.Tally> records) {
    String language =
        records.stream()
            .map(People.Tally::language)
            .filter(l -> !l.isEmpty())
            .findFirst()
            .orElse("");
    String finding =
        STRONGEST.stream()
            .filter(f -> records.stream().anyMatch(t -> t.finding().equals(f)))
            .findFirst()
            .orElse("");
    return new People.Tally(language, finding, 1);
  }
}
