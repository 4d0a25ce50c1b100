package org.sala.merge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
  private final Descent descent;
  private final Standing standing;

  /** Makes the lineage of revisions whose record nobody is known to have made. */
  public Lineage(Collection<Revision> revisions) {
    revisions.forEach(r -> known.put(r.id(), r));
    descent = new Descent(known.values());
    standing = new Standing(known.values(), descent);
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
    States states = new States(descent, beginning, new Beside(descent, written, deciding));
    Set<RevisionId> closed = standing.afterClosing();
    List<Revision> after = new ArrayList<>();
    Map<String, Map<RevisionId, Value>> setters = new HashMap<>();
    for (Revision r : known.values()) {
      if (closed.contains(r.id())) {
        after.add(r);
      } else {
        r.fields()
            .forEach((k, v) -> setters.computeIfAbsent(k, any -> new HashMap<>()).put(r.id(), v));
      }
    }
    Map<String, FieldState> fields = states.of(setters);
    Map<String, Map<RevisionId, Value>> decided = Standing.deciding(after, fields);
    // What a decision says again was said before: there is something to decide between.
    decided.forEach((key, by) -> by.putAll(setters.getOrDefault(key, Map.of())));
    fields.putAll(states.of(decided));
    return fields;
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

  /** Whether a field of a kind is written once: it stays as it was first, whoever sets it again. */
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
    return standing.mayBeDecided(key);
  }

  /** The fields as all of these revisions knew them: what they have as common ground. */
  public Map<String, FieldState> before(Collection<RevisionId> revisions) {
    return restricted(descent.common(revisions)).fields();
  }

  /**
   * Fields that were set on one side or on both since the heads have parted, and that came together
   * by themselves; none where there is one head.
   */
  public Map<String, FieldState> joined() {
    Set<RevisionId> heads = heads();
    Map<String, FieldState> joined = new TreeMap<>();
    if (heads.size() > 1) {
      Set<RevisionId> common = descent.common(heads);
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

  private Lineage restricted(Set<RevisionId> to) {
    Lineage some = new Lineage(known.values().stream().filter(r -> to.contains(r.id())).toList());
    some.beginning.addAll(beginning);
    some.written.putAll(written);
    some.deciding.addAll(deciding);
    return some;
  }
}
