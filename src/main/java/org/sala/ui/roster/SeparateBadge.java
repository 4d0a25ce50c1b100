package org.sala.ui.roster;

import org.sala.casework.screening.RestedConsents;
import org.sala.ui.kit.Badge;
import org.sala.ui.route.Here;

/** What stands to one of the things that are asked each by itself. */
public final class SeparateBadge {
  private SeparateBadge() {}

  /**
   * Returns the badge of one thing that is asked by itself; what two laptops wrote differently is
   * no yes.
   */
  public static Badge of(RestedConsents.One one, Here here) {
    if (one.said().filter(s -> s.disputed()).isPresent()) {
      return new Badge(Badge.Kind.WARNING, here.t("disputed"));
    }
    Badge.Kind kind =
        switch (one.answer()) {
          case "YES" -> Badge.Kind.OK;
          // A no is an answer like a yes: nothing about it is to be put right.
          case "NO" -> Badge.Kind.NEUTRAL;
          case "WITHDRAWN" -> Badge.Kind.DANGER;
          default -> Badge.Kind.WARNING;
        };
    return new Badge(kind, here.texts().code("consent", one.answer()));
  }
}
