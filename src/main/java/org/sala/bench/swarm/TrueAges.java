package org.sala.bench.swarm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sala.domain.ChangeHeader;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * Which child's ages stand though an adult's was written over them, by who wrote what on top of
 * what: until two officers have signed, one of them where it was said, or headquarters has decided
 * (decision 247).
 */
final class TrueAges {
  static final String BIRTH = "birth";

  private static final int OF_AGE = 18;
  private static final Duration SLIP = Duration.ofMinutes(10);

  private final Truth truth;
  private final Map<RevisionId, ChangeHeader> wrote;
  private final StationId headquarters;

  TrueAges(Truth truth, Map<RevisionId, ChangeHeader> wrote, StationId headquarters) {
    this.truth = truth;
    this.wrote = wrote;
    this.headquarters = headquarters;
  }

  /** In the year in which the person was written down, by the clock that the record's id tells. */
  static boolean isChild(RecordId person, Value birth) {
    long millis = person.value().getMostSignificantBits() >>> 16;
    int year = Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).getYear();
    return !(birth instanceof Value.Nothing)
        && year - PartialDate.of(birth).latest().getYear() < OF_AGE;
  }

  /**
   * Returns the child's ages that stand beside the latest.
   *
   * @param person all that was written of somebody
   * @param latest what nobody has written over
   */
  Map<RevisionId, Value> beside(Collection<Revision> person, Set<RevisionId> latest) {
    List<Revision> said = person.stream().filter(r -> r.fields().containsKey(BIRTH)).toList();
    List<Revision> adult = said.stream().filter(r -> !isChild(r.record(), age(r))).toList();
    List<Revision> held = new ArrayList<>();
    for (Revision was : said) {
      if (!adult.contains(was)
          && !latest.contains(was.id())
          && adult.stream().anyMatch(a -> latest.contains(a.id()) && isOn(a, was))
          && !isSigned(was, adult)
          && !isSlip(was, adult)
          && !isDecided(was, said)) {
        held.add(was);
      }
    }
    Map<RevisionId, Value> beside = new TreeMap<>();
    for (Revision one : held) {
      if (held.stream().noneMatch(later -> isOn(later, one))) {
        beside.put(one.id(), age(one));
      }
    }
    return beside;
  }

  private static Value age(Revision r) {
    return r.fields().getOrDefault(BIRTH, Value.Nothing.HERE);
  }

  private boolean isOn(Revision later, Revision earlier) {
    return truth.isBefore(earlier.id(), later);
  }

  private ChangeHeader by(Revision r) {
    return java.util.Objects.requireNonNull(wrote.get(r.id()));
  }

  /** A first officer wrote an adult's age, another one did on top, one of the two over there. */
  private boolean isSigned(Revision was, List<Revision> adult) {
    StationId there = by(was).station();
    for (Revision first : adult) {
      for (Revision second : adult) {
        if (isOn(first, was)
            && isOn(second, first)
            && !by(first).author().equals(by(second).author())
            && (by(first).station().equals(there) || by(second).station().equals(there))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whoever said it put it right at once, and says that it was a slip. */
  private boolean isSlip(Revision was, List<Revision> adult) {
    return adult.stream()
        .filter(a -> a.parents().equals(List.of(was.id())))
        .filter(a -> by(a).author().equals(by(was).author()))
        .filter(a -> by(a).station().equals(by(was).station()))
        .filter(a -> age(a) instanceof Value.Parts p && p.parts().containsKey("slip"))
        .map(a -> Duration.between(by(was).time().instant(), by(a).time().instant()))
        .anyMatch(since -> !since.isNegative() && since.compareTo(SLIP) <= 0);
  }

  /** Headquarters' word ends what stations said; over its own, two there decide. */
  private boolean isDecided(Revision was, List<Revision> said) {
    return said.stream()
        .filter(d -> by(d).station().equals(headquarters) && isOn(d, was))
        .anyMatch(
            d ->
                !by(was).station().equals(headquarters)
                    || d.parents().size() != 1
                    || !by(d).author().equals(by(was).author()));
  }
}
