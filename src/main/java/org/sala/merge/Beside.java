package org.sala.merge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * What protects somebody and was written over by a value that does not. It stands beside that until
 * two officers have signed, one of them at the station that said it, or headquarters has decided.
 */
final class Beside {
  private final Descent descent;
  private final Map<RevisionId, Written> written;
  private final Set<StationId> deciding;

  /**
   * @param deciding headquarters, whose word takes away what others have said to protect somebody
   */
  Beside(Descent descent, Map<RevisionId, Written> written, Set<StationId> deciding) {
    this.descent = descent;
    this.written = written;
    this.deciding = deciding;
  }

  /**
   * Returns the revisions that stand beside the latest ones of a field.
   *
   * @param setters what each revision has set the field to
   */
  Set<RevisionId> of(String key, Map<RevisionId, Value> setters, Set<RevisionId> latest) {
    if (!Guarded.isKey(key)) {
      return Set.of();
    }
    List<Written> all =
        setters.keySet().stream()
            .map(written::get)
            .filter(Objects::nonNull)
            .filter(w -> Guarded.is(w.revision().kind(), key))
            .toList();
    List<Written> taking =
        all.stream()
            .filter(w -> Guarded.takes(w.revision().record(), key, value(w, setters)))
            .toList();
    Predicate<RevisionId> taken =
        descent.later(ids(taking.stream().filter(w -> latest.contains(w.revision().id()))));
    List<Written> said =
        all.stream()
            .filter(w -> !latest.contains(w.revision().id()) && taken.test(w.revision().id()))
            .filter(w -> Guarded.protects(w.revision().record(), key, value(w, setters)))
            .toList();
    if (said.isEmpty()) {
      return Set.of();
    }
    Endings endings = new Endings(descent, said, all, taking, deciding);
    Set<RevisionId> held = ids(said.stream());
    held.removeAll(
        Guarded.waitsForTwo(key)
            ? endings.byTwo(w -> Guarded.saysSlip(value(w, setters)))
            : endings.byOne());
    // Of what is held the last word says enough: the earlier ones are in the history.
    held.removeIf(descent.later(held));
    return held;
  }

  private static Set<RevisionId> ids(Stream<Written> some) {
    return some.map(w -> w.revision().id()).collect(Collectors.toCollection(HashSet::new));
  }

  private static Value value(Written w, Map<RevisionId, Value> setters) {
    return setters.getOrDefault(w.revision().id(), Value.Nothing.HERE);
  }
}
