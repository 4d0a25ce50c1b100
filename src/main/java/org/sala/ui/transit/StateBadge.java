package org.sala.ui.transit;

import org.sala.casework.Packages;
import org.sala.ui.kit.Badge;
import org.sala.ui.route.Here;

/** Where a package stands, in a word and a sign. */
public final class StateBadge {
  private StateBadge() {}

  public static Badge of(Packages.State state, Here here) {
    return new Badge(kind(state), here.t("state." + state));
  }

  private static Badge.Kind kind(Packages.State state) {
    return switch (state) {
      case SEALED, HELD, PARTLY -> Badge.Kind.WARNING;
      case CARRIED -> Badge.Kind.INFO;
      case RECEIVED, IMPORTED -> Badge.Kind.OK;
      case REFUSED, REJECTED -> Badge.Kind.DANGER;
      case SET_ASIDE -> Badge.Kind.NEUTRAL;
    };
  }
}
