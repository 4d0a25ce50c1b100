package org.sala.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;

/** Works out which of all that was ever set in the fields of one record stands. */
final class States {
  private final Descent descent;
  private final Set<RevisionId> beginning;
  private final Beside beside;

  /**
   * @param beginning what the record's maker began it with
   */
  States(Descent descent, Set<RevisionId> beginning, Beside beside) {
    this.descent = descent;
    this.beginning = beginning;
    this.beside = beside;
  }

  /**
   * The state of every field.
   *
   * @param setters by a field's key, which revisions have set it to what; all of them known
   */
  Map<String, FieldState> of(Map<String, Map<RevisionId, Value>> setters) {
    Map<String, FieldState> states = new TreeMap<>();
    List<Map.Entry<String, Map<RevisionId, Value>>> often = new ArrayList<>();
    List<Map.Entry<String, Map<RevisionId, Value>>> once = new ArrayList<>();
    for (Map.Entry<String, Map<RevisionId, Value>> e : setters.entrySet()) {
      Set<RevisionId> by = e.getValue().keySet();
      if (by.size() == 1) {
        states.put(e.getKey(), state(e, by));
      } else {
        (isOnce(e.getKey(), by) ? once : often).add(e);
      }
    }
    descent.later(
        often,
        e -> e.getValue().keySet(),
        (e, replaced) -> states.put(e.getKey(), several(e, without(e, replaced))));
    descent.earlier(
        once,
        e -> e.getValue().keySet(),
        (e, again) -> {
          Set<RevisionId> first = without(e, again);
          if (!Collections.disjoint(e.getValue().keySet(), beginning)) {
            first.retainAll(beginning);
          }
          states.put(e.getKey(), several(e, first));
        });
    return states;
  }

  /** By whichever kind says so: a revision may name another one than its record has. */
  private boolean isOnce(String key, Set<RevisionId> by) {
    return by.stream()
        .map(id -> descent.revision(id).kind())
        .distinct()
        .anyMatch(kind -> Lineage.isClosed(kind, key));
  }

  private static Set<RevisionId> without(
      Map.Entry<String, Map<RevisionId, Value>> field, Predicate<RevisionId> gone) {
    Set<RevisionId> some = new HashSet<>(field.getValue().keySet());
    some.removeIf(gone);
    return some;
  }

  private FieldState several(
      Map.Entry<String, Map<RevisionId, Value>> field, Set<RevisionId> latest) {
    latest.addAll(beside.of(field.getKey(), field.getValue(), latest));
    return state(field, latest);
  }

  private static FieldState state(
      Map.Entry<String, Map<RevisionId, Value>> field, Set<RevisionId> standing) {
    return new FieldState(
        field.getKey(),
        field.getValue().entrySet().stream()
            .filter(e -> standing.contains(e.getKey()))
            .map(e -> new Version(e.getKey(), e.getValue()))
            .toList());
  }
}
