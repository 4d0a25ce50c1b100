package org.sala.casework.station;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.domain.Change;
import org.sala.domain.Kinds;
import org.sala.domain.Piece;
import org.sala.merge.FieldState;

/** What was erased here, as far as other work has to go round it. */
@BehindTheDesk
public final class Erased {
  /** Divides the numbers that are kept of what was erased. */
  public static final String BETWEEN = "\n";

  private Erased() {}

  /** Numbers that were given out and whose records are gone: nobody else gets one of them. */
  public static Set<String> numbers(Station station) {
    Set<String> numbers = new HashSet<>();
    for (Map<String, FieldState> f :
        station.view().records().fieldsOfKind(Kinds.ERASURE.key()).values()) {
      numbers.addAll(Stored.words(f, "numbers", BETWEEN));
    }
    return numbers;
  }

  /** Returns the change without what was erased here: of that its id alone is kept. */
  static Change without(Station station, Change change) {
    if (change.revisions().stream().noneMatch(r -> station.scopeKeys().isErased(r.scope()))) {
      return change;
    }
    List<Piece> pieces =
        change.pieces().stream()
            .map(
                p ->
                    p instanceof Piece.Whole w && station.scopeKeys().isErased(w.revision().scope())
                        ? new Piece.Withheld(p.id())
                        : p)
            .toList();
    return new Change(change.header(), change.signature(), pieces);
  }
}
