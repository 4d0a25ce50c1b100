package org.sala.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.sala.domain.LowerFinding;
import org.sala.domain.StationId;
import org.sala.store.Around.Related;

/**
 * Decides which of several findings on a person stands. It is one and the same for everybody who
 * has the same findings, in whatever order they came: one that protects stands until somebody who
 * knew of it found otherwise (less than that only whoever made it, or headquarters), and one that
 * takes protection away stands over what it knew alone.
 */
final class StandingFinding {
  private final List<One> all = new ArrayList<>();
  private final Predicate<Related> agreed;
  private final Makers makers;

  /**
   * Which station made each finding.
   *
   * @param deciding those whose word is enough over another station's: headquarters
   */
  record Makers(Map<UUID, StationId> stations, Set<StationId> deciding) {
    /** Whether one finding may make less of another. */
    boolean mayWeaken(Related by, Related other) {
      StationId station = stations.get(by.id().value());
      return station != null
          && (deciding.contains(station) || station.equals(stations.get(other.id().value())));
    }
  }

  private record One(Related finding, String code, boolean lower, Set<String> knew) {
    String id() {
      return finding.id().toString();
    }

    boolean isWeakerThan(One other) {
      return LowerFinding.PROTECTING.indexOf(code) < LowerFinding.PROTECTING.indexOf(other.code());
    }

    boolean knew(One other) {
      return knew.contains(other.id());
    }
  }

  /**
   * @param related what is about the person, in the order in which it came
   * @param agreed whether a second officer has signed one
   */
  StandingFinding(Slice slice, List<Related> related, Predicate<Related> agreed, Makers makers) {
    this.agreed = agreed;
    this.makers = makers;
    Set<String> before = new HashSet<>();
    for (Related r : related) {
      if (r.kind().equals("finding")) {
        Shown f = new Shown(slice.fields(r.id()));
        String knew = f.text("knew", Integer.MAX_VALUE);
        String code = f.text("finding", 60);
        // One that does not say what it knew is of a time when the last that came stood.
        all.add(
            new One(
                r,
                code,
                LowerFinding.is(code, f.flag("lower")),
                knew.isEmpty() ? Set.copyOf(before) : Set.copyOf(List.of(knew.split(" ", -1)))));
        before.add(r.id().toString());
      }
    }
  }

  Optional<Related> find() {
    List<One> open = all.stream().filter(f -> all.stream().noneMatch(o -> o.knew(f))).toList();
    List<One> protecting = all.stream().filter(f -> !f.lower() && !isDone(f, open)).toList();
    Optional<One> stands =
        protecting.isEmpty()
            // Of several that take protection away the one that nobody has signed waits.
            ? open.stream()
                .max(
                    Comparator.comparing((One f) -> !agreed.test(f.finding()))
                        .thenComparing(One::id))
            : protecting.stream()
                .max(
                    Comparator.comparingInt((One f) -> LowerFinding.PROTECTING.indexOf(f.code()))
                        .thenComparing(One::id));
    return stands.map(One::finding);
  }

  /**
   * Whether one that protects as much knew of it, one that protects less and is of whoever may say
   * so, or one that takes protection away and is the last, or is signed by two where whoever may
   * say so wrote it: another station's weaker word after that is no reason to go back behind it.
   */
  private boolean isDone(One f, List<One> open) {
    return all.stream()
        .anyMatch(o -> o.knew(f) && (o.lower() ? open.contains(o) || tookBack(o, f) : ends(o, f)));
  }

  private boolean tookBack(One lower, One other) {
    return agreed.test(lower.finding()) && makers.mayWeaken(lower.finding(), other.finding());
  }

  private boolean ends(One protecting, One other) {
    return !protecting.isWeakerThan(other)
        || makers.mayWeaken(protecting.finding(), other.finding());
  }
}
