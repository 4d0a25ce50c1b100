package org.sala.casework.station;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.sala.domain.RecordId;
import org.sala.store.SamePersonRows;

/**
 * Which records are held to be of one person, over as many links as it takes. One that reads them
 * as they were at one moment is for one thread.
 */
@BehindTheDesk
public final class OnePerson {
  private final Function<Set<RecordId>, List<SamePersonRows.Said>> said;
  private final boolean ofOneMoment;

  /** Of one moment: the same set for each of those that are in it. */
  private final Map<RecordId, Set<RecordId>> together = new HashMap<>();

  public OnePerson(Station station) {
    this(people -> station.view().samePeople().said(people), false);
  }

  private OnePerson(Function<Set<RecordId>, List<SamePersonRows.Said>> said, boolean ofOneMoment) {
    this.said = said;
    this.ofOneMoment = ofOneMoment;
  }

  /** The links as they are now, read with one question: for whoever asks of many people. */
  public OnePerson asNow() {
    if (ofOneMoment) {
      return this;
    }
    Map<RecordId, List<SamePersonRows.Said>> all = new HashMap<>();
    for (SamePersonRows.Said s : said.apply(Set.of())) {
      all.computeIfAbsent(s.one(), id -> new ArrayList<>()).add(s);
      all.computeIfAbsent(s.other(), id -> new ArrayList<>()).add(s);
    }
    return new OnePerson(
        people -> people.stream().flatMap(p -> all.getOrDefault(p, List.of()).stream()).toList(),
        true);
  }

  /**
   * The ids of all records of a person, in whichever order; also of those not known here. Of one
   * moment it costs each of them the same however many they are: the links are followed once.
   */
  public Set<RecordId> together(RecordId person) {
    if (!ofOneMoment) {
      return records(person);
    }
    Set<RecordId> all = together.get(person);
    if (all == null) {
      all = records(person);
      for (RecordId record : all) {
        together.put(record, all);
      }
    }
    return all;
  }

  /** The ids of all records of a person, this one first; also of those not known here. */
  public Set<RecordId> records(RecordId person) {
    return records(person, Set.of());
  }

  /**
   * The ids of all records of a person, as if some links were not there.
   *
   * @param without records that say so
   */
  public Set<RecordId> records(RecordId person, Set<RecordId> without) {
    Set<RecordId> found = new LinkedHashSet<>(Set.of(person));
    Set<RecordId> next = Set.of(person);
    while (!next.isEmpty()) {
      Set<RecordId> further = new LinkedHashSet<>();
      for (SamePersonRows.Said s : said.apply(next)) {
        if (s.same() && !without.contains(s.id())) {
          further.add(s.one());
          further.add(s.other());
        }
      }
      further.removeAll(found);
      found.addAll(further);
      next = further;
    }
    return found;
  }
}
