package org.sala.casework.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.people.People.PersonLine;
import org.sala.casework.station.Begun;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.domain.AgeGroup;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.store.PersonRows;

/** Lists of people as they are shown: what the view has of each, and what follows from it today. */
final class PersonLines {
  private final Station station;
  private final LowerFindings lower;

  PersonLines(Station station) {
    this.station = station;
    this.lower = new LowerFindings(station);
  }

  /** The station that registered a person. */
  static StationId registeredAt(Station station, RecordId id) {
    return Begun.at(station, id).orElseThrow();
  }

  /** Returns people's lines in the same order; whether others wear their numbers is asked once. */
  List<PersonLine> of(List<PersonRows.Row> rows) {
    Set<String> shared =
        station.view().people().shared(rows.stream().map(PersonRows.Row::wristband).toList());
    return rows.stream()
        .map(
            r -> line(r, shared.contains(r.wristband()) ? Optional.of(apart(r)) : Optional.empty()))
        .toList();
  }

  private Apart apart(PersonRows.Row r) {
    StationId at = registeredAt(station, r.id());
    return new Apart(
        r.births(),
        new Roster(station.state()).called(at),
        at.equals(station.identity().station()));
  }

  private PersonLine line(PersonRows.Row r, Optional<Apart> apart) {
    List<Also> also = r.links() == 0 ? List.of() : also(r.id());
    boolean tooMany = r.links() > 0 && new Linked(station).areTooMany(r.id());
    // Of too many records one may be a child's.
    boolean elsewhere = tooMany || also.stream().anyMatch(Also::possiblyChild);
    AgeGroup age = age(r.births());
    return new PersonLine(
        r.id(),
        r.wristband(),
        r.name(),
        r.roman(),
        r.sex(),
        age,
        doubted(r) || elsewhere && age != AgeGroup.CHILD,
        r.languages(),
        r.interpreter(),
        r.arrivedMillis(),
        r.detainedMillis(),
        r.triageState(),
        r.urgency(),
        r.told(),
        r.screeningState(),
        r.findingCode(),
        r.findingLower() && !lower.counts(r),
        r.findingConfirmed(),
        r.forced(),
        r.defrauded(),
        r.stillInside(),
        r.disputes(),
        r.changedMillis(),
        also,
        tooMany,
        apart,
        r.disputes() == 0 ? List.of() : namesDiffering(r.id()));
  }

  /** Few people have versions that differ, so that their fields are read one by one. */
  private List<Cases.Shown> namesDiffering(RecordId person) {
    return Cases.differing(station.view().records().fields(person)).stream()
        .filter(s -> s.key().startsWith("name/"))
        .toList();
  }

  private List<Also> also(RecordId person) {
    Linked linked = new Linked(station);
    return linked.others(person).stream()
        .map(
            o ->
                new Also(
                    o.id(),
                    o.wristband(),
                    linked.stationName(o.id()),
                    linked.isFromHere(o.id()),
                    alonePossiblyChild(o)))
        .toList();
  }

  /**
   * Something was said of the age, or it had to be asked, and what came of it leaves it open; or
   * what was said or seen at a triage speaks for a child, and nobody was told of it yet. That
   * outweighs a date that is written: whoever wrote it did not know of it.
   */
  private boolean doubted(PersonRows.Row r) {
    AgeGroup age = age(r.births());
    boolean asked =
        !r.births().isEmpty() || !r.triageState().isEmpty() || !r.screeningState().isEmpty();
    boolean raised = List.of(r.urgency().split(" ", -1)).contains("child");
    return age == AgeGroup.UNKNOWN && asked || age != AgeGroup.CHILD && raised;
  }

  /** Whether a record makes its person possibly under 18 whatever other records say. */
  boolean alonePossiblyChild(PersonRows.Row r) {
    return doubted(r) || age(r.births()) == AgeGroup.CHILD;
  }

  /** While one version makes a person possibly under 18, the rules for children apply. */
  private AgeGroup age(List<PartialDate> births) {
    AgeGroup all = births.isEmpty() ? AgeGroup.UNKNOWN : AgeGroup.ADULT;
    for (PartialDate b : births) {
      AgeGroup one = b.ageGroup(station.now().local().toLocalDate());
      if (one == AgeGroup.CHILD) {
        return AgeGroup.CHILD;
      }
      all = one == AgeGroup.UNKNOWN ? AgeGroup.UNKNOWN : all;
    }
    return all;
  }
}
