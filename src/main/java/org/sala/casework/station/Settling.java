package org.sala.casework.station;

import java.util.Set;
import org.sala.domain.FieldType;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.merge.Lineage;
import org.sala.store.DisputeRows;

/**
 * Tells which differing versions nobody settles by writing on. Where versions of something that
 * protects a person differ, two officers at headquarters decide, and until then every reading that
 * protects holds; which words of a statement stand is said in so many words. Whoever writes on
 * changes the own version alone.
 */
public final class Settling {
  /** Kinds that say whether somebody is protected. */
  private static final Set<String> PROTECTIVE =
      Set.of(
          Kinds.TRIAGE.key(),
          Kinds.SCREENING.key(),
          Kinds.FINDING.key(),
          Kinds.CONFIRMATION.key(),
          Kinds.CONSENT.key(),
          Kinds.FEAR.key(),
          Kinds.PAIR.key(),
          Kinds.SAME_PERSON.key());

  /** What was said, and what it was translated to. */
  private static final Set<String> STATEMENT_WORDS = Set.of("text", "translation");

  private Settling() {}

  /** Whether two officers decide between versions of a field. */
  public static boolean protects(Kind kind, String key) {
    return PROTECTIVE.contains(kind.key())
        || kind.equals(Kinds.INSIDE) && key.equals("status")
        || kind.equals(Kinds.PERSON)
            && kind.field(key).filter(f -> f.type() == FieldType.DATE).isPresent();
  }

  /**
   * Whether anybody decides between versions of a field. What is written once stays twice, and so
   * do the words of a statement that was signed: an addition says more. Of a protected part the
   * view says that it differs only where somebody decides.
   */
  public static boolean isDecided(Station station, DisputeRows.Dispute differing) {
    if (differing.isProtected()) {
      return Kinds.find(differing.kind()).isPresent();
    }
    boolean words =
        differing.kind().equals(Kinds.STATEMENT.key())
            && STATEMENT_WORDS.contains(differing.name());
    return Lineage.isDecided(differing.kind(), differing.name())
        && !(words
            && station.view().records().fields(differing.record()).containsKey(Lineage.CLOSING));
  }

  /**
   * Whether what is written here leaves the versions open. Where there is no headquarters nobody
   * would ever decide: there it is settled as everything else is, by whoever has seen all of them.
   */
  public static boolean waits(Station station, Kind kind, String key) {
    return protects(kind, key)
        && (station.state().flag("isHeadquarters") || !station.trust().authorities().isEmpty());
  }

  /** Whether a revision that sets a field of which versions differ has the own one as parent. */
  static boolean leavesOpen(Station station, Kind kind, String key) {
    return waits(station, kind, key)
        || kind.equals(Kinds.STATEMENT) && STATEMENT_WORDS.contains(key);
  }
}
