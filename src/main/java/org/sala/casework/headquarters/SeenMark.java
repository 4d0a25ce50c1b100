package org.sala.casework.headquarters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.Preferences;
import org.sala.casework.station.Station;
import org.sala.domain.ChangeId;
import org.sala.domain.DomainFault;
import org.sala.domain.Moment;
import org.sala.domain.Value;

/**
 * How far an officer has looked, and what of the rest was looked at by itself. It lies in the
 * officer's own settings, names nobody, and counts only while the journal has at that place what it
 * had: after a restore everything is new again rather than something unseen.
 */
final class SeenMark {
  private static final String KEY = "news.seen";

  private final Station station;
  private final Preferences preferences;

  SeenMark(Station station, Preferences preferences) {
    this.station = station;
    this.preferences = preferences;
  }

  /** Everything up to here was seen; 0 for nothing. */
  long upTo() {
    return isStanding() ? kept().whole("sequence").orElse(0L) : 0;
  }

  /** When the officer said so. */
  Optional<Moment> at() {
    return isStanding() ? kept().text("at").flatMap(SeenMark::moment) : Optional.empty();
  }

  /** Returns whether one of the lines was looked at since it last changed. */
  boolean seen(String one, long sequence) {
    return isStanding() && lines().getOrDefault(one, 0L) >= sequence;
  }

  /** Everything up to a place in the journal was seen, and some lines that stand behind it. */
  void all(long sequence, Map<String, Long> lines) {
    Map<String, Long> all = new LinkedHashMap<>(isStanding() ? lines() : Map.of());
    all.values().removeIf(place -> place <= sequence);
    lines.forEach((one, place) -> all.merge(one, place, Math::max));
    keep(sequence, all, station.now().toValue());
  }

  /** Remembers that some of the lines were seen as they stood at places in the journal. */
  void some(Map<String, Long> seen) {
    Map<String, Long> lines = new LinkedHashMap<>(isStanding() ? lines() : Map.of());
    seen.forEach((one, sequence) -> lines.merge(one, sequence, Math::max));
    keep(upTo(), lines, Value.text(kept().text("at").orElse("")));
  }

  private void keep(long sequence, Map<String, Long> lines, Value at) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("sequence", Value.whole(sequence));
    // A mark that rests on lines alone has no change of its own and stands on the last one seen.
    long last = Math.max(sequence, lines.values().stream().mapToLong(l -> l).max().orElse(0));
    station
        .view()
        .changes()
        .upTo(last)
        .ifPresent(
            c -> {
              parts.put("proof", Value.whole(c.sequence()));
              parts.put("change", Value.text(c.id().toString()));
            });
    if (sequence > 0) {
      parts.put("at", at);
    }
    Map<String, Value> one = new LinkedHashMap<>();
    lines.forEach((k, v) -> one.put(k, Value.whole(v)));
    parts.put("lines", new Value.Parts(one));
    preferences.set(KEY, new Value.Parts(parts));
  }

  private boolean isStanding() {
    Value.Parts kept = kept();
    return kept.text("change")
        .flatMap(SeenMark::change)
        .filter(c -> station.view().changes().stands(c, kept.whole("proof").orElse(0L)))
        .isPresent();
  }

  private Map<String, Long> lines() {
    Map<String, Long> lines = new LinkedHashMap<>();
    if (kept().parts().get("lines") instanceof Value.Parts p) {
      p.parts()
          .forEach(
              (k, v) -> {
                if (v instanceof Value.Whole w) {
                  lines.put(k, w.number());
                }
              });
    }
    return lines;
  }

  private Value.Parts kept() {
    return preferences.value(KEY).orElse(Value.Nothing.HERE) instanceof Value.Parts p
        ? p
        : new Value.Parts(Map.of());
  }

  private static Optional<ChangeId> change(String text) {
    try {
      return Optional.of(ChangeId.of(text));
    } catch (DomainFault e) {
      // Not an id: then nothing tells what was seen.
      return Optional.empty();
    }
  }

  private static Optional<Moment> moment(String text) {
    try {
      return Optional.of(Moment.of(text));
    } catch (DomainFault e) {
      // Not a moment: then nobody knows when it was.
      return Optional.empty();
    }
  }
}
