package org.sala.bench.swarm;

import java.util.Map;
import java.util.Optional;
import org.sala.domain.Revision;

/** What is broken on purpose, to see that it is found out. */
public enum Broken {
  NOTHING,
  /** Where versions meet, the one that came last stands, and the others are forgotten. */
  LAST_WINS,
  /** Where versions meet, what they have in common is not read. */
  DROPPED_ANCESTOR,
  /** Nobody looks at what waits: the second copy of a workspace is never heard. */
  IGNORED_FORK,
  /** A package counts as received because it was carried. */
  CARRIED_IS_RECEIVED,
  /** The disk loses the last thing that it said it had. */
  FORGETFUL_DISK,
  /** Headquarters joins two versions to a third that nobody has written. */
  INVENTED_JOIN,
  /** What a person said is written down without what was known of it: the last that came stands. */
  WORD_OF_BEFORE,
  /**
   * A finding is written down without what was known of it: what takes protection away stands where
   * it came last.
   */
  FINDING_OF_BEFORE,
  /** A form that stood open writes over whatever came meanwhile. */
  WRITTEN_OVER,
  /** Headquarters takes an officer back, and whoever opens packages does not hear of it. */
  BELIEVED_STILL,
  /** One word on top of a child's age ends it. */
  AGE_BY_ONE,
  /** The issuing key is in other hands, and nobody takes it back. */
  STOLEN_AND_STILL_BELIEVED,
  /** What a neighbour has taken in counts as received at headquarters. */
  BROUGHT_IS_RECEIVED,
  /** That two records are one person's ends with whoever says otherwise. */
  PARTED_BY_ANYBODY,
  /** A copy is handed to another agency, and nobody asks once more whether a yes was taken back. */
  HANDED_OVER_UNASKED;

  /** How the view reads a revision back where versions meet. */
  Optional<Revision> read(MemoryJournal journal, Optional<Revision> whole) {
    return switch (this) {
      case LAST_WINS -> whole.map(Broken::emptied);
      case DROPPED_ANCESTOR -> whole.filter(r -> !journal.isBuiltOn(r.id()));
      case NOTHING,
          IGNORED_FORK,
          CARRIED_IS_RECEIVED,
          FORGETFUL_DISK,
          INVENTED_JOIN,
          WORD_OF_BEFORE,
          FINDING_OF_BEFORE,
          WRITTEN_OVER,
          BELIEVED_STILL,
          AGE_BY_ONE,
          STOLEN_AND_STILL_BELIEVED,
          BROUGHT_IS_RECEIVED,
          PARTED_BY_ANYBODY,
          HANDED_OVER_UNASKED ->
          whole;
    };
  }

  private static Revision emptied(Revision r) {
    return new Revision(
        r.id(),
        r.bytes(),
        r.record(),
        r.kind(),
        r.parents(),
        r.scope(),
        r.compartment(),
        Map.of(),
        r.reason());
  }
}
