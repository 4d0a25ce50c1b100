package org.sala.merge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sala.domain.Join;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * The family tree of one record in one compartment. The same revisions in any order, with repeats,
 * give the same heads and the same states.
 */
public final class Lineage {
  /** The field by which a record is closed, where its kind has one that is written once. */
  public static final String CLOSING = "closed";

  private final Map<RevisionId, Revision> known = new HashMap<>();
  private final Set<RevisionId> beginning = new HashSet<>();
  private final Map<RevisionId, Written> written = new HashMap<>();
  private final Set<StationId> deciding = new HashSet<>();

  /** Makes the lineage of revisions whose record nobody is known to have made. */
  public Lineage(Collection<Revision> revisions) {
    revisions.forEach(r -> known.put(r.id(), r));
  }

  /**
   * Returns the lineage of those revisions that name the home of their record; what its maker began
   * it with, stands.
   *
   * @param deciding headquarters, whose word takes away what others have said to protect somebody
   */
  public static Lineage of(Home home, Collection<Written> record, Set<StationId> deciding) {
    Lineage lineage =
        new Lineage(record.stream().map(Written::revision).filter(home::has).toList());
    record.forEach(w -> lineage.written.put(w.revision().id(), w));
    lineage.deciding.addAll(deciding);
    record.stream()
        .filter(Written::begins)
        .map(w -> w.revision().id())
        .filter(lineage.known::containsKey)
        .forEach(lineage.beginning::add);
    return lineage;
  }

  /** The revisions that nobody has built on, in the order of their ids. */
  public Set<RevisionId> heads() {
    Set<RevisionId> heads = new TreeSet<>(known.keySet());
    known.values().forEach(r -> r.parents().forEach(heads::remove));
    return heads;
  }

  /** The state of every field that was ever set to any effect, by key. */
  public Map<String, FieldState> fields() {
    Map<RevisionId, Set<RevisionId>> ancestors = new HashMap<>();
    Set<RevisionId> after =
        new Standing(known.values(), r -> ancestors.computeIfAbsent(r, this::ancestors))
            .afterClosing();
    Map<String, Map<RevisionId, Value>> setters = new TreeMap<>();
    for (Revision r : known.values()) {
      if (!after.contains(r.id())) {
        r.fields().forEach((k, v) -> set(setters, k, r, v));
      }
    }
    Map<String, FieldState> states = states(setters, ancestors);
    if (after.isEmpty()) {
      return states;
    }
    for (Revision r : known.values()) {
      if (after.contains(r.id())) {
        r.fields().entrySet().stream()
            .filter(e -> Standing.decides(r, e.getKey(), e.getValue(), states.get(e.getKey())))
            .forEach(e -> set(setters, e.getKey(), r, e.getValue()));
      }
    }
    return states(setters, ancestors);
  }

  private static void set(
      Map<String, Map<RevisionId, Value>> setters, String key, Revision r, Value value) {
    setters.computeIfAbsent(key, any -> new HashMap<>()).put(r.id(), value);
  }

  private Map<String, FieldState> states(
      Map<String, Map<RevisionId, Value>> setters, Map<RevisionId, Set<RevisionId>> ancestors) {
    Map<String, FieldState> states = new TreeMap<>();
    setters.forEach(
        (key, byRevision) -> {
          Set<RevisionId> latest = new HashSet<>(byRevision.keySet());
          if (latest.size() > 1) {
            // By whichever kind says so: a revision may name another one than its record has.
            boolean once =
                known.values().stream()
                    .anyMatch(r -> byRevision.containsKey(r.id()) && isClosed(r, key));
            if (once && !Collections.disjoint(latest, beginning)) {
              latest.retainAll(beginning);
            }
            for (RevisionId setter : byRevision.keySet()) {
              Set<RevisionId> before = ancestors.computeIfAbsent(setter, this::ancestors);
              if (!once) {
                latest.removeAll(before);
              } else if (!Collections.disjoint(before, byRevision.keySet())) {
                latest.remove(setter);
              }
            }
            latest.addAll(
                new Beside(written, deciding, r -> ancestors.computeIfAbsent(r, this::ancestors))
                    .of(key, byRevision, latest));
          }
          List<Version> versions =
              byRevision.entrySet().stream()
                  .filter(e -> latest.contains(e.getKey()))
                  .map(e -> new Version(e.getKey(), e.getValue()))
                  .toList();
          states.put(key, new FieldState(key, versions));
        });
    return states;
  }

