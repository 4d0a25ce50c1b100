package org.sala.merge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.domain.Join;
import org.sala.domain.Kinds;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;

/**
 * Decides which revisions of a record count for what stands in it. All of them are kept, and are in
 * its history; nobody's program writes those that do not count, so that somebody has written them
 * by hand.
 */
final class Standing {
  private final Collection<Revision> known;
  private final Descent descent;
  private final Map<Home, List<Revision>> closings;

  Standing(Collection<Revision> known, Descent descent) {
    this.known = known;
    this.descent = descent;
    this.closings =
        known.stream().filter(Standing::closes).collect(Collectors.groupingBy(Home::of));
  }

  /**
   * Returns the revisions that were written on top of a closing, which is for good. Whoever wrote
   * on without having seen it stands beside it.
   */
  Set<RevisionId> afterClosing() {
    Set<RevisionId> after = new HashSet<>();
    descent.earlier(
        closings.entrySet(),
        closed -> closed.getValue().stream().map(Revision::id).toList(),
        (closed, isAfter) ->
            known.stream()
                .filter(closed.getKey()::has)
                .map(Revision::id)
                .filter(isAfter)
                .forEach(after::add));
    return after;
  }

  /** Whether versions of a field may be decided between: not of words that were closed. */
  boolean mayBeDecided(String key) {
    return closings.keySet().stream().noneMatch(home -> isWords(home.kind(), key));
  }

  private static boolean closes(Revision r) {
    return Lineage.isClosedForGood(r.kind())
        && r.fields().containsKey(Lineage.CLOSING)
        && !(r.fields().get(Lineage.CLOSING) instanceof Value.Nothing);
  }

  /**
   * Returns of what was set on top of closings what counts: it decides between versions that differ
   * there, and not between the words that were signed and others.
   *
   * @param stands how the fields stand without it
   */
  static Map<String, Map<RevisionId, Value>> deciding(
      Collection<Revision> after, Map<String, FieldState> stands) {
    Map<String, Set<Value>> versions = new HashMap<>();
    stands.forEach(
        (key, state) -> {
          if (state.disputed()) {
            versions.put(key, new HashSet<>(state.values()));
          }
        });
    Map<String, Map<RevisionId, Value>> deciding = new HashMap<>();
    for (Revision r : after) {
      r.fields()
          .forEach(
              (key, value) -> {
                if (versions.getOrDefault(key, Set.of()).contains(value)
                    && !isWords(r.kind(), key)) {
                  deciding.computeIfAbsent(key, any -> new HashMap<>()).put(r.id(), value);
                }
              });
    }
    return deciding;
  }

  /** Whether a field holds what somebody said in so many words. */
  private static boolean isWords(String kind, String key) {
    return Kinds.find(kind)
        .flatMap(k -> k.field(key))
        .filter(f -> f.join() == Join.TEXT)
        .isPresent();
  }
}
