package org.sala.merge;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
  private final Function<RevisionId, Set<RevisionId>> ancestors;

  Standing(Collection<Revision> known, Function<RevisionId, Set<RevisionId>> ancestors) {
    this.known = known;
    this.ancestors = ancestors;
  }

  /**
   * Returns the revisions that were written on top of a closing, which is for good. Whoever wrote
   * on without having seen it stands beside it.
   */
  Set<RevisionId> afterClosing() {
    List<Revision> closings = known.stream().filter(Standing::closes).toList();
    if (closings.isEmpty()) {
      return Set.of();
    }
    Set<RevisionId> after = new HashSet<>();
    for (Revision r : known) {
      if (closings.stream()
          .anyMatch(
              c -> Home.of(c).equals(Home.of(r)) && ancestors.apply(r.id()).contains(c.id()))) {
        after.add(r.id());
      }
    }
    return after;
  }

  static boolean closes(Revision r) {
    return Lineage.isClosedForGood(r.kind())
        && r.fields().containsKey(Lineage.CLOSING)
        && !(r.fields().get(Lineage.CLOSING) instanceof Value.Nothing);
  }

  /**
   * Whether a value that was set on top of a closing counts: it decides between versions that
   * differ there, and not between the words that were signed and others.
   *
   * @param stands how the field stands without it
   */
  static boolean decides(Revision r, String key, Value value, @Nullable FieldState stands) {
    return stands != null
        && stands.disputed()
        && stands.values().contains(value)
        && !isWords(r.kind(), key);
  }

  /** Whether a field holds what somebody said in so many words. */
  static boolean isWords(String kind, String key) {
    return Kinds.find(kind)
        .flatMap(k -> k.field(key))
        .filter(f -> f.join() == Join.TEXT)
        .isPresent();
  }
}
