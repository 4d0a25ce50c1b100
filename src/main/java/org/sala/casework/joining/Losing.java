package org.sala.casework.joining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.people.People;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.OnePerson;
import org.sala.casework.station.Station;
import org.sala.domain.RecordId;

/**
 * Works out whether a record of a person loses something that protects and that another record of
 * the same person says: a no, a fear, what a yes leaves out, or the age by which the rules for
 * children hold.
 */
@BehindTheDesk
public final class Losing {
  private final Station station;
  private final People people;
  private final OnePerson linked;
  private final Consents consents;
  private final Fears fears;

  public Losing(Station station, Ledger ledger, People people) {
    this.station = station;
    this.people = people;
    this.linked = new OnePerson(station);
    this.consents = new Consents(station, ledger);
    this.fears = new Fears(station, ledger);
  }

  /**
   * Whether one of two records loses any of it without some links.
   *
   * @param links records that say who is the same
   */
  boolean byParting(List<RecordId> both, Set<RecordId> links) {
    // Nobody reads too many to see whether one of them says no.
    return linked.group(both.getFirst()).tooMany()
        || both.stream().anyMatch(p -> byParting(p, links));
  }

  private boolean byParting(RecordId person, Set<RecordId> links) {
    Set<RecordId> stay = linked.records(person, links);
    Set<RecordId> lost = new LinkedHashSet<>(linked.records(person));
    lost.removeAll(stay);
    // Who was only told of has no record of an own that a no or rules for children could hold for:
    // the name never leaves. Where the person came from it may, but for a fear.
    boolean anybody = stay.stream().anyMatch(this::isPerson);
    boolean rules = anybody && isChild(lost) && !isChild(stay);
    return rules || lost.stream().anyMatch(r -> anybody ? saysAnything(r) : !fears.of(r).isEmpty());
  }

  /**
   * Returns the records that lose any of it when another one is erased. Of too many records nobody
   * reads all, and each of these may. What others told of the person as inside is none of them:
   * erasing takes two officers as parting does, and whom one record tells of keeps nobody's own.
   */
  public Set<RecordId> byErasing(RecordId gone) {
    OnePerson.Group group = linked.group(gone);
    Set<RecordId> stay = new LinkedHashSet<>(group.records());
    stay.remove(gone);
    if (group.tooMany()) {
      return stay;
    }
    stay.removeIf(r -> !isPerson(r));
    boolean rules = !stay.isEmpty() && isChild(Set.of(gone)) && !isChild(stay);
    return rules || saysAnything(gone) ? stay : Set.of();
  }

  private boolean isPerson(RecordId record) {
    return people.find(record).isPresent();
  }

  private boolean saysAnything(RecordId record) {
    return consents.keepsAnything(record) || !fears.of(record).isEmpty();
  }

  private boolean isChild(Set<RecordId> records) {
    return records.stream()
        .flatMap(r -> station.view().people().find(r).stream())
        .anyMatch(people::alonePossiblyChild);
  }
}
