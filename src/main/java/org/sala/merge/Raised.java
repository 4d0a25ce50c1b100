package org.sala.merge;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * What a triage has raised and nobody was told of. An urgency is over where the station that raised
 * it says that somebody was told, or takes it back, or where one says so whose word is enough here.
 * What any other one writes ends nothing. The same revisions in any order give the same.
 */
public final class Raised {
  /** The family of fields by which a triage raises something. */
  public static final String URGENCY = "urgency/";

  /** The family of fields that say when somebody was told. */
  public static final String TOLD = "toldAt/";

  private final Map<RevisionId, Written> known = new HashMap<>();
  private final Set<StationId> answering;

  /** An open revision of a triage, and the station that wrote it. */
  public record Written(Revision revision, StationId station) {}

  /**
   * @param answering stations whose word ends what others raised: this one and its headquarters
   */
  public Raised(Collection<Written> triage, Set<StationId> answering) {
    triage.forEach(w -> known.put(w.revision().id(), w));
    this.answering = Set.copyOf(answering);
  }

  /** The codes that stand, each with the stations that have raised it. */
  public Map<String, Set<StationId>> open() {
    Map<String, Set<StationId>> open = new TreeMap<>();
    for (String code : codes()) {
      Map<Written, Set<RevisionId>> ends = new HashMap<>();
      for (Written w : known.values()) {
        if (ends(w.revision(), code)) {
          ends.put(w, ancestors(w.revision()));
        }
      }
      for (Written w : known.values()) {
        if (raises(w.revision(), code) && !isOver(w, ends)) {
          open.computeIfAbsent(code, any -> new HashSet<>()).add(w.station());
        }
      }
    }
    return open;
  }

  private boolean isOver(Written raised, Map<Written, Set<RevisionId>> ends) {
    return ends.entrySet().stream()
        .anyMatch(
            e ->
                e.getValue().contains(raised.revision().id())
                    && (e.getKey().station().equals(raised.station())
                        || answering.contains(e.getKey().station())));
  }

  private Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    for (Written w : known.values()) {
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

  /** That nobody was told after all raises it again, whoever says so. */
  private static boolean raises(Revision r, String code) {
    return !ends(r, code)
        && (isSet(r.fields().get(URGENCY + code)) || r.fields().containsKey(TOLD + code));
  }

  private static boolean ends(Revision r, String code) {
    Value told = r.fields().get(TOLD + code);
    Value urgency = r.fields().get(URGENCY + code);
    return isSet(told) || urgency instanceof Value.Nothing;
  }

  private static boolean isSet(@Nullable Value value) {
    return value != null && !(value instanceof Value.Nothing);
  }

  private Set<RevisionId> ancestors(Revision of) {
    Set<RevisionId> found = new HashSet<>();
    Deque<Revision> open = new ArrayDeque<>();
    open.push(of);
    while (!open.isEmpty()) {
      for (RevisionId parent : open.pop().parents()) {
        Written w = known.get(parent);
        if (found.add(parent) && w != null) {
          open.push(w.revision());
        }
      }
    }
    return found;
  }
}
