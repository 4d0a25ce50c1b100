package org.sala.merge;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sala.domain.Revision;
import org.sala.domain.StationId;

/**
 * Works out what stations have said in one record and what of it holds: until the one that said it
 * says otherwise on top of that, or one whose word is enough here. What any other one writes is
 * kept and ends nothing. The same revisions in any order give the same.
 */
public final class Holding {
  private final List<Written> record;
  private final Set<StationId> answering;
  private final Ancestry ancestry;

  /**
   * @param answering stations whose word ends what others have said: this one and its headquarters
   */
  public Holding(Collection<Written> record, Set<StationId> answering) {
    this.record = List.copyOf(record);
    this.answering = Set.copyOf(answering);
    this.ancestry = new Ancestry(record.stream().map(Written::revision).toList());
  }

  /** The stations whose word holds; none where nothing does. */
  public Set<StationId> of(Predicate<Revision> says, Predicate<Revision> ends) {
    List<Written> ending = record.stream().filter(w -> ends.test(w.revision())).toList();
    return record.stream()
        .filter(w -> says.test(w.revision()))
        .filter(w -> ending.stream().noneMatch(e -> isEnded(w, e)))
        .map(Written::station)
        .collect(Collectors.toSet());
  }

  private boolean isEnded(Written said, Written by) {
    return (by.station().equals(said.station()) || answering.contains(by.station()))
        && ancestry.isOn(by.revision().id(), said.revision().id());
  }
}
