package org.sala.merge;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;

/** What each of some revisions builds on, as far as all between is known. */
public final class Ancestry {
  private final Map<RevisionId, Revision> known = new HashMap<>();

  public Ancestry(Collection<Revision> revisions) {
    revisions.forEach(r -> known.put(r.id(), r));
  }

  /** Returns everything that one was written on top of, by somebody who so had it before him. */
  public Set<RevisionId> of(RevisionId later) {
    Set<RevisionId> found = new HashSet<>();
    Deque<RevisionId> open = new ArrayDeque<>();
    open.push(later);
    while (!open.isEmpty()) {
      Revision r = known.get(open.pop());
      if (r != null) {
        r.parents().stream().filter(found::add).forEach(open::push);
      }
    }
    return found;
  }
}
