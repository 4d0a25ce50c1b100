package org.sala.bench.swarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sala.domain.Change;
import org.sala.domain.LowerFinding;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * What the findings on a person come to, by all that a journal holds, worked out by the plainest
 * means: a protection goes only by somebody who knew of what protects, and with a second officer.
 */
final class StandingFindings {
  private final Remembered remembered;
  private final List<Revision> findings = new ArrayList<>();
  private final Map<RecordId, String> author = new HashMap<>();
  private final Map<RecordId, StationId> station = new HashMap<>();
  private final Map<RecordId, Map<String, Word>> words = new HashMap<>();

  /** What an officer said last to a finding, by that officer's own clock. */
  private record Word(Instant at, boolean agrees) {
    static Word last(Word one, Word other) {
      int order = one.at().compareTo(other.at());
      boolean first = order > 0 || order == 0 && !one.agrees();
      return first ? one : other;
    }
  }

  StandingFindings(Remembered remembered, Collection<Change> all, RecordId person) {
    this.remembered = remembered;
    for (Change c : all) {
      for (Revision r : c.revisions()) {
        if (!Value.ref(person).equals(r.fields().get("person"))) {
          continue;
        }
        String by = c.header().author().hex();
        if (r.kind().equals("finding") && author.putIfAbsent(r.record(), by) == null) {
          findings.add(r);
          station.put(r.record(), c.header().station());
        } else if (r.kind().equals("confirmation")) {
          Instant at =
              Optional.ofNullable(r.fields().get("at"))
                  .flatMap(Moment::of)
                  .map(Moment::instant)
                  .orElse(Instant.EPOCH);
          Optional.ofNullable(r.fields().get("finding"))
              .flatMap(Value::asRef)
              .ifPresent(
                  f ->
                      words
                          .computeIfAbsent(f, id -> new HashMap<>())
                          .merge(by, new Word(at, is(r, "agrees")), Word::last));
        }
      }
    }
  }

  private static boolean lower(Revision r) {
    Optional<String> code = Optional.ofNullable(r.fields().get("finding")).flatMap(Value::asText);
    return LowerFinding.is(code.orElse(""), is(r, "lower"));
  }

  private static boolean is(Revision r, String key) {
    return Value.flag(true).equals(r.fields().get(key));
  }

  /**
   * Returns the findings of one weight that may stand: which of them is told apart by nothing that
   * protects.
   */
  private List<Revision> standing() {
    List<Revision> protecting =
        findings.stream().filter(f -> !lower(f)).filter(f -> !isDone(f)).toList();
    return protecting.isEmpty() ? findings.stream().filter(this::isOpen).toList() : protecting;
  }

  private boolean isOpen(Revision f) {
    return findings.stream().noneMatch(o -> remembered.knew(o.record(), f.record()));
  }

  private boolean isDone(Revision f) {
    return findings.stream()
        .filter(o -> remembered.knew(o.record(), f.record()))
        .anyMatch(o -> lower(o) ? isOpen(o) || tookBack(o, f) : mayEnd(o, f));
  }

  /** Two officers of the station that found it, and what others say after them changes nothing. */
  private boolean tookBack(Revision lower, Revision other) {
    return hasSecond(lower.record()) && areOfOneStation(lower, other);
  }

  private boolean mayEnd(Revision protecting, Revision other) {
    return strength(protecting) >= strength(other) || areOfOneStation(protecting, other);
  }

  /** Nobody's word is enough over another station's here, so that none makes less of it. */
  private boolean areOfOneStation(Revision one, Revision other) {
    return Objects.equals(station.get(one.record()), station.get(other.record()));
  }

  private static int strength(Revision r) {
    return LowerFinding.PROTECTING.indexOf(
        Optional.ofNullable(r.fields().get("finding")).flatMap(Value::asText).orElse(""));
  }

  /** Whether what is shown is one that may stand. */
  boolean isTrue(Optional<RecordId> shown) {
    return shown
        .map(id -> standing().stream().anyMatch(f -> f.record().equals(id)))
        .orElse(findings.isEmpty());
  }

  /** Whether the person is protected no more: all that stands says so, and two have signed each. */
  boolean takesAway() {
    return !findings.isEmpty()
        && standing().stream().allMatch(f -> lower(f) && hasSecond(f.record()));
  }

  private boolean hasSecond(RecordId finding) {
    Map<String, Word> by = new HashMap<>(words.getOrDefault(finding, Map.of()));
    by.remove(author.get(finding));
    return !by.isEmpty() && by.values().stream().allMatch(Word::agrees);
  }
}
