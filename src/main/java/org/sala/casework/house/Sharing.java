package org.sala.casework.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.RecordId;

/** Finds who sleeps behind one door, and what of that must not be. */
final class Sharing {
  private Sharing() {}

  /**
   * Somebody in a house.
   *
   * @param number the wristband's
   * @param maybeChild under 18, or what was said leaves it open
   * @param surelyChild every reading of what was said is under 18
   * @param placing empty where it may not be read
   */
  record Guest(
      RecordId id,
      String number,
      boolean maybeChild,
      boolean surelyChild,
      Optional<Stay.Placing> placing) {}

  /** What must not be of each, by id; somebody of whom nothing is wrong is left out. */
  static Map<RecordId, List<House.Alarm>> alarms(List<Guest> guests, List<Pairs.Pair> pairs) {
    Map<RecordId, List<House.Alarm>> all = new LinkedHashMap<>();
    for (Guest g : guests) {
      List<House.Alarm> own = new ArrayList<>();
      if (g.maybeChild() && g.placing().filter(p -> p.room().isEmpty()).isPresent()) {
        own.add(new House.Alarm(House.Alarming.CHILD_WITHOUT_ROOM, ""));
      }
      for (Guest other : guests) {
        if (!other.id().equals(g.id()) && together(g, other)) {
          between(g, other, pairs).ifPresent(own::add);
        }
      }
      if (!own.isEmpty()) {
        all.put(g.id(), own);
      }
    }
    return all;
  }

  private static boolean together(Guest one, Guest other) {
    return one.placing().isPresent()
        && other.placing().isPresent()
        && one.placing().get().sameRoom(other.placing().get());
  }

  private static Optional<House.Alarm> between(Guest g, Guest other, List<Pairs.Pair> pairs) {
    if (stands(g, other, Pairs.How.APART, pairs)) {
      return Optional.of(new House.Alarm(House.Alarming.APART_SAME_ROOM, other.number()));
    }
    // Whoever is not surely a child may be an adult: a doubtful age protects on both sides.
    boolean childWithAdult =
        g.maybeChild() && !other.surelyChild() || other.maybeChild() && !g.surelyChild();
    return childWithAdult && !stands(g, other, Pairs.How.VERIFIED, pairs)
        ? Optional.of(new House.Alarm(House.Alarming.CHILD_WITH_UNVERIFIED, other.number()))
        : Optional.empty();
  }

  private static boolean stands(Guest g, Guest other, Pairs.How how, List<Pairs.Pair> pairs) {
    return pairs.stream()
        .filter(p -> p.how() == how && p.inForce())
        .anyMatch(
            p ->
                p.person().equals(g.id()) && p.other().equals(other.id())
                    || p.person().equals(other.id()) && p.other().equals(g.id()));
  }
}
