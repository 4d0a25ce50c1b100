package org.sala.merge;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * What a triage has raised and nobody was told of. An urgency is over where the station that raised
 * it says that somebody was told, or takes it back, or where one says so whose word is enough here.
 */
public final class Raised {
  /** The family of fields by which a triage raises something. */
  public static final String URGENCY = "urgency/";

  /** The family of fields that say when somebody was told. */
  public static final String TOLD = "toldAt/";

  private final List<Written> triage;
  private final Holding holding;

  /**
   * @param triage its open revisions
   * @param answering stations whose word ends what others raised: this one and its headquarters
   */
  public Raised(Collection<Written> triage, Set<StationId> answering) {
    this.triage = List.copyOf(triage);
    this.holding = new Holding(triage, answering);
  }

  /** The codes that stand, each with the stations that have raised it. */
  public Map<String, Set<StationId>> open() {
    Set<String> codes = new HashSet<>();
    triage.forEach(w -> codes.addAll(codes(w.revision(), URGENCY, Raised::isSet)));
    Map<String, Set<StationId>> open = new TreeMap<>(holding.each(Raised::raised, Raised::ended));
    open.keySet().retainAll(codes);
    return open;
  }

  /**
   * Returns what a revision raises; a word that nobody was told after all raises it again, whoever
   * says so.
   */
  private static Set<String> raised(Revision r) {
    Set<String> raised = codes(r, URGENCY, Raised::isSet);
    raised.addAll(codes(r, TOLD, any -> true));
    raised.removeAll(ended(r));
    return raised;
  }

  private static Set<String> ended(Revision r) {
    Set<String> ended = codes(r, TOLD, Raised::isSet);
    ended.addAll(codes(r, URGENCY, value -> !isSet(value)));
    return ended;
  }

  /** The codes of which a revision has a field of some family that holds such a value. */
  private static Set<String> codes(Revision r, String family, Predicate<Value> holds) {
    Set<String> codes = new HashSet<>();
    r.fields()
        .forEach(
            (key, value) -> {
              if (key.startsWith(family) && holds.test(value)) {
                codes.add(key.substring(family.length()));
              }
            });
    return codes;
  }

  private static boolean isSet(Value value) {
    return !(value instanceof Value.Nothing);
  }
}
