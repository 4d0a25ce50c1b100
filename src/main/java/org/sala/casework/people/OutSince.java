package org.sala.casework.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.domain.RecordId;
import org.sala.store.PersonRows;
import org.sala.store.SamePersonRows;

/**
 * Who of those that were said to be inside is here now: somebody has said that the two records are
 * of one person. What was said of them is not touched, so that taking the link back brings them
 * back inside.
 */
@BehindTheDesk
public final class OutSince {
  /** More than these are not named in one question. */
  private static final int FEW = 1000;

  private final Station station;

  public OutSince(Station station) {
    this.station = station;
  }

  /** Of each that is linked, the person; of several, the one who was linked last. */
  public Map<RecordId, PersonRows.Row> of(Collection<RecordId> inside) {
    Map<RecordId, PersonRows.Row> out = new LinkedHashMap<>();
    if (inside.isEmpty()) {
      return out;
    }
    Set<RecordId> asked = Set.copyOf(inside);
    for (SamePersonRows.Said s :
        station.view().samePeople().said(asked.size() > FEW ? Set.of() : asked)) {
      for (RecordId one : Set.of(s.one(), s.other())) {
        if (s.same() && asked.contains(one) && !out.containsKey(one)) {
          Optional<PersonRows.Row> person = station.view().people().find(s.besides(one));
          person.ifPresent(p -> out.put(one, p));
        }
      }
    }
    return out;
  }
}
