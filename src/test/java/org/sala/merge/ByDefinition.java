package org.sala.merge;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * What stands in a record by the definition, asked of each revision with all its ancestors: slow,
 * and what {@link Lineage} has to say, too.
 */
final class ByDefinition {
  private final Map<RevisionId, Written> known = new HashMap<>();
  private final Map<RevisionId, Set<RevisionId>> ancestors = new HashMap<>();
  private final Set<StationId> deciding;

  ByDefinition(Home home, Collection<Written> record, Set<StationId> deciding) {
    record.stream()
        .filter(w -> home.has(w.revision()))
        .forEach(w -> known.put(w.revision().id(), w));
    this.deciding = deciding;
  }

  private Written written(RevisionId id) {
    return Objects.requireNonNull(known.get(id));
  }

  /** Whether one was written on top of another. */
  boolean isOn(RevisionId later, RevisionId earlier) {
    return ancestors.computeIfAbsent(later, this::find).contains(earlier);
  }

  private Set<RevisionId> find(RevisionId of) {
    Set<RevisionId> found = new HashSet<>();
    Deque<RevisionId> open = new ArrayDeque<>(List.of(of));
    while (!open.isEmpty()) {
      Written w = known.get(open.pop());
      if (w != null) {
        w.revision().parents().stream().filter(found::add).forEach(open::push);
      }
    }
    return found;
  }

  Set<RevisionId> common(Collection<RevisionId> revisions) {
    return known.keySet().stream()
        .filter(id -> revisions.stream().allMatch(r -> isOn(r, id)))
        .collect(Collectors.toSet());
  }

  Map<String, FieldState> fields() {
    Map<String, Map<RevisionId, Value>> setters = new TreeMap<>();
    known.keySet().stream()
        .filter(id -> !isAfterClosing(id))
        .forEach(id -> set(setters, id, (k, v) -> true));
    Map<String, FieldState> first = states(setters);
    known.keySet().stream()
        .filter(this::isAfterClosing)
        .forEach(
            id ->
                set(
                    setters,
                    id,
                    (k, v) ->
                        first.containsKey(k)
                            && first.get(k).disputed()
                            && first.get(k).values().contains(v)
                            && !k.equals("text")));
    return states(setters);
  }

  private interface Counting {
    boolean test(String key, Value value);
  }

  private void set(Map<String, Map<RevisionId, Value>> setters, RevisionId id, Counting counting) {
    written(id)
        .revision()
        .fields()
        .forEach(
            (k, v) -> {
              if (counting.test(k, v)) {
                setters.computeIfAbsent(k, any -> new HashMap<>()).put(id, v);
              }
            });
  }

  private boolean isAfterClosing(RevisionId id) {
    return known.values().stream()
        .map(Written::revision)
        .filter(c -> c.kind().equals("statement"))
        .filter(c -> c.fields().getOrDefault("closed", Value.Nothing.HERE) instanceof Value.Text)
        .anyMatch(c -> isOn(id, c.id()));
  }

  private Map<String, FieldState> states(Map<String, Map<RevisionId, Value>> setters) {
    Map<String, FieldState> states = new TreeMap<>();
    setters.forEach(
        (key, by) -> {
          Set<RevisionId> standing = latest(key, by);
          standing.addAll(beside(key, by, standing));
          states.put(
              key,
              new FieldState(
                  key, standing.stream().map(id -> new Version(id, by.get(id))).toList()));
        });
    return states;
  }

  private Set<RevisionId> latest(String key, Map<RevisionId, Value> by) {
    boolean once =
        by.keySet().stream().anyMatch(id -> Lineage.isClosed(written(id).revision().kind(), key));
    Set<RevisionId> latest = new HashSet<>(by.keySet());
    latest.removeIf(id -> by.keySet().stream().anyMatch(o -> once ? isOn(id, o) : isOn(o, id)));
    Set<RevisionId> begun = new HashSet<>(by.keySet());
    begun.removeIf(id -> !written(id).begins());
    if (once && !begun.isEmpty()) {
      latest.retainAll(begun);
    }
    return latest;
  }

  private Set<RevisionId> beside(String key, Map<RevisionId, Value> by, Set<RevisionId> latest) {
    Set<RevisionId> held = new HashSet<>();
    for (RevisionId id : by.keySet()) {
      Written said = written(id);
      List<Written> over =
          by.keySet().stream().filter(o -> isOn(o, id)).map(this::written).toList();
      List<Written> taking =
          over.stream()
              .filter(
                  o ->
                      Lineage.takesAway(
                          said.revision().kind(),
                          said.revision().record(),
                          key,
                          by.get(id),
                          by.get(o.revision().id())))
              .toList();
      if (!latest.contains(id)
          && taking.stream().anyMatch(o -> latest.contains(o.revision().id()))
          && !isEnded(key, by, said, taking)
          && over.stream().noneMatch(o -> isDecided(key, said, o))) {
        held.add(id);
      }
    }
    return held.stream()
        .filter(id -> held.stream().noneMatch(o -> isOn(o, id)))
        .collect(Collectors.toSet());
  }

  private boolean isEnded(
      String key, Map<RevisionId, Value> by, Written said, List<Written> taking) {
    boolean own = taking.stream().anyMatch(o -> o.station().equals(said.station()));
    return key.equals("status")
        ? own
        : taking.stream().anyMatch(first -> isSigned(said, first, taking))
            || taking.stream().anyMatch(o -> isSlip(said, o, by.get(o.revision().id())));
  }

  /**
   * Whether another officer has said so on top of a word that takes away, one of the two where it
   * was said.
   */
  private boolean isSigned(Written said, Written first, List<Written> taking) {
    return taking.stream()
        .anyMatch(
            second ->
                !second.author().equals(first.author())
                    && (first.station().equals(said.station())
                        || second.station().equals(said.station()))
                    && isOn(second.revision().id(), first.revision().id()));
  }

  private static boolean isSlip(Written said, Written over, Value value) {
    return value instanceof Value.Parts p
        && p.parts().containsKey("slip")
        && over.author().equals(said.author())
        && over.station().equals(said.station())
        && over.revision().parents().equals(List.of(said.revision().id()))
        && Lineage.isJustNow(said.time(), over.time());
  }

  private boolean isDecided(String key, Written said, Written over) {
    boolean alone =
        key.equals("birth")
            && deciding.contains(said.station())
            && over.author().equals(said.author())
            && over.revision().parents().size() == 1;
    return deciding.contains(over.station()) && !alone;
  }

  /** The stations whose word holds, as {@link Holding} says. */
  Set<StationId> holding(
      Predicate<Revision> says, Predicate<Revision> ends, Set<StationId> answering) {
    return known.values().stream()
        .filter(w -> says.test(w.revision()))
        .filter(
            w ->
                known.values().stream()
                    .filter(e -> ends.test(e.revision()))
                    .filter(e -> e.station().equals(w.station()) || answering.contains(e.station()))
                    .noneMatch(e -> isOn(e.revision().id(), w.revision().id())))
        .map(Written::station)
        .collect(Collectors.toSet());
  }

  /** The revisions that nobody has built on. */
  Set<RevisionId> heads() {
    Set<RevisionId> heads = new HashSet<>(known.keySet());
    heads.removeIf(id -> known.keySet().stream().anyMatch(o -> isOn(o, id)));
    return Collections.unmodifiableSet(heads);
  }
}
