package org.sala.ui.transit;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.register.RecordStates;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.Texts;

/** Where a package stands, in a word and a sign. */
public final class StateBadge {
  private StateBadge() {}

  /** A later package that holds everything of it counts for more than where it lies. */
  public static Badge of(PackageLine p, Here here) {
    return new Badge(p.overtakenBy() > 0 ? Badge.Kind.NEUTRAL : kind(p.state()), words(p, here));
  }

  /** Where a package stands in words alone. */
  public static String words(PackageLine p, Here here) {
    return p.overtakenBy() > 0
        ? here.t("state.overtaken", Texts.packageNumber(p.overtakenBy()))
        : here.t(
            p.state() == PackageState.CARRIED && !p.answered()
                ? "state.CARRIED.short"
                : "state." + p.state());
  }

  public static Badge of(PackageState state, Here here) {
    return new Badge(kind(state), here.t("state." + state));
  }

  /** How far a page is; where its record is farther than all of it, that is told. */
  public static Badge of(RecordStates.Way way, Here here) {
    Badge.Kind kind =
        switch (way.least()) {
          case RECEIVED, JOINED -> Badge.Kind.OK;
          case REFUSED -> Badge.Kind.DANGER;
          case HELD, WAITING -> Badge.Kind.WARNING;
          case HERE, SEALED, CARRIED, ELSEWHERE -> Badge.Kind.NEUTRAL;
        };
    return new Badge(
        way.keptBack() && kind == Badge.Kind.OK ? Badge.Kind.NEUTRAL : kind, words(way, here));
  }

  /**
   * Returns how far a page is in words alone; what stayed here on purpose is told where all else is
   * there.
   */
  public static String words(RecordStates.Way way, Here here) {
    boolean there =
        way.least() == RecordStates.Reached.RECEIVED || way.least() == RecordStates.Reached.JOINED;
    if (way.keptBack() && there) {
      return here.t("reached.kept");
    }
    return here.t(
        way.least() == way.record() ? "reached." + way.record() : "reached.some." + way.least());
  }

  /** Puts how far something is below what else a cell of a list says of it. */
  public static Node under(
      Node said, Map<RecordId, RecordStates.Way> ways, RecordId id, Here here) {
    return under(said, Optional.ofNullable(ways.get(id)), here);
  }

  /** Puts how far something is, where that is known, below what else a cell of a list says. */
  public static Node under(Node said, Optional<RecordStates.Way> way, Here here) {
    VBox box = new VBox(said);
    box.setAlignment(Pos.CENTER_LEFT);
    below(way, here).ifPresent(box.getChildren()::add);
    return box;
  }

  /**
   * How far something is; empty where that is not asked, as at headquarters. It takes a second line
   * in a narrow column: without its end, "accepted, and its protected part is not" says "accepted".
   */
  public static Optional<Node> below(Map<RecordId, RecordStates.Way> ways, RecordId id, Here here) {
    return below(Optional.ofNullable(ways.get(id)), here);
  }

  private static Optional<Node> below(Optional<RecordStates.Way> way, Here here) {
    return way.map(w -> Nodes.label(words(w, here), "muted", "small", "way"));
  }

  private static Badge.Kind kind(PackageState state) {
    return switch (state) {
      case SEALED, HELD, PARTLY -> Badge.Kind.WARNING;
      case CARRIED -> Badge.Kind.INFO;
      case RECEIVED, IMPORTED -> Badge.Kind.OK;
      case REFUSED, REJECTED -> Badge.Kind.DANGER;
      case SET_ASIDE -> Badge.Kind.NEUTRAL;
    };
  }
}
