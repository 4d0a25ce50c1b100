package org.sala.merge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * What protects somebody and was written over by a value that does not. It stands beside that until
 * two officers have signed, one of them at the station that said it, or headquarters has decided.
 */
final class Beside {
  private final Map<RevisionId, Written> written;
  private final Set<StationId> deciding;
  private final Function<RevisionId, Set<RevisionId>> ancestors;

  /**
   * @param deciding headquarters, whose word takes away what others have said to protect somebody
   */
  Beside(
      Map<RevisionId, Written> written,
      Set<StationId> deciding,
      Function<RevisionId, Set<RevisionId>> ancestors) {
    this.written = written;
    this.deciding = deciding;
    this.ancestors = ancestors;
  }

  /**
   * Returns the revisions that stand beside the latest ones of a field.
   *
   * @param setters what each revision has set the field to
   */
  Set<RevisionId> of(String key, Map<RevisionId, Value> setters, Set<RevisionId> latest) {
    Set<RevisionId> held = new HashSet<>();
    for (RevisionId setter : setters.keySet()) {
      @Nullable Written said = written.get(setter);
      if (said != null && !latest.contains(setter) && Guarded.is(said.revision().kind(), key)) {
        List<RevisionId> taking = taking(key, setters, setter);
        if (taking.stream().anyMatch(latest::contains) && !isEnded(key, setters, said, taking)) {
          held.add(setter);
        }
      }
    }
    // Of what is held the last word says enough: the earlier ones are in the history.
    held.removeIf(h -> held.stream().anyMatch(o -> ancestors.apply(o).contains(h)));
    return held;
  }

  /** What was written on top of a value and takes away what it protects. */
  private List<RevisionId> taking(String key, Map<RevisionId, Value> setters, RevisionId setter) {
    Value was = Objects.requireNonNull(setters.get(setter));
    Revision r = Objects.requireNonNull(written.get(setter)).revision();
    return setters.keySet().stream()
        .filter(o -> ancestors.apply(o).contains(setter))
        .filter(
            o ->
                Guarded.takesAway(
                    r.record(), key, was, setters.getOrDefault(o, Value.Nothing.HERE)))
        .toList();
  }

  private boolean isEnded(
      String key, Map<RevisionId, Value> setters, Written said, List<RevisionId> taking) {
    List<Written> over = taking.stream().map(written::get).filter(Objects::nonNull).toList();
    boolean ended =
        Guarded.waitsForTwo(key)
            ? areTwo(said, over)
                || over.stream()
                    .anyMatch(
                        o ->
                            isSlip(
                                said,
                                o,
                                setters.getOrDefault(o.revision().id(), Value.Nothing.HERE)))
            : over.stream().anyMatch(o -> o.station().equals(said.station()));
    return ended
        || setters.keySet().stream()
            .filter(o -> ancestors.apply(o).contains(said.revision().id()))
            .map(written::get)
            .anyMatch(o -> o != null && isDecided(key, said, o));
  }

  /**
   * Whether headquarters has decided. An officer there who writes on top of the own word has not:
   * two decide between versions, and build on all of them.
   */
  private boolean isDecided(String key, Written said, Written over) {
    boolean alone =
        Guarded.waitsForTwo(key)
            && deciding.contains(said.station())
            && over.author().equals(said.author())
            && over.revision().parents().size() == 1;
    return deciding.contains(over.station()) && !alone;
  }

  /** Whether two officers have signed, one of them where it was said. */
  private static boolean areTwo(Written said, List<Written> over) {
    return over.stream().map(Written::author).distinct().count() > 1
        && over.stream().anyMatch(o -> o.station().equals(said.station()));
  }

  /**
   * Whether an officer puts the own slip right within minutes, on top of nothing else, and says so.
   */
  private static boolean isSlip(Written said, Written over, Value value) {
    return Guarded.saysSlip(value)
        && over.author().equals(said.author())
        && over.station().equals(said.station())
        && over.revision().parents().equals(List.of(said.revision().id()))
        && Lineage.isJustNow(said.time(), over.time());
  }
}
