package org.sala.merge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
    Map<String, Set<StationId>> open = new TreeMap<>();
    for (String code : codes()) {
      Set<StationId> by = holding.of(r -> raises(r, code), r -> ends(r, code));
      if (!by.isEmpty()) {
        open.put(code, by);
      }
    }
    return open;
  }

  private Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    for (Written w : triage) {
      w.revision()
          .fields()
          .forEach(
              (key, value) -> {
                if (key.startsWith(URGENCY) && isSet(value)) {
                  codes.add(key.substring(URGENCY.length()));
                }
              });
    }
    return codes;
  }

  /**
   * Returns whether a revision raises a code; a word that nobody was told after all raises it
   * again, whoever says so.
   */
  private static boolean raises(Revision r, String code) {
    return !ends(r, code)
        && (isSet(r.fields().get(URGENCY + code)) || r.fields().containsKey(TOLD + code));
  }

  private static boolean ends(Revision r, String code) {
    return isSet(r.fields().get(TOLD + code))
        || r.fields().get(URGENCY + code) instanceof Value.Nothing;
  }

  private static boolean isSet(@Nullable Value value) {
    return value != null && !(value instanceof Value.Nothing);
  }
}