  /** Whether a value of a field may take away what another station has said to protect somebody. */
  public static boolean isGuarded(String kind, String key) {
    return Guarded.is(kind, key);
  }

  /** Whether a value of a field takes away what another one protects. */
  public static boolean takesAway(String kind, RecordId record, String key, Value was, Value is) {
    return Guarded.is(kind, key) && Guarded.takesAway(record, key, was, is);
  }

  /** Returns a value that says of itself that it puts a slip of its officer right. */
  public static Value.Parts slip(Value.Parts value) {
    Map<String, Value> parts = new LinkedHashMap<>(value.parts());
    parts.put(Guarded.SAYS_SLIP, Value.flag(true));
    return new Value.Parts(parts);
  }

  /** Whether something was written so lately that whoever did so may put a slip right alone. */
  public static boolean isJustNow(Instant written, Instant now) {
    Duration since = Duration.between(written, now);
    return !since.isNegative() && since.compareTo(Guarded.SLIP) <= 0;
  }

  /** Whether a field is written once: it stays as it was first, whoever sets it again on top. */
  public static boolean isClosed(Revision r, String key) {
    return isClosed(r.kind(), key);
  }

  /** Returns whether a field of a kind is written once. */
  public static boolean isClosed(String kind, String key) {
    return Kinds.find(kind)
        .flatMap(k -> k.field(key))
        .filter(f -> f.join() == Join.CLOSED)
        .isPresent();
  }

  /** Whether records of a kind are closed at some time, and nothing is added to them then. */
  public static boolean isClosedForGood(String kind) {
    return Kinds.find(kind)
        .flatMap(k -> k.field(CLOSING))
        .filter(f -> f.join() == Join.CLOSED)
        .isPresent();
  }

  /** Whether versions of a field are decided between: what is written once stays twice. */
  public static boolean isDecided(String kind, String key) {
    return Kinds.find(kind)
        .flatMap(k -> k.field(key))
        .filter(f -> f.join() != Join.CLOSED)
        .isPresent();
  }

  /** Whether people may decide between versions of a field; signed words stay beside others. */
  public boolean mayBeDecided(String key) {
    return known.values().stream()
        .noneMatch(r -> Standing.closes(r) && Standing.isWords(r.kind(), key));
  }

  /** The fields as all of these revisions knew them: what they have as common ground. */
  public Map<String, FieldState> before(Collection<RevisionId> revisions) {
    return restricted(common(revisions)).fields();
  }

  /**
   * Fields that were set on one side or on both since the heads have parted, and that came together
   * by themselves; none where there is one head.
   */
  public Map<String, FieldState> joined() {
    Set<RevisionId> heads = heads();
    Map<String, FieldState> joined = new TreeMap<>();
    if (heads.size() > 1) {
      Set<RevisionId> common = common(heads);
      joined.putAll(fields());
      joined.values().removeIf(FieldState::disputed);
      joined
          .keySet()
          .retainAll(
              known.values().stream()
                  .filter(r -> !common.contains(r.id()))
                  .flatMap(r -> r.fields().keySet().stream())
                  .collect(Collectors.toSet()));
    }
    return joined;
  }

  private Set<RevisionId> common(Collection<RevisionId> revisions) {
    Set<RevisionId> common = new HashSet<>(known.keySet());
    revisions.forEach(r -> common.retainAll(ancestors(r)));
    return common;
  }

  private Lineage restricted(Set<RevisionId> to) {
    Lineage some = new Lineage(known.values().stream().filter(r -> to.contains(r.id())).toList());
    some.beginning.addAll(beginning);
    some.written.putAll(written);
    some.deciding.addAll(deciding);
    return some;
  }

  private Set<RevisionId> ancestors(RevisionId of) {
    Set<RevisionId> found = new HashSet<>();
    Deque<RevisionId> open = new ArrayDeque<>(List.of(of));
    while (!open.isEmpty()) {
      Revision r = known.get(open.pop());
      if (r != null) {
        for (RevisionId parent : r.parents()) {
          if (found.add(parent)) {
            open.push(parent);
          }
        }
      }
    }
    return found;
  }
}
