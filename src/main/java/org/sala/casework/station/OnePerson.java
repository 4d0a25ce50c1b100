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

/** Which records are held to be of one person, over as many links as it takes. */
@BehindTheDesk
public final class OnePerson {
  private final Function<Set<RecordId>, List<SamePersonRows.Said>> said;

  public OnePerson(Station station) {
    this(people -> station.view().samePeople().said(people));
  }

  private OnePerson(Function<Set<RecordId>, List<SamePersonRows.Said>> said) {
    this.said = said;
  }

  /** The links as they are now, read with one question: for whoever asks of many people. */
  public OnePerson asNow() {
    Map<RecordId, List<SamePersonRows.Said>> all = new HashMap<>();
    for (SamePersonRows.Said s : said.apply(Set.of())) {
      all.computeIfAbsent(s.one(), id -> new ArrayList<>()).add(s);
      all.computeIfAbsent(s.other(), id -> new ArrayList<>()).add(s);
    }
    return new OnePerson(
        people -> people.stream().flatMap(p -> all.getOrDefault(p, List.of()).stream()).toList());
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
