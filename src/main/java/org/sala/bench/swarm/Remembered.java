package org.sala.bench.swarm;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.Value;

/**
 * Remembers which words, findings and the like on a person were at a laptop when somebody there
 * wrote down the next one: seen from outside, whatever the record says of itself that it knew.
 */
final class Remembered {
  private final Map<RecordId, Set<RecordId>> knew = new HashMap<>();

  /** Does an act that writes one, which a program that is killed meanwhile may have or not. */
  void writing(Laptop at, String kind, RecordId person, Runnable act) {
    Set<RecordId> before = here(at, kind, person);
    try {
      act.run();
    } finally {
      for (RecordId one : here(at, kind, person)) {
        if (!before.contains(one)) {
          knew.put(one, before);
        }
      }
    }
  }

  private static Set<RecordId> here(Laptop at, String kind, RecordId person) {
    Set<RecordId> here = new LinkedHashSet<>();
    for (Revision r : at.journal().revisions()) {
      if (r.kind().equals(kind) && Value.ref(person).equals(r.fields().get("person"))) {
        here.add(r.record());
      }
    }
    return here;
  }

  /** Whether somebody who wrote one down knew of another. */
  boolean knew(RecordId one, RecordId other) {
    return knew.getOrDefault(one, Set.of()).contains(other);
  }
}
