package org.sala.bench.swarm;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.Join;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.journal.Committed;

/**
 * What a set of revisions comes to, worked out by the plainest means: slow, and nothing of it is
 * shared with what it judges.
 */
final class Truth {
  private final Map<RevisionId, Revision> all = new LinkedHashMap<>();

  private final Map<RevisionId, ChangeHeader> wrote = new HashMap<>();
  private final Optional<StationId> headquarters;

  Truth(Collection<Revision> revisions) {
    this.headquarters = Optional.empty();
    revisions.forEach(r -> all.put(r.id(), r));
  }

  /**
   * Made where it is known who wrote each of them.
   *
   * @param headquarters whose word is enough for everybody
   */
  Truth(MemoryJournal journal, StationId headquarters) {
    this.headquarters = Optional.of(headquarters);
    for (Committed c : journal.committed()) {
      for (Revision r : c.change().revisions()) {
        all.put(r.id(), r);
        wrote.put(r.id(), c.change().header());
      }
    }
  }

  /** Returns where a revision was written, which is among them. */
  StationId station(RevisionId id) {
    return java.util.Objects.requireNonNull(wrote.get(id)).station();
  }

  Set<RecordId> records() {
    Set<RecordId> records = new TreeSet<>(java.util.Comparator.comparing(RecordId::toString));
    all.values().forEach(r -> records.add(r.record()));
    return records;
  }

  boolean has(RevisionId id) {
    return all.containsKey(id);
  }

  /** Returns the revision of that id, which is among them. */
  Revision revision(RevisionId id) {
    return java.util.Objects.requireNonNull(all.get(id));
  }

  /**
   * Whether a record ever stood in several heads, in the order in which its revisions came, or
   * would have in another: by two who did not know of each other, also where what joins them came
   * before one of them, or by one whose ancestors came later.
   */
  boolean cameTogether(RecordId record) {
    for (Compartment c : Compartment.values()) {
      List<Revision> come = of(record, c);
      for (int n = 2; n <= come.size(); n++) {
        Revision last = come.get(n - 1);
        boolean besideAny =
            come.subList(0, n - 1).stream()
                .anyMatch(r -> !isBefore(r.id(), last) && !isBefore(last.id(), r));
        if (besideAny || heads(come.subList(0, n)).size() > 1) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Revision> of(RecordId record, Compartment compartment) {
    return all.values().stream()
        .filter(r -> r.record().equals(record) && r.compartment() == compartment)
        .toList();
  }

  /** Revisions of a record that no other one names as a parent. */
  Set<RevisionId> heads(RecordId record, Compartment compartment) {
    return heads(of(record, compartment));
  }

  private static Set<RevisionId> heads(List<Revision> revisions) {
    Set<RevisionId> heads = new TreeSet<>();
    for (Revision r : revisions) {
      if (revisions.stream().noneMatch(o -> o.parents().contains(r.id()))) {
        heads.add(r.id());
      }
    }
    return heads;
  }

  /**
   * For each field the values that nobody who knew them has replaced, by the revision's id; of what
   * is written once those that replaced nothing.
   */
  Map<String, Map<RevisionId, Value>> fields(RecordId record, Compartment compartment) {
    List<Revision> revisions = of(record, compartment);
    Map<String, Map<RevisionId, Value>> fields = new TreeMap<>();
    for (Revision r : revisions) {
      r.fields()
          .forEach(
              (key, value) -> {
                boolean once =
                    Kinds.find(r.kind())
                        .flatMap(k -> k.field(key))
                        .filter(f -> f.join() == Join.CLOSED)
                        .isPresent();
                boolean replaced =
                    revisions.stream()
                        .filter(o -> o.fields().containsKey(key))
                        .anyMatch(o -> once ? isBefore(o.id(), r) : isBefore(r.id(), o));
                if (!replaced) {
                  fields.computeIfAbsent(key, k -> new TreeMap<>()).put(r.id(), value);
                }
              });
    }
    Map<RevisionId, Value> ages = fields.get(TrueAges.BIRTH);
    if (ages != null && headquarters.isPresent()) {
      ages.putAll(
          new TrueAges(this, wrote, headquarters.get())
              .beside(revisions, Set.copyOf(ages.keySet())));
    }
    return fields;
  }

  /** Whether one lies among the ancestors of the other, as far as they are here. */
  boolean isBefore(RevisionId earlier, Revision later) {
    Set<RevisionId> seen = new HashSet<>();
    Deque<RevisionId> open = new ArrayDeque<>(later.parents());
    while (!open.isEmpty()) {
      RevisionId next = open.pop();
      if (next.equals(earlier)) {
        return true;
      }
      Revision r = all.get(next);
      if (r != null && seen.add(next)) {
        open.addAll(r.parents());
      }
    }
    return false;
  }

  /** Whether somebody has to decide between values. */
  static boolean disputed(Map<RevisionId, Value> versions) {
    return new HashSet<>(versions.values()).size() > 1;
  }
}
