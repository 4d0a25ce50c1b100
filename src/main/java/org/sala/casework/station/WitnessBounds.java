package org.sala.casework.station;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.Moment;
import org.sala.domain.Value;

/**
 * How much headquarters remembers of the audits of one laptop. What goes leaves nothing unproved
 * that is taken for proved: an entry that has no key of its own any more is looked at under an
 * earlier one, and an audit that was forgotten is shown as one whose key began anew.
 */
final class WitnessBounds {
  /** Runs of numbers of one laptop: no laptop is brought back more often. */
  static final int RUNS = 33;

  /** Keys that began anew, beside the first and the one in use. */
  static final int STARTS = 6;

  private WitnessBounds() {}

  /**
   * Returns those of a run's starts that stay: the first, so that no entry is looked at without a
   * key; the one that the next entry is under; and those that came last.
   *
   * @param starts in the order in which they came
   * @param number of the last entry that was right
   */
  static List<Value.Parts> starts(List<Value.Parts> starts, long number) {
    Optional<Value.Parts> first = Optional.empty();
    Optional<Value.Parts> inUse = Optional.empty();
    for (Value.Parts s : starts) {
      // Of two that begin with the same entry the later one counts, as where they are checked.
      if (first.filter(f -> from(f) < from(s)).isEmpty()) {
        first = Optional.of(s);
      }
      if (from(s) <= number + 1 && inUse.filter(u -> from(u) > from(s)).isEmpty()) {
        inUse = Optional.of(s);
      }
    }
    List<Value.Parts> staying = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      Value.Parts s = starts.get(i);
      if (i >= starts.size() - STARTS
          || first.filter(s::equals).isPresent()
          || inUse.filter(s::equals).isPresent()) {
        staying.add(s);
      }
    }
    return staying;
  }

  static long from(Value.Parts start) {
    return start.whole("from").orElse(1L);
  }

  /**
   * Takes runs out of what is known of a laptop until few enough are left: first those in which
   * nothing was ever wrong, of these the shortest, and the one that was heard of longest ago.
   *
   * @param all what is kept of each run, by its incarnation
   * @param now the run that has just been looked at, which stays
   * @return whether any was taken out
   */
  static boolean thin(Map<String, Value> all, String now) {
    boolean any = false;
    while (all.size() > RUNS) {
      String least =
          all.keySet().stream()
              .filter(run -> !run.equals(now))
              .min(
                  Comparator.<String, Boolean>comparing(run -> hasTrouble(all, run))
                      .thenComparing(run -> kept(all, run).whole("number").orElse(0L))
                      .thenComparing(run -> at(kept(all, run))))
              .orElseThrow();
      all.remove(least);
      any = true;
    }
    return any;
  }

  private static boolean hasTrouble(Map<String, Value> all, String run) {
    return kept(all, run).parts().containsKey("trouble");
  }

  private static Value.Parts kept(Map<String, Value> all, String run) {
    return all.get(run) instanceof Value.Parts p ? p : new Value.Parts(Map.of());
  }

  private static Instant at(Value.Parts kept) {
    return kept.text("at").map(t -> Moment.of(t).instant()).orElse(Instant.EPOCH);
  }
}
